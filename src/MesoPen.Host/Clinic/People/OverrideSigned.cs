namespace MesoPen.Host.Clinic.People;

/// <summary>A second person agrees: the block does not count for what the override names.</summary>
/// <param name="By">Who agrees: not who proposed it.</param>
/// <param name="OverrideId">The override.</param>
/// <param name="Signature">Bound to subject and reason, as the first.</param>
public sealed record OverrideSigned(string By, string OverrideId, Signature Signature) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "override/" + OverrideId;
}
