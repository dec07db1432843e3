namespace MesoPen.Host.Clinic.Products;

/// <summary>What a session took out of a vial. The rest of what it had reserved is free again.</summary>
/// <param name="By">Who ended the session.</param>
/// <param name="VialId">The vial or mixture.</param>
/// <param name="SessionId">The session.</param>
/// <param name="UsedNl">What left the needle: shots, prime and purge, nL.</param>
/// <param name="LeftOverNl">What was drawn and not used, nL: it was on a patient's needle and never goes back into the vial.</param>
public sealed record VialUsed(string By, string VialId, string SessionId, long UsedNl, long LeftOverNl) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "vial/" + VialId;
}
