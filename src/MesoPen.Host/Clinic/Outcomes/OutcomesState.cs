namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>Outcomes, adverse events and follow-ups.</summary>
public sealed record OutcomesState
{
    /// <summary>Before the first event.</summary>
    public static OutcomesState Empty { get; } = new();

    /// <summary>The state after one more event.</summary>
    public OutcomesState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return this;
    }
}
