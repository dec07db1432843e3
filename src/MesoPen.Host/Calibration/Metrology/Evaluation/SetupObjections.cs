namespace MesoPen.Host.Calibration.Metrology;

/// <summary>
/// Whether what was settled can be computed with. What comes from a file may hold anything: a number that no instrument and no laboratory has would
/// make others of it that are none.
/// </summary>
internal static class SetupObjections
{
    private const long Most = 1_000_000_000_000;

    /// <summary>Objects and says no if it cannot.</summary>
    public static bool IsPossible(EvaluationContext context)
    {
        CalibrationSetup setup = context.Setup;
        Require(context, "coverage", setup.CoveragePermyriad is >= 5_000 and <= 9_999);
        Require(context, "points", !setup.Points.IsDefault && setup.Points.All(IsPossible));
        Require(context, "references", !setup.References.IsDefault && setup.References.All(IsPossible));
        Require(context, "weights", setup.WeightDensity is >= 1_000 and <= 30_000);
        Require(context, "expansion", setup.ExpansionPerMilliK is >= 0 and <= 10_000_000);
        Require(context, "operator", setup.OperatorPermille is >= 0 and <= 1_000);
        Require(context, "needles", context.Data.Device.Needles is >= 1 and <= 100);
        Require(context, "time", SoundReadings.IsTime(context.Data.BegunAtUnixMs) && SoundReadings.IsTime(context.Data.EndedAtUnixMs));
        Require(context, "series", !context.Data.Series.IsDefault && context.Data.Series.All(each => each.Scale.PlungerPpm > 0));
        return context.Objections.IsEmpty;
    }

    private static bool IsPossible(CalibrationPoint point) =>
        point.Nominal is >= 0 and <= Most && point.Tolerance is >= 0 and <= Most && point.Replicates >= 0 && point.ShotsPerReading >= 0;

    private static bool IsPossible(ReferenceInstrument reference)
    {
        long most = reference.Role switch
        {
            "thermometer" => 100_000,
            "barometer" => 1_000_000,
            "hygrometer" => 10_000,
            _ => Most,
        };
        return reference.Resolution >= 0 && reference.Resolution <= most && reference.Expanded >= 0 && reference.Expanded <= most
            && reference.DriftPerYear >= 0 && reference.DriftPerYear <= most && reference.Coverage is >= 1_000 and <= 100_000;
    }

    private static void Require(EvaluationContext context, string subject, bool holds)
    {
        if (!holds)
        {
            context.Object(ObjectionKind.SetupImpossible, subject, $"What is recorded as {subject} cannot be.", blocks: true);
        }
    }
}
