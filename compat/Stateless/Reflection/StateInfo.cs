namespace Stateless.Reflection;

/// <summary>What is configured for one state.</summary>
public class StateInfo
{
    internal StateInfo(object underlyingState) => UnderlyingState = underlyingState;

    /// <summary>The state itself.</summary>
    public object UnderlyingState { get; }

    /// <summary>The states that are directly within this one.</summary>
    public IEnumerable<StateInfo> Substates { get; internal set; } = [];

    /// <summary>The state that this one is directly within; null for none.</summary>
    public StateInfo Superstate { get; internal set; }

    /// <summary>What runs when the state is entered.</summary>
    public IEnumerable<ActionInfo> EntryActions { get; internal init; } = [];

    /// <summary>What runs when the machine is activated in the state.</summary>
    public IEnumerable<InvocationInfo> ActivateActions { get; internal init; } = [];

    /// <summary>What runs when the machine is deactivated in the state.</summary>
    public IEnumerable<InvocationInfo> DeactivateActions { get; internal init; } = [];

    /// <summary>What runs when the state is left.</summary>
    public IEnumerable<InvocationInfo> ExitActions { get; internal init; } = [];

    /// <summary>The fixed transitions, then the dynamic ones.</summary>
    public IEnumerable<TransitionInfo> Transitions => FixedTransitions.Concat<TransitionInfo>(DynamicTransitions);

    /// <summary>The transitions whose destination is known beforehand.</summary>
    public IEnumerable<FixedTransitionInfo> FixedTransitions { get; internal set; } = [];

    /// <summary>The transitions whose destination is chosen when they are taken.</summary>
    public IEnumerable<DynamicTransitionInfo> DynamicTransitions { get; internal set; } = [];

    /// <summary>The triggers that the state takes without doing anything.</summary>
    public IEnumerable<IgnoredTransitionInfo> IgnoredTriggers { get; internal set; } = [];

    /// <summary>The state's text.</summary>
    public override string ToString() => UnderlyingState?.ToString() ?? "<null>";
}
