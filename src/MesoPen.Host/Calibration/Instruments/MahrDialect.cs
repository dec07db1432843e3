using System.Collections.Immutable;
using System.Text;

namespace MesoPen.Host.Calibration;

/// <summary>
/// Mahr (OPTO-RS) and Sylvac gauges: a question mark is answered by a decimal and, with most, a unit. Without one the gauge is to show
/// millimetres. It says nothing of rest.
/// </summary>
internal sealed class MahrDialect : InstrumentDialect
{
    public override InstrumentProtocol Protocol => InstrumentProtocol.Mahr;

    public override InstrumentQuantity Quantity => InstrumentQuantity.Length;

    public override string AskStable => "?\r";

    public override bool WaitsForRest => false;

    public override bool RestByRepetition => true;

    public override string AskModel => "ID?\r";

    public override string AskSerial => "SER?\r";

    public override ImmutableArray<InstrumentSettings> Settings { get; } = InstrumentSettings.List("9600-8N1 9600-7E2 4800-7E2 9600-7E1");

    public override InstrumentReply Read(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> text = line.Trim((byte)' ');
        if (text.StartsWith("ERR"u8))
        {
            return InstrumentReply.Of(text[3..].Trim((byte)' ') switch
            {
                [(byte)'1'] => InstrumentProblem.NotUnderstood,
                [(byte)'2'] => InstrumentProblem.Garbled,
                [(byte)'3'] => InstrumentProblem.Overload,
                _ => InstrumentProblem.Fault,
            });
        }

        int end = 0;
        while (end < text.Length && text[end] is (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9'))
        {
            end++;
        }

        ReadOnlySpan<byte> number = text[..end];
        ReadOnlySpan<byte> unit = text[end..].TrimStart((byte)' ');

        // With limits set, one of these says on which side of them the value is.
        unit = unit is [.., (byte)'<' or (byte)'=' or (byte)'>'] ? unit[..^1].TrimEnd((byte)' ') : unit;
        return number.IndexOf((byte)'.') < 0
            ? InstrumentReply.Garbled
            : InstrumentReply.Of(number, unit.IsEmpty ? "mm"u8 : unit, InstrumentQuantity.Length, stable: false, zeros: true);
    }

    public override string? ReadText(ReadOnlySpan<byte> line)
    {
        // A name is any text, so a gauge that prints by itself would be named after what it measures.
        string text = Encoding.ASCII.GetString(line).Trim();
        return text.TrimStart('+', '-', '.').Length == text.Length && Read(line).Kind != InstrumentReplyKind.Value
            && text.Length is > 0 and <= 40 && !text.StartsWith("ERR", StringComparison.Ordinal) && !text.Any(char.IsControl)
            && !text.Contains('?', StringComparison.Ordinal) ? text : null;
    }
}
