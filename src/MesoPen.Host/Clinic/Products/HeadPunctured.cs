namespace MesoPen.Host.Clinic.Products;

/// <summary>A needle head went into skin.</summary>
/// <param name="By">Who treated.</param>
/// <param name="HeadId">The head.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Punctures">How many more times: one a shot, whatever the number of needles.</param>
public sealed record HeadPunctured(string By, string HeadId, string SessionId, int Punctures) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "head/" + HeadId;
}
