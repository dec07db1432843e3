using System.Text;
using System.Text.RegularExpressions;

namespace MesoPen.Host.Calibration;

/// <summary>Any instrument whose lines follow a stated pattern.</summary>
internal sealed class PatternDialect(InstrumentPattern pattern) : InstrumentDialect
{
    private readonly byte[] _unit = Encoding.UTF8.GetBytes(pattern.Unit);
    private readonly bool _tellsRest = pattern.Line.GetGroupNames().Contains("stable");

    public override InstrumentProtocol Protocol => InstrumentProtocol.Pattern;

    public override InstrumentQuantity Quantity => pattern.Quantity;

    public override string AskStable => pattern.Ask;

    public override bool RestByRepetition => !_tellsRest;

    /// <summary>Nothing is known of columns that would show a digit lost or doubled.</summary>
    public override int EqualAnswers => 5;

    public override InstrumentReply Read(ReadOnlySpan<byte> line)
    {
        if (line.Length > LineMax)
        {
            return InstrumentReply.Garbled;
        }

        try
        {
            if (pattern.Line.Match(Encoding.Latin1.GetString(line)) is not { Success: true } match)
            {
                return InstrumentReply.Garbled;
            }

            byte[] unit = match.Groups["unit"] is { Length: > 0 } named ? Encoding.Latin1.GetBytes(named.Value) : _unit;
            return InstrumentReply.Of(
                Encoding.Latin1.GetBytes(match.Groups["value"].Value), unit, Quantity, _tellsRest && match.Groups["stable"].Length > 0, zeros: true);
        }
        catch (RegexMatchTimeoutException)
        {
            return InstrumentReply.Garbled;
        }
    }
}
