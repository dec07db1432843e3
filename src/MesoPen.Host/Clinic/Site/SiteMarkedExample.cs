namespace MesoPen.Host.Clinic.Site;

/// <summary>The clinic is an example: nobody is treated here, and only a device that says that it is simulated is armed. Nothing takes this back.</summary>
/// <param name="By">Who chose it.</param>
public sealed record SiteMarkedExample(string By) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => SiteState.Stream;
}
