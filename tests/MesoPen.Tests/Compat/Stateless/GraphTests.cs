using System.Text.RegularExpressions;
using Stateless;
using Stateless.Graph;
using Stateless.Reflection;

namespace MesoPen.Tests.Compat.Stateless;

/// <summary>Drawings are compared by their arrows and states: the published description fixes no more of their text.</summary>
public sealed partial class GraphTests
{
    private static StateMachine<Phone, Call> Sample()
    {
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook)
            .PermitIf(Call.Dial, Phone.Ringing, IsValidNumber)
            .PermitDynamic(Call.Answer, () => Phone.Ringing, "by number", new DynamicStateInfos { { Phone.Ringing, "valid" } });
        phone.Configure(Phone.Ringing).Permit(Call.Answer, Phone.OnHold);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected).Permit(Call.HangUp, Phone.OffHook);
        return phone;
    }

    private static bool IsValidNumber() => true;

    [Fact]
    public void UmlDotGraph_draws_each_transition_with_trigger_and_guard()
    {
        // Aim: an arrow per transition, labelled.
        string dot = UmlDotGraph.Format(Sample().GetInfo());

        Assert.StartsWith("digraph", dot, StringComparison.Ordinal);
        Match arrow = Assert.Single(
            DotArrow().Matches(dot), m => m.Groups["from"].Value == "OffHook" && m.Groups["to"].Value == "Ringing");
        Assert.Contains("Dial", arrow.Groups["label"].Value, StringComparison.Ordinal);
        Assert.Contains("[IsValidNumber]", arrow.Groups["label"].Value, StringComparison.Ordinal);
        Assert.Single(DotArrow().Matches(dot), m => m.Groups["from"].Value == "Ringing" && m.Groups["to"].Value == "OnHold");
    }

    [Fact]
    public void UmlDotGraph_draws_the_hierarchy_as_a_cluster()
    {
        // Aim: a superstate is a subgraph, and braces balance.
        string dot = UmlDotGraph.Format(Sample().GetInfo());

        Assert.Matches("subgraph \"?cluster\"?\\w*Connected[^{]*\\{[^}]*OnHold", dot);
        Assert.Equal(dot.Count(c => c == '{'), dot.Count(c => c == '}'));
    }

    [Fact]
    public void UmlDotGraph_marks_the_initial_state_after_a_transition_too()
    {
        // Aim: the arrow from nowhere points to where the machine began.
        StateMachine<Phone, Call> phone = Sample();
        phone.Fire(Call.Dial);

        Assert.Matches("init -> \"?OffHook", UmlDotGraph.Format(phone.GetInfo()));
    }

    [Fact]
    public void UmlDotGraph_draws_a_decision_for_a_dynamic_transition()
    {
        // Aim: the selector's description and the criterion are shown.
        string dot = UmlDotGraph.Format(Sample().GetInfo());

        Assert.Contains("by number", dot, StringComparison.Ordinal);
        Assert.Contains("valid", dot, StringComparison.Ordinal);
    }

    [Fact]
    public void UmlDotGraph_quotes_names_with_spaces()
    {
        // Aim: any text may name a state.
        var door = new StateMachine<string, string>("wide open");
        door.Configure("wide open").Permit("push it", "shut");

        Assert.Matches("\"wide open\" -> \"shut\"", UmlDotGraph.Format(door.GetInfo()));
    }

    [Fact]
    public void MermaidGraph_draws_the_initial_state_and_each_transition()
    {
        // Aim: the published example's lines.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);

        string mermaid = MermaidGraph.Format(phone.GetInfo());

        Assert.StartsWith("stateDiagram-v2", mermaid, StringComparison.Ordinal);
        List<string> lines = mermaid.Split('\n').Select(line => line.Trim()).ToList();
        Assert.Contains("[*] --> OffHook", lines);
        Assert.Contains("OffHook --> Ringing : Dial", lines);
    }

    [Fact]
    public void MermaidGraph_puts_substates_inside_their_superstate()
    {
        // Aim: the hierarchy is drawn.
        string mermaid = MermaidGraph.Format(Sample().GetInfo());

        Assert.Matches(@"state Connected \{[^}]*OnHold[^}]*\}", mermaid);
    }

    [Theory]
    [InlineData(MermaidGraphDirection.TopToBottom, "TB")]
    [InlineData(MermaidGraphDirection.BottomToTop, "BT")]
    [InlineData(MermaidGraphDirection.LeftToRight, "LR")]
    [InlineData(MermaidGraphDirection.RightToLeft, "RL")]
    public void MermaidGraph_states_its_direction(MermaidGraphDirection direction, string code)
    {
        // Aim: the direction is Mermaid's own word for it.
        string mermaid = MermaidGraph.Format(Sample().GetInfo(), direction);

        Assert.Matches($@"direction {code}\s", mermaid);
    }

    [Fact]
    public void MermaidGraph_gives_names_with_spaces_an_id()
    {
        // Aim: no arrow starts or ends at a name that Mermaid cannot read.
        var door = new StateMachine<string, string>("wide open");
        door.Configure("wide open").Permit("push it", "shut");

        string mermaid = MermaidGraph.Format(door.GetInfo());

        Assert.DoesNotMatch("wide open -->", mermaid);
        Assert.Matches(@"\w+ --> shut : push it", mermaid);
        Assert.Contains("wide open", mermaid, StringComparison.Ordinal);
    }

    [GeneratedRegex("\"?(?<from>\\w+)\"? -> \"?(?<to>\\w+)\"? ?\\[.*?label=\"(?<label>[^\"]*)\"")]
    private static partial Regex DotArrow();
}
