namespace MesoPen.Host.Clinic.Site;

/// <summary>How long sign-ins last and when accounts are locked was set.</summary>
/// <param name="By">Who set it.</param>
/// <param name="Security">All of it.</param>
public sealed record SiteSecuritySet(string By, SiteSecurity Security) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => SiteState.Stream;
}
