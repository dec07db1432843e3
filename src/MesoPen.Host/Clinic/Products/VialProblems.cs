namespace MesoPen.Host.Clinic.Products;

/// <summary>Problem types of vials and mixtures.</summary>
public static class VialProblems
{
    /// <summary>There is no such vial.</summary>
    public static ProblemType Missing { get; } = new(
        "vial-unknown", 409, "The vial is not known", "The session names a vial or mixture that nobody took in.",
        "Take the vial in, or correct its id.");

    /// <summary>The vial was not opened.</summary>
    public static ProblemType NotOpened { get; } = new(
        "vial-not-opened", 409, "The vial was not opened", "Nobody recorded that the vial was opened, so that nothing says how long it may be used.",
        "Record its opening when it is opened.");

    /// <summary>The vial is open too long.</summary>
    public static ProblemType OpenTooLong { get; } = new(
        "vial-open-too-long", 409, "The vial is open too long", "More hours have passed since it was opened than the sheet of its product allows.",
        "Discard it, and open another one.");

    /// <summary>The vial was discarded.</summary>
    public static ProblemType Discarded { get; } = new(
        "vial-discarded", 409, "The vial was discarded", "The vial or mixture was taken out of use.",
        "Take another one.");

    /// <summary>Not enough is left.</summary>
    public static ProblemType TooLittle { get; } = new(
        "vial-too-little", 409, "Not enough is left in the vial", "The session needs more than is left in the vial.",
        "Take a fuller vial, or plan less.");

    /// <summary>Enough is left, but not for this session.</summary>
    public static ProblemType Reserved { get; } = new(
        "vial-reserved", 409, "Other sessions have reserved the rest", "What is left in the vial would be enough, but running sessions have reserved it.",
        "Take another vial, or wait until those sessions end.");

    /// <summary>More was used than can have been in it.</summary>
    public static ProblemType Overdrawn { get; } = new(
        "vial-overdrawn", 409, "More than the vial held", "What is said to be used and left over is more than was in the vial for this session.",
        "Correct the volumes; if they are right, the vial held more than was recorded: discard it and say so.");

    /// <summary>Two products of a mixture are not known to go together.</summary>
    public static ProblemType MixingNotDescribed { get; } = new(
        "mixing-not-described", 409, "Nobody says that these may be mixed", "No sheet of the two products names the other one as a partner with a source.",
        "Add the partner with its source to the sheet of one of them, or do not mix.");
}
