namespace MesoPen.Host.Clinic.People;

/// <summary>A clinician wants to treat although a rule blocks it.</summary>
/// <param name="By">The clinician.</param>
/// <param name="OverrideId">Id of the override.</param>
/// <param name="Subject">Which block, for whom, until when.</param>
/// <param name="Reason">Why.</param>
/// <param name="Signature">The clinician's, bound to subject and reason.</param>
public sealed record OverrideProposed(string By, string OverrideId, OverrideSubject Subject, string Reason, Signature Signature)
    : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "override/" + OverrideId;
}
