using System.Collections.Immutable;

namespace MesoPen.Host.Calibration;

/// <summary>Figures as they are collected, each id once.</summary>
internal sealed class FigureList(CalibrationKind kind)
{
    private readonly ImmutableArray<CertificateFigure>.Builder _figures = ImmutableArray.CreateBuilder<CertificateFigure>();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Unit in which results are printed.</summary>
    public string Unit { get; } = UnitOf(kind);

    /// <summary>What makes of the unit of results the printed one.</summary>
    public double Factor { get; } = kind == CalibrationKind.Volume ? 0.001 : 1;

    /// <summary>Printed unit of a kind.</summary>
    public static string UnitOf(CalibrationKind kind) => kind switch
    {
        CalibrationKind.Volume => "µL",
        CalibrationKind.Depth => "µm",
        _ => "kPa",
    };

    /// <summary>The same for whole numbers, exactly.</summary>
    public static decimal FactorOf(CalibrationKind kind) => kind == CalibrationKind.Volume ? 0.001m : 1m;

    /// <summary>Adds one.</summary>
    public void Add(string id, string value, string unit = "")
    {
        if (!_ids.Add(id))
        {
            throw new InvalidOperationException($"The figure {id} is there already.");
        }

        _figures.Add(new CertificateFigure(id, value, unit));
    }

    /// <summary>Adds one with a number of decimals, if there is one.</summary>
    public void Add(string id, double? value, int decimals, string unit)
    {
        if (value is { } there)
        {
            Add(id, FigureText.Fixed(there, decimals), unit);
        }
    }

    /// <summary>Adds one in the unit of results, if there is one.</summary>
    public void AddResult(string id, double? value, int decimals) => Add(id, value * Factor, decimals, Unit);

    /// <summary>All of them.</summary>
    public ImmutableArray<CertificateFigure> ToArray() => _figures.ToImmutable();
}
