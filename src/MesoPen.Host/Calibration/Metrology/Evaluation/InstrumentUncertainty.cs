using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>What a reference instrument brings into a result, in its own unit.</summary>
/// <param name="Standard">Standard uncertainty by its certificate.</param>
/// <param name="Resolution">Smallest step.</param>
/// <param name="Drift">How far it may have drifted: all that it may drift in a year, as the day of its calibration is not recorded.</param>
internal sealed record InstrumentUncertainty(double Standard, double Resolution, double Drift)
{
    public static InstrumentUncertainty Of(ReferenceInstrument reference) =>
        new(reference.Expanded / (Math.Max(1, reference.Coverage) / 1000.0), reference.Resolution, reference.DriftPerYear);

    /// <summary>All of it in one standard uncertainty, with what changed while it was read.</summary>
    /// <param name="span">Largest less smallest reading.</param>
    public double Whole(double span) =>
        Math.Sqrt((Standard * Standard) + (Drift * Drift / 3) + (Resolution * Resolution / 12) + (span * span / 12));

    /// <summary>Lines of a budget: calibration, resolution, drift.</summary>
    /// <param name="factor">From the instrument's unit to that of the budget.</param>
    /// <param name="unit">Unit of the budget.</param>
    /// <param name="readings">Readings in one figure: two for a difference, one otherwise.</param>
    /// <param name="scatter">Standard deviation of the figures, in the unit of the budget.</param>
    /// <param name="count">How many figures the mean is made of.</param>
    public ImmutableArray<UncertainInput> Lines(double factor, string unit, int readings, double scatter, int count)
    {
        return
        [
            new(BudgetSource.ReferenceCalibration, false, InputShape.Normal, 0, Standard * factor, unit, null),
            Rounding(factor, unit, readings, scatter, count),
            new(BudgetSource.ReferenceDrift, false, InputShape.Rectangular, 0, Drift * factor / Math.Sqrt(3), unit, null),
        ];
    }

    /// <summary>The line of resolution by itself.</summary>
    /// <inheritdoc cref="Lines"/>
    public UncertainInput Rounding(double factor, string unit, int readings, double scatter, int count)
    {
        double step = Resolution * factor;
        double rounding = step * Math.Sqrt(readings / 12.0);

        // Readings that scatter by more than a step are rounded each in its own way, and the mean gains by it; all others may be rounded alike.
        bool isOwn = scatter > step && count > 1;
        InputShape shape = isOwn ? InputShape.Normal : readings == 2 ? InputShape.Triangular : InputShape.Rectangular;
        return new(BudgetSource.ReferenceResolution, false, shape, 0, isOwn ? rounding / Math.Sqrt(count) : rounding, unit, null);
    }
}
