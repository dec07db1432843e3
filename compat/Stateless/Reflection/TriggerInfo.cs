namespace Stateless.Reflection;

/// <summary>A trigger, as the description of a machine shows it.</summary>
public class TriggerInfo
{
    internal TriggerInfo(object underlyingTrigger) => UnderlyingTrigger = underlyingTrigger;

    /// <summary>The trigger itself.</summary>
    public object UnderlyingTrigger { get; }

    /// <summary>The trigger's text.</summary>
    public override string ToString() => UnderlyingTrigger?.ToString() ?? "<null>";
}
