namespace MesoPen.Simulator;

/// <summary>Every fault that the simulator can do. Each acts in the plant or on the link; none reaches into the firmware's logic.</summary>
public static class FaultCatalogue
{
    /// <summary>The link is closed, and opened again after a while.</summary>
    public const string LinkCut = "link.cut";

    /// <summary>The link stays open, and nothing passes either way.</summary>
    public const string LinkSilent = "link.silent";

    /// <summary>The device loses its power for a moment.</summary>
    public const string Reset = "reset";

    /// <summary>The bores are blocked.</summary>
    public const string Occlusion = "occlusion";

    /// <summary>The plunger's drive is blocked.</summary>
    public const string PlungerStall = "plunger.stall";

    /// <summary>The needle's carriage is jammed.</summary>
    public const string NeedleStuck = "needle.stuck";

    /// <summary>The needle's motor loses steps.</summary>
    public const string NeedleLost = "needle.lost";

    /// <summary>The trigger's switch is closed, whoever presses it.</summary>
    public const string TriggerStuck = "trigger.stuck";

    /// <summary>The head comes off the skin.</summary>
    public const string ContactLost = "contact.lost";

    /// <summary>The cartridge is pulled.</summary>
    public const string CartridgeOut = "cartridge.out";

    /// <summary>The battery is nearly empty.</summary>
    public const string BatteryLow = "battery.low";

    /// <summary>The device has another temperature.</summary>
    public const string Temperature = "temperature";

    /// <summary>Hello is answered with another version.</summary>
    public const string ProtocolVersion = "protocol.version";

    /// <summary>The plunger displaces more than its encoder says.</summary>
    public const string Overdose = "overdose";

    /// <summary>The tips go deeper than the encoder says.</summary>
    public const string Overdepth = "overdepth";

    /// <summary>All kinds, by name.</summary>
    public static IReadOnlyList<FaultKind> All { get; } =
    [
        new(BatteryLow, "permille", 50, null, "the battery holds VALUE thousandths"),
        new(CartridgeOut, "", 0, 0, "the cartridge is pulled; the operator puts in another"),
        new(ContactLost, "", 0, 300, "the head comes off the skin"),
        new(LinkCut, "", 0, 2000, "the link is closed, then opened again"),
        new(LinkSilent, "", 0, 2000, "the link stays open and nothing passes either way"),
        new(NeedleLost, "um", 100, 0, "the needle's motor turns VALUE without the carriage"),
        new(NeedleStuck, "", 0, 500, "the needle's carriage jams where it is"),
        new(Occlusion, "", 0, 1000, "every bore is blocked"),
        new(Overdepth, "permille", 300, null, "the tips go VALUE thousandths deeper than the encoder says"),
        new(Overdose, "permille", 500, null, "the plunger displaces VALUE thousandths more than its encoder says"),
        new(PlungerStall, "", 0, 1000, "the plunger's drive is blocked"),
        new(ProtocolVersion, "", 9, null, "hello is answered with version VALUE alone"),
        new(Reset, "", 0, 50, "the power fails, and comes back"),
        new(Temperature, "cc", 5500, null, "the device has VALUE hundredths of a degree Celsius"),
        new(TriggerStuck, "", 0, null, "the trigger's switch is closed, whoever presses it"),
    ];

    /// <summary>The kind of a name, or null.</summary>
    public static FaultKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
