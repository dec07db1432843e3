namespace Stateless.Reflection;

/// <summary>A transition whose destination is chosen when it is taken.</summary>
public class DynamicTransitionInfo : TransitionInfo
{
    internal DynamicTransitionInfo(
        TriggerInfo trigger,
        IEnumerable<InvocationInfo> guards,
        InvocationInfo selector,
        DynamicStateInfos possibleDestinationStates)
        : base(trigger, guards)
    {
        DestinationStateSelectorDescription = selector;
        PossibleDestinationStates = possibleDestinationStates;
    }

    /// <summary>What chooses the destination.</summary>
    public InvocationInfo DestinationStateSelectorDescription { get; private set; }

    /// <summary>Where it may lead; null where the configuration did not say.</summary>
    public DynamicStateInfos PossibleDestinationStates { get; private set; }
}
