using System.Collections.Immutable;

namespace MesoPen.Host.Calibration;

/// <summary>
/// Mitutoyo gauges behind an adapter that answers a letter: <c>01A+0000.123</c> (channel, sign, eight characters), or the plain decimal. The line
/// names no unit, so the gauge is to show millimetres. It says nothing of rest.
/// </summary>
internal sealed class MitutoyoDialect : InstrumentDialect
{
    private const int HeadLength = 3;
    private const int Length = 12;

    public override InstrumentProtocol Protocol => InstrumentProtocol.Mitutoyo;

    public override InstrumentQuantity Quantity => InstrumentQuantity.Length;

    public override string AskStable => "r";

    public override bool WaitsForRest => false;

    public override bool RestByRepetition => true;

    public override ImmutableArray<InstrumentSettings> Settings { get; } = InstrumentSettings.List("9600-8N1 2400-8N1 4800-7E1");

    public override InstrumentReply Read(ReadOnlySpan<byte> line)
    {
        // 9 and a digit and the channel: the gauge did not answer its adapter.
        if (line is [(byte)'9', >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9'])
        {
            return InstrumentReply.Of(InstrumentProblem.Fault);
        }

        bool headed = line.Length > HeadLength && line[2] == 'A';
        if (headed && (line.Length != Length || line[0] != '0' || line[1] is < (byte)'1' or > (byte)'9' || line[3] is not ((byte)'+' or (byte)'-')))
        {
            return InstrumentReply.Garbled;
        }

        ReadOnlySpan<byte> number = headed ? line[HeadLength..] : line.Trim((byte)' ');
        return number.IndexOf((byte)'.') < 0
            ? InstrumentReply.Garbled
            : InstrumentReply.Of(number, "mm"u8, InstrumentQuantity.Length, stable: false, zeros: headed);
    }
}
