using System.Collections.Immutable;
using System.Globalization;
using MesoPen.Host.Links;

namespace MesoPen.Host.Calibration;

/// <summary>Settings of a serial line.</summary>
/// <param name="Baud">Its rate, Bd.</param>
/// <param name="Format">Data bits, parity, stop bits.</param>
internal sealed record InstrumentSettings(int Baud, SerialFormat Format)
{
    /// <summary>Settings written as <c>9600-8N1</c>, blanks between.</summary>
    public static ImmutableArray<InstrumentSettings> List(string text) => [.. text.Split(' ').Select(static each =>
    {
        string[] parts = each.Split('-');
        return SerialFormat.TryParse(parts[1], out SerialFormat? format)
            ? new InstrumentSettings(int.Parse(parts[0], CultureInfo.InvariantCulture), format)
            : throw new ArgumentException("No format.", nameof(text));
    })];

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Baud}-{Format}");
}
