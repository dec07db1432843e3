using System.Collections.Immutable;
using System.Text;

namespace MesoPen.Host.Calibration;

/// <summary>Radwag. A weight is a line of 20 characters before its end; orders are taken (A), then done (D).</summary>
/// <remarks>
/// 1 to 3 the command; 4 a space; 5 the marker; 6 a space; 7 the sign; 8 to 16 the value, right-aligned; 17 a space; 18 to 20 the unit.
/// </remarks>
internal sealed class RadwagDialect : InstrumentDialect
{
    private const int Length = 20;
    private const int UnitAt = 17;

    public override InstrumentProtocol Protocol => InstrumentProtocol.Radwag;

    public override string AskStable => "S\r\n";

    public override string AskNow => "SI\r\n";

    public override string Zero => "Z\r\n";

    public override string Tare => "T\r\n";

    public override string AskModel => "BN\r\n";

    public override string AskSerial => "NB\r\n";

    public override ImmutableArray<InstrumentSettings> Settings { get; } = InstrumentSettings.List("9600-8N1 4800-8N1 19200-8N1 57600-8N1");

    public override InstrumentReply Read(ReadOnlySpan<byte> line)
    {
        if (line.SequenceEqual("ES"u8))
        {
            return InstrumentReply.Of(InstrumentProblem.NotUnderstood);
        }

        return line.Length > UnitAt && line[6] is (byte)' ' or (byte)'-' or (byte)'+' && line[15] is not (byte)' ' ? Weight(line) : Answer(line);
    }

    public override string? ReadText(ReadOnlySpan<byte> line)
    {
        int open = line.IndexOf((byte)'"');
        int close = line.LastIndexOf((byte)'"');
        bool known = line.StartsWith("NB A"u8) || line.StartsWith("BN A"u8);
        return known && close > open ? Encoding.Latin1.GetString(line[(open + 1)..close]).Trim() : null;
    }

    private static InstrumentReply Weight(ReadOnlySpan<byte> line)
    {
        // Blanks after the unit may be left out, no others.
        ReadOnlySpan<byte> command = line[..3].TrimEnd((byte)' ');
        ReadOnlySpan<byte> unit = line[UnitAt..].TrimEnd((byte)' ');
        bool known = command.SequenceEqual("S"u8) || command.SequenceEqual("SI"u8) || command.SequenceEqual("SU"u8) || command.SequenceEqual("SUI"u8);
        if (line.Length > Length || !known || line[3] != ' ' || line[5] != ' ' || line[16] != ' ')
        {
            return InstrumentReply.Garbled;
        }

        if (line[4] is (byte)'^' or (byte)'v')
        {
            return InstrumentReply.Of(line[4] == '^' ? InstrumentProblem.Overload : InstrumentProblem.Underload);
        }

        ReadOnlySpan<byte> digits = line[7..16].TrimStart((byte)' ');
        if (line[4] is not ((byte)' ' or (byte)'?') || digits.IsEmpty || digits[0] is (byte)'+' or (byte)'-')
        {
            return InstrumentReply.Garbled;
        }

        Span<byte> number = stackalloc byte[10];
        number[0] = line[6] == '-' ? (byte)'-' : (byte)'+';
        digits.CopyTo(number[1..]);
        return InstrumentReply.Of(number[..(digits.Length + 1)], unit, InstrumentQuantity.Mass, stable: line[4] == ' ');
    }

    private static InstrumentReply Answer(ReadOnlySpan<byte> line)
    {
        LineFields fields = new(line);
        ReadOnlySpan<byte> command = fields.Next();
        ReadOnlySpan<byte> status = fields.Next();
        if (status.Length != 1 || !IsCommand(command))
        {
            return InstrumentReply.Garbled;
        }

        if (!fields.AtEnd)
        {
            return status[0] == 'A' ? InstrumentReply.Text : InstrumentReply.Garbled;
        }

        return status[0] switch
        {
            (byte)'A' => InstrumentReply.Taken,
            (byte)'D' => InstrumentReply.Done,
            (byte)'I' => InstrumentReply.Of(InstrumentProblem.Busy),
            (byte)'E' => InstrumentReply.Of(InstrumentProblem.NotStable),
            (byte)'^' => InstrumentReply.Of(InstrumentProblem.Overload),
            (byte)'v' => InstrumentReply.Of(InstrumentProblem.Underload),
            _ => InstrumentReply.Garbled,
        };
    }

    private static bool IsCommand(ReadOnlySpan<byte> id)
    {
        foreach (byte each in id)
        {
            if (!char.IsAsciiLetterUpper((char)each) && !char.IsAsciiDigit((char)each))
            {
                return false;
            }
        }

        return id.Length is > 0 and <= 3;
    }
}
