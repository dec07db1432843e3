using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>One arrow of a diagram, before any language's punctuation.</summary>
/// <param name="Source">The state, or decision, that it leaves.</param>
/// <param name="Destination">The state, or decision, that it leads to.</param>
/// <param name="Label">What stands beside it.</param>
internal sealed record GraphEdge(string Source, string Destination, string Label)
{
    /// <summary>The arrows of a machine, and the decisions that its dynamic transitions need, by name.</summary>
    internal static (List<GraphEdge> Edges, List<(string Name, string Label)> Decisions) Of(StateMachineInfo machine)
    {
        List<GraphEdge> edges = [];
        List<(string Name, string Label)> decisions = [];
        foreach (StateInfo state in machine.States)
        {
            string source = state.ToString();
            foreach (FixedTransitionInfo transition in state.FixedTransitions)
            {
                StateInfo destination = transition.DestinationState;
                edges.Add(new GraphEdge(source, destination.ToString(), LabelOf(transition, ActionsOn(transition, destination))));
            }

            foreach (IgnoredTransitionInfo transition in state.IgnoredTriggers)
            {
                edges.Add(new GraphEdge(source, source, LabelOf(transition, [])));
            }

            foreach (DynamicTransitionInfo transition in state.DynamicTransitions)
            {
                string decision = $"Decision{decisions.Count + 1}";
                decisions.Add((decision, transition.DestinationStateSelectorDescription.Description));
                edges.Add(new GraphEdge(source, decision, LabelOf(transition, [])));
                foreach (DynamicStateInfo destination in transition.PossibleDestinationStates ?? [])
                {
                    string label = $"{transition.Trigger} [{destination.Criterion}]";
                    edges.Add(new GraphEdge(decision, destination.DestinationState, label));
                }
            }
        }

        return (edges, decisions);
    }

    // Entry actions that run on this trigger alone belong beside the arrow; the others belong in the state.
    private static IEnumerable<string> ActionsOn(FixedTransitionInfo transition, StateInfo destination) =>
        destination.EntryActions
            .Where(action => action.FromTrigger is not null && action.FromTrigger == transition.Trigger.ToString())
            .Select(action => action.Method.Description);

    private static string LabelOf(TransitionInfo transition, IEnumerable<string> actions)
    {
        string label = transition.Trigger.ToString();
        string done = string.Join(", ", actions);
        if (done.Length > 0)
        {
            label += $" / {done}";
        }

        return label + string.Concat(transition.GuardConditionsMethodDescriptions.Select(guard => $" [{guard.Description}]"));
    }
}
