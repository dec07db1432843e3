using System.Collections.Frozen;
using System.Globalization;

namespace MesoPen.Host.Calibration;

/// <summary>Figures of a certificate by id. Renderings print these and compute nothing.</summary>
internal sealed class FigureIndex(IEnumerable<CertificateFigure> figures)
{
    // Stands where there is no figure, so that nobody takes an empty cell for a zero.
    private const string None = "–";

    // No figure of a device comes near; what is larger, or no number at all, is not drawn.
    private const double Drawable = 1e12;

    private readonly FrozenDictionary<string, CertificateFigure> _figures =
        figures.DistinctBy(each => each.Id).ToFrozenDictionary(each => each.Id, StringComparer.Ordinal);

    /// <summary>Whether there is one.</summary>
    public bool Has(string id) => _figures.ContainsKey(id);

    /// <summary>Its value as printed.</summary>
    public string Value(string id) => _figures.TryGetValue(id, out CertificateFigure? figure) ? figure.Value : None;

    /// <summary>Its unit; empty if it has none.</summary>
    public string Unit(string id) => _figures.TryGetValue(id, out CertificateFigure? figure) ? figure.Unit : "";

    /// <summary>Value and unit, held together by a space that does not break.</summary>
    public string Text(string id) => Unit(id) is { Length: > 0 } unit ? $"{Value(id)}\u00a0{unit}" : Value(id);

    /// <summary>Its value as a number, for a picture; null if there is none.</summary>
    public double? Number(string id) =>
        _figures.TryGetValue(id, out CertificateFigure? figure) && double.TryParse(figure.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && Math.Abs(number) < Drawable
            ? number
            : null;

    /// <summary>Prefixes <c>NAME-1</c>, <c>NAME-2</c> and on, as long as a figure of each is there.</summary>
    public IEnumerable<string> Counted(string name, string probe = "")
    {
        for (int place = 1; Has(string.Create(CultureInfo.InvariantCulture, $"{name}-{place}{probe}")); place++)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{name}-{place}");
        }
    }

    /// <summary>A word of a figure as people read it: <c>conditional-pass</c> is "conditional pass".</summary>
    public string Words(string id) => Value(id).Replace('-', ' ');
}
