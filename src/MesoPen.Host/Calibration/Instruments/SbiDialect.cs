using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace MesoPen.Host.Calibration;

/// <summary>Sartorius SBI. Lines of 14 characters before their end, or of 20 with an id code of six in front.</summary>
/// <remarks>
/// Of the 14: 1 the sign or a space; 2 a space; 3 to 10 the value with its point, leading zeros blank; 11 a space; 12 to 14 the unit. Digits
/// that are not verified may stand in brackets, which takes two of the blanks. A unit that is left blank says that the value is not at rest.
/// </remarks>
internal sealed class SbiDialect : InstrumentDialect
{
    // What a line of a weight is made of, but for its unit.
    private static readonly SearchValues<byte> s_ofNumbers = SearchValues.Create("0123456789.+- []NG#"u8);

    private const int Length = 14;
    private const int IdLength = 6;
    private const int UnitAt = 11;

    public override InstrumentProtocol Protocol => InstrumentProtocol.Sbi;

    public override string AskStable => "\u001BP\r\n";

    public override string Zero => "\u001BV\r\n";

    public override string Tare => "\u001BU\r\n";

    public override bool Acknowledges => false;

    public override string AskModel => "\u001Bx1_\r\n";

    public override string AskSerial => "\u001Bx2_\r\n";

    public override ImmutableArray<InstrumentSettings> Settings { get; } = InstrumentSettings.List("1200-7O1 9600-8N1 9600-7O1 9600-7E1 19200-7O1");

    public override InstrumentReply Read(ReadOnlySpan<byte> line)
    {
        // What stands at the end of a line are blanks, and some balances leave them out.
        Span<byte> frame = stackalloc byte[IdLength + Length];
        bool coded = line.Length > Length || line.StartsWith("Stat"u8);
        if (line.Length > frame.Length)
        {
            return InstrumentReply.Garbled;
        }

        frame.Fill((byte)' ');
        line.CopyTo(frame);
        ReadOnlySpan<byte> id = coded ? frame[..IdLength].TrimEnd((byte)' ') : "N"u8;
        ReadOnlySpan<byte> body = coded ? frame[IdLength..] : frame[..Length];
        if (Special(body.Trim((byte)' ')) is { } special)
        {
            return coded && !id.SequenceEqual("Stat"u8) ? InstrumentReply.Garbled : special;
        }

        // Net and gross only: a tare or a reference weight is not what lies on the pan.
        return id.SequenceEqual("N"u8) || id.SequenceEqual("G"u8) || id.SequenceEqual("G#"u8) ? Weight(body) : InstrumentReply.Garbled;
    }

    public override string? ReadText(ReadOnlySpan<byte> line)
    {
        if (IsWeight(line))
        {
            return null;
        }

        string text = Encoding.ASCII.GetString(line).Trim();
        return text.Length is > 0 and <= 40 && !text.Any(char.IsControl) && !text.Contains('?', StringComparison.Ordinal) ? text : null;
    }

    /// <summary>
    /// Whether a line is a weight or a word of the weighing, spoilt or not: signs, blanks and digits, and a unit, a point or a sign among them. An answer
    /// about the balance itself is any text, so a balance that prints by itself would be named after what lies on it.
    /// </summary>
    private bool IsWeight(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> rest = line.Trim((byte)' ');
        if (Special(rest) is not null)
        {
            return true;
        }

        bool signed = rest.IndexOfAny("+-"u8) >= 0;
        int space = rest.LastIndexOf((byte)' ');
        bool unit = space > 0 && InstrumentUnits.Find(rest[(space + 1)..], Quantity) is not null;
        rest = unit ? rest[..space] : rest;
        return rest.IndexOfAnyExcept(s_ofNumbers) < 0 && (unit || signed || rest.IndexOf((byte)'.') >= 0);
    }

    private static InstrumentReply Weight(ReadOnlySpan<byte> body)
    {
        byte sign = body[0];
        ReadOnlySpan<byte> unit = body[UnitAt..].TrimEnd((byte)' ');
        if (sign is not ((byte)'+' or (byte)'-' or (byte)' ') || body[1] is not ((byte)' ' or (byte)'['))
        {
            return InstrumentReply.Garbled;
        }

        Span<byte> number = stackalloc byte[UnitAt];
        int count = 0;
        number[count++] = sign == '-' ? (byte)'-' : (byte)'+';
        ReadOnlySpan<byte> field = body[1..UnitAt].Trim((byte)' ');
        int open = field.IndexOf((byte)'[');
        int close = field.IndexOf((byte)']');
        if ((open >= 0) != (close >= 0) || (close >= 0 && (close != field.Length - 1 || open >= close - 1)))
        {
            return InstrumentReply.Garbled;
        }

        // Right-aligned: without brackets the last digit stands in column 10.
        if (open < 0 && (body[UnitAt - 1] != ' ' || body[UnitAt - 2] == ' '))
        {
            return InstrumentReply.Garbled;
        }

        foreach (byte each in field)
        {
            if (each is not ((byte)'[' or (byte)']'))
            {
                number[count++] = each;
            }
        }

        if (number[1] is (byte)'+' or (byte)'-')
        {
            return InstrumentReply.Garbled;
        }

        // Without a unit nothing says which it is: the value shows that the balance moves, no more.
        return unit.IsEmpty
            ? InstrumentReply.Of(number[..count], "g"u8, InstrumentQuantity.Mass, stable: false)
            : InstrumentReply.Of(number[..count], unit, InstrumentQuantity.Mass, stable: true);
    }

    private static InstrumentReply? Special(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual("H"u8) || text.SequenceEqual("HH"u8) || text.SequenceEqual("High"u8))
        {
            return InstrumentReply.Of(InstrumentProblem.Overload);
        }

        if (text.SequenceEqual("L"u8) || text.SequenceEqual("LL"u8) || text.SequenceEqual("Low"u8))
        {
            return InstrumentReply.Of(InstrumentProblem.Underload);
        }

        if (text.IsEmpty || text.SequenceEqual("C"u8) || text.SequenceEqual("Cal. Ext."u8) || text.SequenceEqual("Cal.Ext."u8))
        {
            return InstrumentReply.Of(InstrumentProblem.Busy);
        }

        return text.StartsWith("Err"u8) || text.StartsWith("ERR"u8) || text.EndsWith(".ER"u8) ? InstrumentReply.Of(InstrumentProblem.Fault) : null;
    }
}
