namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>The site has a text of its own, or a new version of it.</summary>
/// <param name="By">Who published it.</param>
/// <param name="Text">The text.</param>
public sealed record ConsentTextPublished(string By, ConsentText Text) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "consent-text/" + Text.Id;
}
