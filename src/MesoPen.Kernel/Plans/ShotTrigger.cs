namespace MesoPen.Kernel;

/// <summary>How the trigger fires. Numbers as on the wire (hardware/protocol.md, trigger_mode).</summary>
public enum ShotTrigger
{
    /// <summary>One shot a press.</summary>
    Single = 0,
    /// <summary>While pressed, one shot for each new contact with the skin.</summary>
    Repeat = 1,
    /// <summary>Nappage: while pressed and in contact, a shot each interval.</summary>
    Continuous = 2,
}
