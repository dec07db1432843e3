using MesoPen.Host.Clinic;

namespace MesoPen.Host.Calibration;

/// <summary>Problem types of the bench.</summary>
public static class CalibrationProblems
{
    /// <summary>Another calibration is under way.</summary>
    public static ProblemType Running { get; } = new(
        "calibration-running", 409, "A calibration is under way", "A bench has one device and one instrument, and does one calibration at a time.",
        "Let the calibration that the detail names end, or abort it.");

    /// <summary>The instrument gives no values.</summary>
    public static ProblemType InstrumentUnfit { get; } = new(
        "instrument-unfit", 409, "The instrument gives no value that counts", "Nothing answers at its address, or what answers cannot be read or is out of its range.",
        "The detail says what to do; mesopen instruments detect tries all protocols and line settings.");

    /// <summary>Nobody is asked for anything.</summary>
    public static ProblemType NothingAsked { get; } = new(
        "nothing-asked", 409, "The bench asks for nothing", "A reading or a word of go came that no routine waits for.", "Read the calibration anew, and answer what it asks.");

    /// <summary>The device cannot be adjusted.</summary>
    public static ProblemType NotAdjustable { get; } = new(
        "not-adjustable", 409, "The device cannot be adjusted", "Its firmware takes no adjustment, or the fitted one is beyond what it takes.",
        "Have the device repaired or updated; it can be calibrated as it is, without adjustment.");
}
