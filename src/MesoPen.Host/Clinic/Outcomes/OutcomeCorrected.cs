namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>An outcome was entered wrongly: this holds instead. The earlier one stays in the journal.</summary>
/// <param name="By">Who corrected it.</param>
/// <param name="OutcomeId">Id of the outcome.</param>
/// <param name="Details">What was measured, whole.</param>
/// <param name="Reason">Why.</param>
public sealed record OutcomeCorrected(string By, string OutcomeId, OutcomeDetails Details, string Reason) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "outcome/" + OutcomeId;
}
