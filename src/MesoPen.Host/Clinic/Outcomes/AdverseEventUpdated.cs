namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>More is known of an adverse event, or what was known was wrong: this holds instead. The earlier one stays in the journal.</summary>
/// <param name="By">Who updated it.</param>
/// <param name="AdverseEventId">Its id.</param>
/// <param name="Details">What is known, whole.</param>
/// <param name="Reason">What changed and why.</param>
public sealed record AdverseEventUpdated(string By, string AdverseEventId, AdverseEventDetails Details, string Reason) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "adverse-event/" + AdverseEventId;
}
