namespace MesoPen.Host.Clinic.Treatments;

/// <summary>Treatment sessions as the clinic sees them.</summary>
public sealed record TreatmentsState
{
    /// <summary>Before the first event.</summary>
    public static TreatmentsState Empty { get; } = new();

    /// <summary>The state after one more event.</summary>
    public TreatmentsState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return this;
    }
}
