using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    // All that is configured for one state, and its place in the hierarchy.
    private sealed class StateNode(TState state)
    {
        internal TState State => state;

        internal StateNode Superstate { get; private set; }

        internal List<StateNode> Substates { get; } = [];

        internal Dictionary<TTrigger, List<Rule>> Rules { get; } = [];

        internal List<EntryAction> EntryActions { get; } = [];

        internal List<(Action<Transition> Run, InvocationInfo Method)> ExitActions { get; } = [];

        internal List<(Action Run, InvocationInfo Method)> ActivateActions { get; } = [];

        internal List<(Action Run, InvocationInfo Method)> DeactivateActions { get; } = [];

        internal bool HasInitialTarget { get; private set; }

        internal TState InitialTarget { get; private set; }

        // A state lies within itself.
        internal bool IsWithin(StateNode other)
        {
            for (StateNode node = this; node is not null; node = node.Superstate)
            {
                if (ReferenceEquals(node, other))
                {
                    return true;
                }
            }

            return false;
        }

        internal void PlaceUnder(StateNode superstate)
        {
            Superstate?.Substates.Remove(this);
            Superstate = superstate;
            superstate.Substates.Add(this);
        }

        internal void StartIn(TState target)
        {
            HasInitialTarget = true;
            InitialTarget = target;
        }

        internal void Add(Rule rule)
        {
            if (!Rules.TryGetValue(rule.Trigger, out List<Rule> rules))
            {
                Rules.Add(rule.Trigger, rules = []);
            }

            rules.Add(rule);
        }

        // The one of these rules for one trigger whose guards all hold; null if there is none.
        internal Rule Select(List<Rule> rules, object[] args, ref List<string> unmet)
        {
            Rule chosen = null;
            foreach (Rule rule in rules)
            {
                if (!rule.IsOpen(args, ref unmet))
                {
                    continue;
                }

                if (chosen is not null)
                {
                    throw new InvalidOperationException(
                        $"State '{state}' has several open transitions for '{rule.Trigger}': guards must exclude each other.");
                }

                chosen = rule;
            }

            return chosen;
        }

        internal void Enter(object[] args, Transition transition)
        {
            foreach (EntryAction action in EntryActions)
            {
                action.RunIfDue(args, transition);
            }
        }

        internal void Leave(Transition transition)
        {
            foreach ((Action<Transition> run, _) in ExitActions)
            {
                run(transition);
            }
        }
    }
}
