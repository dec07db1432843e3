using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Computes everything that a certificate states from what was recorded, and from nothing else: no clock, no file, no setting.</summary>
public static class CalibrationEvaluation
{
    /// <summary>Version of the rules. A certificate keeps it: figures are computed anew by the rules that they were computed by.</summary>
    public const int Method = 1;

    /// <summary>Computes the result of a calibration. Never throws for what cannot be computed: it objects.</summary>
    /// <param name="data">What was recorded.</param>
    public static CalibrationResult Of(CalibrationData data) => Of(data, Propagation.EnoughDraws);

    /// <summary>The same, with as many draws in each cross-check; 0 for none.</summary>
    internal static CalibrationResult Of(CalibrationData data, int draws)
    {
        ArgumentNullException.ThrowIfNull(data);
        EvaluationContext context = new(data, draws);
        if (!SetupObjections.IsPossible(context))
        {
            return new CalibrationResult(Method, data.Kind, [], null, null, Verdict.Undecided, context.Objections);
        }

        ImmutableArray<EnvironmentReading> environment = SoundReadings.Environment(context);
        DataObjections.Instruments(context);
        DataObjections.Environment(context, environment);
        ImmutableArray<SeriesResult> series = [.. data.Series.Select(each => SeriesEvaluation.Of(context, each, environment))];
        AdjustmentProposal? adjustment = series.FirstOrDefault(each => each.Kind == SeriesKind.AsFound)?.Adjustment;
        if (adjustment is { IsWithinBounds: false })
        {
            const string Text = "The scale that the readings ask for is beyond what the device takes: look for the cause.";
            context.Object(ObjectionKind.ScaleOutOfBounds, "adjustment", Text, blocks: false);
        }

        return new CalibrationResult(
            Method, data.Kind, series, adjustment, series.IsEmpty ? null : RangeEvaluation.Of(SeriesEvaluation.Judged(series[^1])),
            series.IsEmpty ? Verdict.Undecided : series[^1].Verdict, context.Objections);
    }
}
