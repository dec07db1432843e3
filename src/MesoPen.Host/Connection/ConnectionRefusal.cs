namespace MesoPen.Host.Connection;

/// <summary>A device answers and must not be used. Final: it is not tried again until a person has done something about it.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Where">The address, as the user wrote it.</param>
/// <param name="Found">What the device said.</param>
/// <param name="Expected">What it should have said.</param>
/// <param name="Remedy">What to do.</param>
public sealed record ConnectionRefusal(RefusalKind Kind, string Where, string Found, string Expected, string Remedy)
{
    /// <summary>The refusal as one sentence.</summary>
    public string Sentence => $"The device at {Where} {Found}, expected {Expected}: {Remedy}.";

    /// <inheritdoc />
    public override string ToString() => Sentence;
}
