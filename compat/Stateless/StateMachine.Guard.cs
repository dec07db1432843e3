using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    // One condition of a rule, and what to call it when it is not met.
    private readonly struct Guard(Func<object[], bool> condition, InvocationInfo method)
    {
        internal InvocationInfo Method => method;

        internal bool IsMet(object[] args) => condition(args);
    }
}
