namespace MesoPen.Simulator;

/// <content>The device itself.</content>
public static partial class FaultCatalogue
{
    /// <summary>The device loses its power for a moment.</summary>
    public const string Reset = "reset";

    /// <summary>The device loses its power in the middle of a write to its memory.</summary>
    public const string Brownout = "brownout";

    /// <summary>The device's clock runs too fast or too slow.</summary>
    public const string ClockDrift = "clock.drift";

    /// <summary>The device's clock jumps.</summary>
    public const string ClockJump = "clock.jump";

    /// <summary>The needle's carriage is jammed.</summary>
    public const string NeedleStuck = "needle.stuck";

    /// <summary>The needle's motor loses steps.</summary>
    public const string NeedleLost = "needle.lost";

    /// <summary>The needle goes out, and does not come back.</summary>
    public const string NeedleOut = "needle.out";

    /// <summary>The plunger's drive is blocked.</summary>
    public const string PlungerStall = "plunger.stall";

    /// <summary>The plunger sticks and gives way.</summary>
    public const string PlungerStick = "plunger.stick";

    /// <summary>The bores are blocked.</summary>
    public const string Occlusion = "occlusion";

    /// <summary>The bores close slowly.</summary>
    public const string OcclusionSlow = "occlusion.slow";

    /// <summary>An air bubble in the line.</summary>
    public const string Air = "air";

    /// <summary>Fluid is lost before the tips.</summary>
    public const string Leak = "leak";

    /// <summary>The cartridge is nearly empty.</summary>
    public const string CartridgeLow = "cartridge.low";

    /// <summary>The head comes off the skin.</summary>
    public const string ContactLost = "contact.lost";

    /// <summary>The contact sensor bounces.</summary>
    public const string ContactBounce = "contact.bounce";

    /// <summary>The contact sensor says contact, whatever is.</summary>
    public const string ContactStuck = "contact.stuck";

    /// <summary>The trigger's switch is closed, whoever presses it.</summary>
    public const string TriggerStuck = "trigger.stuck";

    /// <summary>The trigger's switch bounces.</summary>
    public const string TriggerBounce = "trigger.bounce";

    /// <summary>The pressure sensor says one value.</summary>
    public const string PressureStuck = "pressure.stuck";

    /// <summary>The pressure sensor is noisy.</summary>
    public const string PressureNoise = "pressure.noise";

    /// <summary>The device has another temperature.</summary>
    public const string Temperature = "temperature";

    /// <summary>The battery is nearly empty.</summary>
    public const string BatteryLow = "battery.low";

    /// <summary>Stop frames are not acted on.</summary>
    public const string StopIgnored = "stop.ignored";

    /// <summary>The lease never lapses.</summary>
    public const string LeaseIgnored = "lease.ignored";

    /// <summary>The lifetime counters are near the end of 32 bits.</summary>
    public const string CountersHigh = "counters.high";

    /// <summary>Hello is answered with another version.</summary>
    public const string ProtocolVersion = "protocol.version";

    /// <summary>The plunger displaces more than its encoder says.</summary>
    public const string Overdose = "overdose";

    /// <summary>The tips go deeper than the encoder says.</summary>
    public const string Overdepth = "overdepth";

    private static IEnumerable<FaultKind> DeviceKinds() => PowerKinds().Concat(MachineKinds()).Concat(SensorKinds());

