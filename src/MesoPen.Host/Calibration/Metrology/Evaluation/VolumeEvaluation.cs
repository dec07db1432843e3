using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Doses from weighings.</summary>
internal static class VolumeEvaluation
{
    private const double NgPerMg = 1e6;
    private const double NlPerUl = 1000;

    // EURAMET cg-19: a coefficient from the literature is known to five to ten percent.
    private const double ExpansionRelative = 0.1;

    /// <summary>One point, from its weighings in the order of time.</summary>
    public static VolumePointResult Of(EvaluationContext context, WeighingRoom room, int index, ImmutableArray<WeighingReading> weighings)
    {
        ImmutableArray<VolumeReading> readings = [.. weighings.Select(each => Reading(context, room, each))];
        double[] volumes = [.. readings.Select(each => each.VolumeNl)];
        double[] errors = [.. readings.Select(each => each.ErrorNl)];
        double shots = weighings.IsEmpty ? context.Setup.Points[index].ShotsPerReading : weighings.Average(each => (double)each.Shots);
        double shotDeviation = volumes.Length < 2 ? 0 : Sample.Deviation(volumes) * Math.Sqrt(shots);
        PointResult stated = PointEvaluation.Of(context, index, volumes, errors, shotDeviation, Known(context, room, index, weighings, readings));
        return new VolumePointResult(
            stated, (int)Math.Round(shots), shotDeviation, readings.IsEmpty ? room.Z(room.Mean) : readings.Average(each => each.Z), readings,
            ControlCharts.IndividualsOf([.. volumes]));
    }

    private static VolumeReading Reading(EvaluationContext context, WeighingRoom room, WeighingReading weighing)
    {
        Room during = room.During(weighing);
        double z = room.Z(during);
        long mass = weighing.AfterNg - weighing.BeforeNg;
        double evaporated = (room.Evaporation?.MgPerHour ?? 0) * EvaporationRegression.Hours(weighing) * NgPerMg;
        double volume = (mass + evaporated) / NgPerMg * z * NlPerUl * MassToVolume.To20(during.WaterC, Expansion(context)) / weighing.Shots;
        double error = volume - ((double)weighing.CommandedNl / weighing.Shots);
        return new VolumeReading(weighing.Replicate, weighing.AfterAtUnixMs, weighing.Shots, mass, evaporated, z, volume, error);
    }

    private static (ImmutableArray<BudgetLine> Lines, ExpandedUncertainty Uncertainty)? Known(
        EvaluationContext context, WeighingRoom room, int index, ImmutableArray<WeighingReading> weighings, ImmutableArray<VolumeReading> readings)
    {
        if (readings.Length < 2 || room.Balance is not { } balance)
        {
            return null;
        }

        double scatterNl = Sample.Deviation([.. readings.Select(each => each.VolumeNl)]);
        double shots = weighings.Average(each => (double)each.Shots);
        double hours = weighings.Average(each => EvaporationRegression.Hours(each) / each.Shots);
        double massMg = readings.Average(each => each.MassNg / NgPerMg / each.Shots);
        double toldNl = weighings.Average(each => (double)each.CommandedNl / each.Shots);
        double scatterMg = Sample.Deviation([.. readings.Select(each => (each.MassNg + each.EvaporatedNg) / NgPerMg)]);
        ImmutableArray<UncertainInput> inputs =
        [
            PointEvaluation.Repeatability(scatterNl, readings.Length, "nL"),
            .. balance.Lines(1 / NgPerMg, "mg", 2, scatterMg, readings.Length),
            new(BudgetSource.WaterDensity, false, InputShape.Normal, 0, WaterDensity.Standard, "kg/m³", null),
            new(BudgetSource.AirDensity, false, InputShape.Normal, room.Mean.Air, room.AirStandard, "kg/m³", null),
            new(BudgetSource.WaterTemperature, false, InputShape.Normal, room.Mean.WaterC, room.WaterStandardC, "°C", null),
            EvaporationInput(room.Evaporation),
            new(BudgetSource.Expansion, false, InputShape.Normal, Expansion(context), Expansion(context) * ExpansionRelative, "1/K", null),
            new(BudgetSource.Operator, false, InputShape.Normal, 0, toldNl * context.Setup.OperatorPermille / 1000.0, "nL", null),
        ];
        double Error(ReadOnlySpan<double> x)
        {
            double mass = massMg + ((x[1] + x[2] + x[3]) / shots) + (x[7] * hours);
            double z = MassToVolume.Z(WaterDensity.Of(x[6]) + x[4], x[5], room.Weights);
            return (mass * z * NlPerUl * MassToVolume.To20(x[6], x[8])) + x[0] + x[9] - toldNl;
        }

        return context.Uncertainty(inputs, Error, $"point {index + 1}");
    }

    private static UncertainInput EvaporationInput(Evaporation? evaporation)
    {
        double? freedom = evaporation?.DegreesOfFreedom;
        InputShape shape = freedom is null ? InputShape.Normal : InputShape.StudentT;
        return new(
            BudgetSource.Evaporation, freedom is not null, shape, evaporation?.MgPerHour ?? 0, evaporation?.StandardMgPerHour ?? 0, "mg/h", freedom);
    }

    private static double Expansion(EvaluationContext context) => context.Setup.ExpansionPerMilliK * 1e-9;
}
