using System.Collections.Immutable;
using System.Text;

namespace MesoPen.Host.Calibration;

/// <summary>
/// MT-SICS, levels 0 and 1, and the near-clone of KERN (KCP). A reply is <c>ID status [value unit]</c>, one space between; the value is
/// right-aligned in ten characters. That is held to: a digit that is lost or doubled on the line moves the others.
/// </summary>
internal sealed class MtSicsDialect : InstrumentDialect
{
    private const int ValueLength = 10;

    public override InstrumentProtocol Protocol => InstrumentProtocol.MtSics;

    public override string AskStable => "S\r\n";

    public override string AskNow => "SI\r\n";

    public override string Zero => "Z\r\n";

    public override string Tare => "T\r\n";

    public override string AskModel => "I2\r\n";

    public override string AskSerial => "I4\r\n";

    public override ImmutableArray<InstrumentSettings> Settings { get; } = InstrumentSettings.List("9600-8N1 9600-7E1 2400-7E1 19200-8N1");

    public override InstrumentReply Read(ReadOnlySpan<byte> line)
    {
        line = line.TrimEnd((byte)' ');
        if (line.Length == 2 && line[0] == 'E' && line[1] is (byte)'S' or (byte)'T' or (byte)'L')
        {
            // ES syntax, ET transmission (parity), EL logical.
            return InstrumentReply.Of(line[1] == 'T' ? InstrumentProblem.Garbled : InstrumentProblem.NotUnderstood);
        }

        LineFields fields = new(line);
        ReadOnlySpan<byte> id = fields.Next();
        ReadOnlySpan<byte> status = fields.Next();
        if (id.Length is 0 or > 4 || !IsId(id))
        {
            return InstrumentReply.Garbled;
        }

        if (id is [(byte)'I', >= (byte)'0' and <= (byte)'9', ..])
        {
            return status is [(byte)'A' or (byte)'B'] ? InstrumentReply.Text : InstrumentReply.Other;
        }

        if (status.Length != 1)
        {
            return InstrumentReply.Garbled;
        }

        return status[0] switch
        {
            (byte)'+' when fields.AtEnd => InstrumentReply.Of(InstrumentProblem.Overload),
            (byte)'-' when fields.AtEnd => InstrumentReply.Of(InstrumentProblem.Underload),
            (byte)'I' when fields.AtEnd => InstrumentReply.Of(InstrumentProblem.Busy),
            (byte)'L' when fields.AtEnd => InstrumentReply.Of(InstrumentProblem.NotUnderstood),
            (byte)'A' => fields.AtEnd ? InstrumentReply.Done : InstrumentReply.Other,
            (byte)'B' => InstrumentReply.Taken,
            (byte)'S' or (byte)'D' when fields.AtEnd => IsOrder(id) ? InstrumentReply.Done : InstrumentReply.Garbled,
            (byte)'S' or (byte)'D' => Weight(id, status[0] == 'S', line),
            (byte)'M' or (byte)'N' => InstrumentReply.Of(InstrumentProblem.BelowMinimum),
            _ => InstrumentReply.Garbled,
        };
    }

    public override string? ReadText(ReadOnlySpan<byte> line)
    {
        int open = line.IndexOf((byte)'"');
        int close = line.LastIndexOf((byte)'"');
        return line.Length > 0 && line[0] == 'I' && close > open ? Encoding.Latin1.GetString(line[(open + 1)..close]).Trim() : null;
    }

    /// <summary>A tare's reply holds a weight too, which is not what lies on the pan.</summary>
    private static InstrumentReply Weight(ReadOnlySpan<byte> id, bool stable, ReadOnlySpan<byte> line)
    {
        // Id, a space, the status, a space.
        ReadOnlySpan<byte> rest = line[(id.Length + 3)..];
        if (rest.TrimStart((byte)' ').StartsWith("Error"u8))
        {
            return InstrumentReply.Of(InstrumentProblem.Fault);
        }

        int space = rest.LastIndexOf((byte)' ');
        ReadOnlySpan<byte> field = space < 0 ? default : rest[..space];
        ReadOnlySpan<byte> number = field.TrimStart((byte)' ');

        // A number of more than ten characters fills more than its field.
        bool aligned = field.Length == ValueLength || (field.Length > ValueLength && number.Length == field.Length);
        if (!aligned || line[id.Length + 1] is (byte)' ' || line[id.Length + 2] is not (byte)' ')
        {
            return InstrumentReply.Garbled;
        }

        InstrumentReply weight = InstrumentReply.Of(number, rest[(space + 1)..], InstrumentQuantity.Mass, stable);
        return weight.Kind != InstrumentReplyKind.Value || id[0] == 'S' ? weight : IsOrder(id) ? InstrumentReply.Done : InstrumentReply.Garbled;
    }

    private static bool IsOrder(ReadOnlySpan<byte> id) =>
        id.SequenceEqual("T"u8) || id.SequenceEqual("TI"u8) || id.SequenceEqual("Z"u8) || id.SequenceEqual("ZI"u8);

    private static bool IsId(ReadOnlySpan<byte> id) => id[0] switch
    {
        (byte)'S' => id.SequenceEqual("S"u8) || id.SequenceEqual("SI"u8) || id.SequenceEqual("SU"u8) || id.SequenceEqual("SIU"u8),
        (byte)'I' => id.Length is 2 or 3,
        (byte)'T' => IsOrder(id) || id.SequenceEqual("TA"u8) || id.SequenceEqual("TAC"u8),
        (byte)'Z' => IsOrder(id),
        _ => id.SequenceEqual("@"u8) || id.SequenceEqual("C1"u8) || id.SequenceEqual("C2"u8) || id.SequenceEqual("C3"u8),
    };
}
