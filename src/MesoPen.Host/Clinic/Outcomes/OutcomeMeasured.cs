namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>A value was measured.</summary>
/// <param name="By">Who entered it.</param>
/// <param name="OutcomeId">Id of the outcome.</param>
/// <param name="PatientId">Whose skin.</param>
/// <param name="Details">What was measured.</param>
public sealed record OutcomeMeasured(string By, string OutcomeId, string PatientId, OutcomeDetails Details) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "outcome/" + OutcomeId;
}
