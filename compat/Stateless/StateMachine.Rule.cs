using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private enum RuleKind
    {
        Move,
        MoveToSelected,
        Reenter,
        Ignore,
        ActInside,
    }

    // What one state does on one trigger, provided that all of its guards hold.
    private sealed class Rule
    {
        internal required RuleKind Kind { get; init; }

        internal required TTrigger Trigger { get; init; }

        internal required Guard[] Guards { get; init; }

        internal TState Destination { get; init; }

        internal Func<object[], TState> Selector { get; init; }

        internal InvocationInfo SelectorMethod { get; init; }

        internal DynamicStateInfos PossibleDestinations { get; init; }

        internal Action<object[], Transition> Action { get; init; }

        // Every guard is asked, so that a refusal can name all that stood in the way.
        internal bool IsOpen(object[] args, ref List<string> unmet)
        {
            bool open = true;
            foreach (ref readonly Guard guard in Guards.AsSpan())
            {
                if (!guard.IsMet(args))
                {
                    open = false;
                    (unmet ??= []).Add(guard.Method.Description);
                }
            }

            return open;
        }

        internal bool IsOpen(object[] args)
        {
            foreach (ref readonly Guard guard in Guards.AsSpan())
            {
                if (!guard.IsMet(args))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
