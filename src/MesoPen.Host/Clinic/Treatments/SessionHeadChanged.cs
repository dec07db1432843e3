namespace MesoPen.Host.Clinic.Treatments;

/// <summary>A session goes on with another needle head.</summary>
/// <param name="By">Who fitted it.</param>
/// <param name="SessionId">The session.</param>
/// <param name="HeadId">The new head.</param>
/// <param name="Punctures">Punctures that the head before had in this session.</param>
public sealed record SessionHeadChanged(string By, string SessionId, string HeadId, int Punctures) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "treatment/" + SessionId;
}
