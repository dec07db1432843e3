using System.Diagnostics.CodeAnalysis;
using System.IO.Ports;

namespace MesoPen.Host.Links;

/// <summary>How a byte goes over a serial line, written as <c>8N1</c>: data bits, parity (None, Odd, Even), stop bits.</summary>
/// <param name="DataBits">7 or 8.</param>
/// <param name="Parity">None, odd or even.</param>
/// <param name="StopBits">One or two.</param>
public sealed record SerialFormat(int DataBits, Parity Parity, StopBits StopBits)
{
    /// <summary>What devices use.</summary>
    public static SerialFormat Usual { get; } = new(8, Parity.None, StopBits.One);

    /// <summary>Reads a format; false if it is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SerialFormat? format)
    {
        ArgumentNullException.ThrowIfNull(text);
        format = text is ['7' or '8', 'N' or 'O' or 'E', '1' or '2']
            ? new SerialFormat(text[0] - '0', ParityOf(text[1]), text[2] == '1' ? StopBits.One : StopBits.Two)
            : null;
        return format is not null;
    }

    /// <inheritdoc />
    public override string ToString() => $"{DataBits}{Parity.ToString()[0]}{(StopBits == StopBits.Two ? 2 : 1)}";

    private static Parity ParityOf(char letter) => letter switch { 'O' => Parity.Odd, 'E' => Parity.Even, _ => Parity.None };
}