    private static IEnumerable<FaultKind> PowerKinds() =>
    [
        Plain(Reset, FaultGroup.Device, 50, "the power fails, and comes back"),
        Valued(Brownout, FaultGroup.Device, (0, "bytes", 0, 63), 50,
            "the power fails during the next write to the memory, of which VALUE bytes are kept, and comes back"),
        Valued(ClockDrift, FaultGroup.Device, (50, "permille", -900, 1000), null,
            "the device's clock runs VALUE thousandths too fast, or if below 0 too slow"),
        Valued(ClockJump, FaultGroup.Device, (5000, "ms", -3_600_000, 3_600_000), 0, "the device's clock jumps by VALUE"),
        Plain(StopIgnored, FaultGroup.Device, null, "the device does not act on stop frames"),
        Plain(LeaseIgnored, FaultGroup.Device, null, "the lease of a permit never lapses"),
        Valued(CountersHigh, FaultGroup.Device, (5, "shots", 1, 1_000_000), null,
            "on a new memory the counter of shots is VALUE below 2^32, and the volume as many least doses")
            with { FromStart = true },
        Valued(ProtocolVersion, FaultGroup.Device, (9, "", 2, 255), null, "hello is answered with version VALUE alone"),
    ];

    private static IEnumerable<FaultKind> MachineKinds() =>
    [
        Plain(NeedleStuck, FaultGroup.Device, 500, "the needle's carriage jams where it is"),
        Valued(NeedleLost, FaultGroup.Device, (100, "um", 1, 10_000), 0, "the needle's motor turns VALUE without the carriage"),
        Plain(NeedleOut, FaultGroup.Device, 500, "the needle goes out, and jams when it should come back"),
        Plain(PlungerStall, FaultGroup.Device, 1000, "the plunger's drive is blocked"),
        Valued(PlungerStick, FaultGroup.Device, (5000, "nl", 100, 100_000), null,
            "the plunger sticks until its drive is VALUE ahead, and gives way at once"),
        Plain(Occlusion, FaultGroup.Device, 1000, "every bore is blocked"),
        Valued(OcclusionSlow, FaultGroup.Device, (1000, "ms", 1, 3_600_000), null, "the bores close over VALUE, and stay so"),
        Valued(Air, FaultGroup.Device, (5000, "nl", 1, 1_000_000), 0,
            "an air bubble of VALUE, or what the line has room for, takes the place of fluid in the line and gives way under pressure"),
        Valued(Leak, FaultGroup.Device, (200, "permille", 1, 1000), null,
            "VALUE thousandths of what the plunger displaces are lost before the tips"),
        Valued(CartridgeLow, FaultGroup.Device, (30_000, "nl", 0, 100_000_000), 0, "no more than VALUE is left in the cartridge"),
        Valued(Overdose, FaultGroup.Device, (500, "permille", 1, 10_000), null,
            "the plunger displaces VALUE thousandths more than its encoder says"),
        Valued(Overdepth, FaultGroup.Device, (300, "permille", 1, 10_000), null,
            "the tips go VALUE thousandths deeper than the encoder says"),
    ];

    private static IEnumerable<FaultKind> SensorKinds() =>
    [
        Plain(ContactLost, FaultGroup.Device, 300, "the head comes off the skin"),
        Valued(ContactBounce, FaultGroup.Device, (20, "ms", 1, 1000), null,
            "the contact sensor chatters for VALUE, now and after each change"),
        Plain(ContactStuck, FaultGroup.Device, null, "the contact sensor says contact, whatever is"),
        Plain(TriggerStuck, FaultGroup.Device, null, "the trigger's switch is closed, whoever presses it"),
        Valued(TriggerBounce, FaultGroup.Device, (20, "ms", 1, 1000), null,
            "the trigger's switch chatters for VALUE, now and after each change"),
        Valued(PressureStuck, FaultGroup.Device, (0, "kpa", -200, 10_000), null, "the pressure sensor says VALUE, whatever is"),
        Valued(PressureNoise, FaultGroup.Device, (100, "kpa", 1, 10_000), null, "the pressure sensor is wrong by up to VALUE, either way"),
        Valued(Temperature, FaultGroup.Device, (5500, "cc", -10_000, 20_000), null,
            "the device has VALUE hundredths of a degree Celsius"),
        Valued(BatteryLow, FaultGroup.Device, (50, "permille", 0, 1000), null, "the battery holds VALUE thousandths"),
    ];
}
