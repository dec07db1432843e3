namespace MesoPen.Hil;

/// <summary>One expectation of the end of a run.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Name">The state, field, text, message or fault.</param>
/// <param name="Zone">Zone of a field; null for the whole plan.</param>
/// <param name="Equal">Its value; null if other bounds are given.</param>
/// <param name="AtLeast">Lower bound; null for none.</param>
/// <param name="AtMost">Upper bound; null for none.</param>
/// <param name="Tolerance">By which it may lie beside <paramref name="Equal"/>.</param>
/// <param name="Outcomes">How the runs ended, for <see cref="ExpectationKind.Runs"/>.</param>
/// <param name="Line">Where it stands.</param>
internal sealed record Expectation(
    ExpectationKind Kind, string Name, string? Zone, long? Equal, long? AtLeast, long? AtMost, long Tolerance, IReadOnlyList<string> Outcomes, int Line)
{
    /// <summary>Whether a value is as expected.</summary>
    public bool Allows(long value) =>
        (Equal is not { } equal || Math.Abs(value - equal) <= Tolerance) && (AtLeast is not { } least || value >= least) && (AtMost is not { } most || value <= most);

    /// <summary>The bounds in words.</summary>
    public string Bounds => Equal is { } equal ? (Tolerance > 0 ? $"{equal} ± {Tolerance}" : $"{equal}")
        : AtLeast is { } least ? (AtMost is { } most ? $"{least} to {most}" : $"at least {least}") : $"at most {AtMost}";
}
