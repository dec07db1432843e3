namespace MesoPen.Host.Clinic;

/// <summary>Problem types of every part of the clinic.</summary>
public static class ClinicProblems
{
    /// <summary>A value is missing, malformed or beyond what can be.</summary>
    public static ProblemType Invalid { get; } = new(
        "invalid", 422, "A value is not what it must be", "A field is missing, malformed or out of its range.", "Correct the field that the detail names.");

    /// <summary>There is no such thing.</summary>
    public static ProblemType Unknown { get; } = new(
        "unknown", 404, "There is no such thing", "An id names nothing that the clinic knows.", "Check the id; the lists show those that are.");

    /// <summary>It exists already.</summary>
    public static ProblemType Exists { get; } = new(
        "exists", 409, "It exists already", "An id or name that must be unique is taken.", "Choose another one, or use what exists.");

    /// <summary>It changed meanwhile.</summary>
    public static ProblemType Changed { get; } = new(
        "changed", 412, "It changed meanwhile", "If-Match names a version that is not the newest: somebody else changed it.", "Read it anew, look at what changed, and ask again.");

    /// <summary>Not possible as things stand.</summary>
    public static ProblemType NotNow { get; } = new(
        "not-now", 409, "Not possible as things stand", "What was asked does not fit the state of what it was asked of.", "The detail says what must be first.");
}
