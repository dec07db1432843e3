namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>An adverse event was reported.</summary>
/// <param name="By">Who reported it.</param>
/// <param name="AdverseEventId">Its id.</param>
/// <param name="PatientId">Whom it befell.</param>
/// <param name="Details">What is known.</param>
public sealed record AdverseEventReported(string By, string AdverseEventId, string PatientId, AdverseEventDetails Details) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "adverse-event/" + AdverseEventId;
}
