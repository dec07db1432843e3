namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>An outcome was entered in error: it counts no more. It stays in the journal.</summary>
/// <param name="By">Who withdrew it.</param>
/// <param name="OutcomeId">Id of the outcome.</param>
/// <param name="Reason">Why.</param>
public sealed record OutcomeWithdrawn(string By, string OutcomeId, string Reason) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "outcome/" + OutcomeId;
}
