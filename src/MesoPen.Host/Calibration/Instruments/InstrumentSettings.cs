using System.Globalization;
using MesoPen.Host.Links;

namespace MesoPen.Host.Calibration;

/// <summary>Settings of a serial line.</summary>
/// <param name="Baud">Its rate, Bd.</param>
/// <param name="Format">Data bits, parity, stop bits.</param>
internal sealed record InstrumentSettings(int Baud, SerialFormat Format)
{
    public static InstrumentSettings Of(int baud, string format) => SerialFormat.TryParse(format, out SerialFormat? read)
        ? new InstrumentSettings(baud, read)
        : throw new ArgumentException("No format.", nameof(format));

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Baud}-{Format}");
}
