namespace MesoPen.Host.Clinic.Plans;

/// <summary>Protocols and plans.</summary>
public sealed record PlansState
{
    /// <summary>Before the first event.</summary>
    public static PlansState Empty { get; } = new();

    /// <summary>The state after one more event.</summary>
    public PlansState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return this;
    }
}
