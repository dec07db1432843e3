namespace Stateless.Reflection;

/// <summary>
/// A transition whose destination is known beforehand. Re-entry and internal transitions lead to their own state.
/// </summary>
public class FixedTransitionInfo : TransitionInfo
{
    internal FixedTransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards, StateInfo destinationState)
        : base(trigger, guards) => DestinationState = destinationState;

    /// <summary>Where it leads.</summary>
    public StateInfo DestinationState { get; private set; }
}
