using System.Text;
using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>Draws a machine in Graphviz' DOT language, in the manner of UML.</summary>
public static class UmlDotGraph
{
    /// <summary>
    /// The machine as a DOT digraph: states as nodes, superstates as clusters, dynamic transitions through diamonds.
    /// </summary>
    /// <param name="machineInfo">The machine's description.</param>
    public static string Format(StateMachineInfo machineInfo)
    {
        ArgumentNullException.ThrowIfNull(machineInfo);
        StringBuilder text = new();
        text.AppendLine("digraph {").AppendLine("compound=true;").AppendLine("node [shape=Mrecord]").AppendLine("rankdir=\"LR\"");
        foreach (StateInfo state in machineInfo.States.Where(state => state.Superstate is null))
        {
            AppendState(text, state);
        }

        (List<GraphEdge> edges, List<(string Name, string Label)> decisions) = GraphEdge.Of(machineInfo);
        foreach ((string name, string label) in decisions)
        {
            text.AppendLine($"{Quoted(name)} [shape = \"diamond\", label = {Quoted(label)}];");
        }

        HashSet<string> clusters = machineInfo.States
            .Where(state => state.Substates.Any())
            .Select(state => state.ToString())
            .ToHashSet();
        foreach (GraphEdge edge in edges)
        {
            text.Append($"{Quoted(edge.Source)} -> {Quoted(edge.Destination)} [style=\"solid\", label={Quoted(edge.Label)}");
            AppendClusterEnd(text, "ltail", edge.Source, clusters);
            AppendClusterEnd(text, "lhead", edge.Destination, clusters);
            text.AppendLine("];");
        }

        text.AppendLine(" init [label=\"\", shape=point];");
        text.AppendLine($" init -> {Quoted(machineInfo.InitialState.ToString())}[style = \"solid\"]");
        return text.Append('}').ToString();
    }

    private static void AppendState(StringBuilder text, StateInfo state)
    {
        string name = state.ToString();
        string actions = string.Join(@"\n", ActionLines(state).Select(RecordText));
        if (!state.Substates.Any())
        {
            string body = actions.Length == 0 ? RecordText(name) : $"{RecordText(name)}|{actions}";
            text.AppendLine($"{Quoted(name)} [label=\"{body}\"];");
            return;
        }

        string heading = actions.Length == 0 ? RecordText(name) : $@"{RecordText(name)}\n----------\n{actions}";
        text.AppendLine($"subgraph {Quoted("cluster" + name)} {{").AppendLine($"label = \"{heading}\"");

        // DOT draws arrows between nodes only: this point stands for the superstate, and lhead cuts the arrow at its edge.
        text.AppendLine($"{Quoted(name)} [label=\"\", shape=point, style=invis];");
        foreach (StateInfo substate in state.Substates)
        {
            AppendState(text, substate);
        }

        text.AppendLine("}");
    }

    private static IEnumerable<string> ActionLines(StateInfo state) =>
        state.EntryActions.Where(action => action.FromTrigger is null).Select(action => $"entry / {action.Method.Description}")
            .Concat(state.ExitActions.Select(action => $"exit / {action.Description}"));

    private static void AppendClusterEnd(StringBuilder text, string attribute, string state, HashSet<string> clusters)
    {
        if (clusters.Contains(state))
        {
            text.Append($", {attribute}={Quoted("cluster" + state)}");
        }
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    // A record label gives a meaning of its own to these.
    private static string RecordText(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char c in text)
        {
            if (c is '\\' or '"' or '{' or '}' or '|' or '<' or '>')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
