namespace MesoPen.Host.Clinic.Site;

/// <summary>The site: its name, policy and limits.</summary>
public sealed record SiteState
{
    /// <summary>Before the first event.</summary>
    public static SiteState Empty { get; } = new();

    /// <summary>The state after one more event.</summary>
    public SiteState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return this;
    }
}
