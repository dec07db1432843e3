namespace Stateless.Reflection;

/// <summary>What a state does on a trigger.</summary>
public abstract class TransitionInfo
{
    // The package has this one as a field, and code compiled against a field does not run against a property.
#pragma warning disable CA1051
    /// <summary>The guards that must all hold; empty where there are none.</summary>
    public IEnumerable<InvocationInfo> GuardConditionsMethodDescriptions;
#pragma warning restore CA1051

    private protected TransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards)
    {
        Trigger = trigger;
        GuardConditionsMethodDescriptions = guards;
    }

    /// <summary>The trigger.</summary>
    public TriggerInfo Trigger { get; protected set; }
}
