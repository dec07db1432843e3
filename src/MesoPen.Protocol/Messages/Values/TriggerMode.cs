using System.Diagnostics.CodeAnalysis;

namespace MesoPen.Protocol;

/// <summary>What a press of the trigger does.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Single is the mode's name on the page and on the gun.")]
public enum TriggerMode : byte
{
    /// <summary>One shot a press.</summary>
    Single = 0,

    /// <summary>While pressed, one shot for each new contact with the skin.</summary>
    Repeat = 1,

    /// <summary>While pressed and in contact, a shot each interval (nappage).</summary>
    Continuous = 2,
}
