namespace MesoPen.Kernel;

/// <summary>Every fault with its sentence and remedy.</summary>
public static class FaultCatalogue
{
    /// <summary>The device's counters do not fit what was recorded.</summary>
    public const int CountersContradict = 201;
    /// <summary>The device fired a shot that no recorded permit covers.</summary>
    public const int ShotWithoutPermit = 202;
    /// <summary>The device's journal tells of more volume than the dose.</summary>
    public const int ShotOverDose = 203;
    /// <summary>The device's journal tells of a needle deeper than permitted.</summary>
    public const int ShotTooDeep = 204;
    /// <summary>Another device than the one this session began with.</summary>
    public const int AnotherDevice = 205;
    /// <summary>Stop, by whoever asked the host for it.</summary>
    internal const int StopRequested = 1;
    /// <summary>Stop, by the button on the device.</summary>
    internal const int StopButton = 2;

    /// <summary>All faults, by number.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new(StopRequested, "Stop was requested: the plunger stops where it is, the needle goes back, nothing fires.", "Look at the patient, then release the stop with a reason."),
        new(StopButton, "The stop button on the device is pressed.", "Look at the patient, release the button, then release the stop with a reason."),
        new(10, "The line is blocked: its pressure rose above the device's limit.", "Take the needle head off, purge into a swab, fit a new head."),
        new(11, "The plunger does not follow its drive.", "Check that the cartridge is seated; if it happens again, send the device to service."),
        new(12, "The needle did not reach its position or did not come home.", "Keep the device off the skin; check the needle head for obstruction."),
        new(13, "The needle went deeper than permitted.", "Keep the device off the skin and send it to service."),
        new(14, "The cartridge is empty.", "Fit a new cartridge of the same product, note its lot, prime."),
        new(15, "The cartridge is missing.", "Fit the cartridge, prime."),
        new(16, "The device is too warm.", "Let it cool down."),
        new(17, "The device is too cold.", "Let it warm up."),
        new(18, "The trigger is stuck.", "Release the trigger; if it is not pressed, send the device to service."),
        new(20, "The device's memory failed.", "Send the device to service: its journal cannot be trusted."),
        new(21, "The device reset itself because it had stalled.", "Clear, and send it to service if it happens again."),
        new(23, "The battery is low.", "Charge the device."),
        new(24, "A sensor of the device gives values that cannot be.", "Send the device to service."),
        new(25, "The device's journal is full.", "Connect with mesopen treat --resume, so that it is read and acknowledged."),
        new(26, "The device failed its self-test.", "Hold it off the skin and test again; if it fails again, send it to service."),
        new(27, "The plunger moved further than the dose.", "Stop using the device and send it to service."),
        new(CountersContradict, "The device's shot counter does not fit what was recorded.", "End this session: the device was used in another one since, or its memory was replaced or damaged."),
        new(ShotWithoutPermit, "The device reports a shot that no permit covers.", "Do not treat with it; keep the records and send it to service."),
        new(ShotOverDose, "The device reports more volume than the dose and its tolerance.", "Do not treat with it; calibrate it or send it to service."),
        new(ShotTooDeep, "The device reports a needle deeper than permitted and its tolerance.", "Do not treat with it; send it to service."),
        new(AnotherDevice, "This is not the device that the session began with.", "Connect that device; or take the open shots over as delivered, and begin a new session."),
    ];

    /// <summary>The fault of a number; one that says so if the number is not known.</summary>
    public static Fault Find(int number) => All.FirstOrDefault(fault => fault.Number == number)
        ?? new Fault(number, $"The device reports fault {number}, which this host does not know.", "Look it up in the device's manual; update the host.");

    /// <summary>Whether a fault was found by the host: the device does not know of it.</summary>
    internal static bool IsHosts(int number) => number >= CountersContradict;

    /// <summary>Whether it is a stop, and no fault.</summary>
    internal static bool IsStop(int number) => number is StopRequested or StopButton;
}
