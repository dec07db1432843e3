namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>Values of one measure in one zone over time, oldest first. Values of different units or instruments are different series.</summary>
/// <param name="Zone">Zone of the skin.</param>
/// <param name="Measure">What was measured.</param>
/// <param name="ScoreName">Name of the score; null for other measures.</param>
/// <param name="Unit">Unit of all values.</param>
/// <param name="Instrument">Instrument of all values; null if none was named.</param>
/// <param name="Points">The values.</param>
public sealed record OutcomeSeries(
    string Zone, Measure Measure, string? ScoreName, string Unit, string? Instrument, IReadOnlyList<OutcomePoint> Points)
{
    /// <summary>All series of a patient, by zone and measure.</summary>
    public static IReadOnlyList<OutcomeSeries> Of(OutcomesState outcomes, string patientId)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return
        [
            .. outcomes.Measured.Values
                .Where(outcome => outcome.PatientId == patientId && !outcome.Withdrawn)
                .GroupBy(outcome => (
                    outcome.Details.Zone, outcome.Details.Measure, outcome.Details.ScoreName, outcome.Details.Unit, outcome.Details.Instrument))
                .OrderBy(group => group.Key.Zone, StringComparer.Ordinal).ThenBy(group => group.Key.Measure)
                .ThenBy(group => group.Key.ScoreName, StringComparer.Ordinal).ThenBy(group => group.Key.Unit, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Instrument, StringComparer.Ordinal)
                .Select(group => new OutcomeSeries(
                    group.Key.Zone, group.Key.Measure, group.Key.ScoreName, group.Key.Unit, group.Key.Instrument,
                    [
                        .. group.OrderBy(outcome => outcome.Details.Day).ThenBy(outcome => outcome.Id, StringComparer.Ordinal)
                            .Select(outcome => new OutcomePoint(outcome.Details.Day, outcome.Details.Value, outcome.Id, outcome.Details.SessionId)),
                    ])),
        ];
    }
}
