namespace MesoPen.Host.Clinic.People;

/// <summary>An override does not count, or no longer.</summary>
/// <param name="By">Who withdrew it.</param>
/// <param name="OverrideId">The override.</param>
public sealed record OverrideWithdrawn(string By, string OverrideId) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "override/" + OverrideId;
}
