namespace MesoPen.Host.Clinic.Site;

/// <summary>The records of a site begin.</summary>
/// <param name="By">Who set it up.</param>
/// <param name="Name">The clinic's name, as it is printed on records.</param>
/// <param name="Language">Language of the clinic, BCP 47; null if none was stated.</param>
public sealed record SiteInitialised(string By, string Name, string? Language = null) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => SiteState.Stream;
}
