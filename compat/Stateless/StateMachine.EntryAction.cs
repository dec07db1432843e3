using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    // What runs when a state is entered, by any trigger or by one alone.
    private sealed class EntryAction(Action<object[], Transition> run, InvocationInfo method)
    {
        private readonly bool _anyTrigger = true;
        private readonly TTrigger _trigger;

        internal EntryAction(TTrigger trigger, Action<object[], Transition> run, InvocationInfo method)
            : this(run, method)
        {
            _anyTrigger = false;
            _trigger = trigger;
        }

        internal InvocationInfo Method => method;

        internal string FromTrigger => _anyTrigger ? null : _trigger.ToString();

        internal void RunIfDue(object[] args, Transition transition)
        {
            if (_anyTrigger || EqualityComparer<TTrigger>.Default.Equals(_trigger, transition.Trigger))
            {
                run(args, transition);
            }
        }
    }
}
