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
        new(StopRequested, "Stop was requested: plunger still, needle back, nothing fires.", "Look at the patient, then release it with a reason."),
        new(StopButton, "The stop button on the device is pressed.", "Look at the patient, release the button, then the stop, with a reason."),
        new(10, "The line is blocked: its pressure rose above the device's limit.", "Take the needle head off, purge into a swab, fit a new head."),
        new(11, "The plunger does not follow its drive.", "Check that the cartridge is seated; if it comes again, send it to service."),
        new(12, "The needle did not reach its position or did not come home.", "Keep it off the skin; check the needle head for obstruction."),
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
        new(26, "The device failed its self-test.", "Hold it off the skin and test again; else send it to service."),
        new(27, "The plunger moved further than the dose.", "Stop using the device and send it to service."),
        new(CountersContradict, "The device's counters do not fit the records.", "End this session: it was used elsewhere since, or is damaged."),
        new(ShotWithoutPermit, "The device reports a shot that no permit covers.", "Do not treat with it; keep the records and send it to service."),
        new(ShotOverDose, "The device reports more volume than dose and tolerance.", "Do not treat with it; calibrate it or send it to service."),
        new(ShotTooDeep, "The device reports a needle deeper than permit and tolerance.", "Do not treat with it; send it to service."),
        new(AnotherDevice, "This is not the device that the session began with.", "Connect that one; or take open shots over and end the session."),
    ];

    /// <summary>The fault of a number; one that says so if the number is not known.</summary>
    public static Fault Find(int number) => All.FirstOrDefault(fault => fault.Number == number)
        ?? new Fault(number, $"The device reports fault {number}, which this host does not know.", "Look it up in its manual.");
}
