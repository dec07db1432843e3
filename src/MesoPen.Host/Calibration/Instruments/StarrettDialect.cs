namespace MesoPen.Host.Calibration;

/// <summary>
/// Starrett gauges: R is answered by 13 characters: the sign, eight of the value, a comma, a space, MM or IN. It says nothing of rest.
/// </summary>
internal sealed class StarrettDialect : InstrumentDialect
{
    private const int Length = 13;
    private const int CommaAt = 9;

    public override InstrumentProtocol Protocol => InstrumentProtocol.Starrett;

    public override InstrumentQuantity Quantity => InstrumentQuantity.Length;

    public override string AskStable => "R\r";

    public override bool WaitsForRest => false;

    public override bool RestByRepetition => true;

    public override InstrumentReply Read(ReadOnlySpan<byte> line)
    {
        if (line.SequenceEqual("NOT FOUND"u8) || line.SequenceEqual("NO ACCESS"u8))
        {
            return InstrumentReply.Of(InstrumentProblem.NotUnderstood);
        }

        if (line.StartsWith("ERR"u8))
        {
            return InstrumentReply.Of(InstrumentProblem.Fault);
        }

        if (line.Length != Length || line[0] is not ((byte)'+' or (byte)'-') || line[CommaAt] != ',' || line[CommaAt + 1] != ' ')
        {
            return InstrumentReply.Garbled;
        }

        // Blanks may stand on either side of the digits, not among them.
        ReadOnlySpan<byte> digits = line[1..CommaAt].Trim((byte)' ');
        Span<byte> number = stackalloc byte[CommaAt];
        number[0] = line[0];
        digits.CopyTo(number[1..]);
        return digits.IsEmpty || digits[0] is (byte)'+' or (byte)'-'
            ? InstrumentReply.Garbled
            : InstrumentReply.Of(number[..(digits.Length + 1)], line[(CommaAt + 2)..], InstrumentQuantity.Length, stable: false, zeros: true);
    }
}
