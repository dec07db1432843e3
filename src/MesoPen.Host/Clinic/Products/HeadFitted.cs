namespace MesoPen.Host.Clinic.Products;

/// <summary>A needle head is for this session and patient, and no other ever.</summary>
/// <param name="By">Who fitted it.</param>
/// <param name="HeadId">The head.</param>
/// <param name="SessionId">The session.</param>
/// <param name="PatientId">The patient.</param>
public sealed record HeadFitted(string By, string HeadId, string SessionId, string PatientId) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "head/" + HeadId;
}
