using System.Text;
using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>Draws a machine as a Mermaid state diagram.</summary>
public static class MermaidGraph
{
    /// <summary>The machine as a stateDiagram-v2: superstates hold their substates, dynamic transitions pass a choice.</summary>
    /// <param name="machineInfo">The machine's description.</param>
    /// <param name="direction">Which way it runs; null leaves that to Mermaid.</param>
    public static string Format(StateMachineInfo machineInfo, MermaidGraphDirection? direction = null)
    {
        ArgumentNullException.ThrowIfNull(machineInfo);
        StringBuilder text = new("stateDiagram-v2");
        text.AppendLine();
        if (direction is not null)
        {
            text.AppendLine($"\tdirection {CodeOf(direction.Value)}");
        }

        (List<GraphEdge> edges, List<(string Name, string Label)> decisions) = GraphEdge.Of(machineInfo);
        Dictionary<string, string> ids = Identify(machineInfo, edges, decisions);
        foreach ((string name, string id) in ids)
        {
            if (id != name)
            {
                text.AppendLine($"\tstate \"{name.Replace('"', '\'')}\" as {id}");
            }
        }

        foreach ((string name, _) in decisions)
        {
            text.AppendLine($"\tstate {ids[name]} <<choice>>");
        }

        foreach (StateInfo state in machineInfo.States.Where(state => state.Superstate is null && state.Substates.Any()))
        {
            AppendComposite(text, state, ids, depth: 1);
        }

        text.AppendLine($"[*] --> {ids[machineInfo.InitialState.ToString()]}");
        foreach (GraphEdge edge in edges)
        {
            text.AppendLine($"\t{ids[edge.Source]} --> {ids[edge.Destination]} : {edge.Label}");
        }

        return text.ToString().TrimEnd();
    }

    private static void AppendComposite(StringBuilder text, StateInfo state, Dictionary<string, string> ids, int depth)
    {
        text.Append('\t', depth).AppendLine($"state {ids[state.ToString()]} {{");
        foreach (StateInfo substate in state.Substates)
        {
            if (substate.Substates.Any())
            {
                AppendComposite(text, substate, ids, depth + 1);
            }
            else
            {
                text.Append('\t', depth + 1).AppendLine(ids[substate.ToString()]);
            }
        }

        text.Append('\t', depth).AppendLine("}");
    }

    // Mermaid's ids hold letters, digits and underscores; whatever else a name holds is left out, but no two ids are alike.
    private static Dictionary<string, string> Identify(
        StateMachineInfo machine, List<GraphEdge> edges, List<(string Name, string Label)> decisions)
    {
        Dictionary<string, string> ids = [];
        HashSet<string> taken = [];
        IEnumerable<string> names = machine.States.Select(state => state.ToString())
            .Concat(decisions.Select(decision => decision.Name))
            .Concat(edges.Select(edge => edge.Destination));
        foreach (string name in names)
        {
            if (ids.ContainsKey(name))
            {
                continue;
            }

            string stem = string.Concat(name.Where(c => char.IsLetterOrDigit(c) || c == '_'));
            string id = stem.Length == 0 ? "State" : stem;
            for (int i = 2; !taken.Add(id); i++)
            {
                id = $"{stem}_{i}";
            }

            ids.Add(name, id);
        }

        return ids;
    }

    private static string CodeOf(MermaidGraphDirection direction) => direction switch
    {
        MermaidGraphDirection.TopToBottom => "TB",
        MermaidGraphDirection.BottomToTop => "BT",
        MermaidGraphDirection.LeftToRight => "LR",
        MermaidGraphDirection.RightToLeft => "RL",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "No such direction."),
    };
}
