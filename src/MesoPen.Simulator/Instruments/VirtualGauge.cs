using System.Text;

namespace MesoPen.Simulator;

/// <summary>A gauge on the tip of the needle, in one of three languages.</summary>
internal sealed class VirtualGauge(GaugeOptions options, VirtualFoot foot) : VirtualInstrument(options.Seed, options.ParityPermille)
{
    private const long NmPerMm = 1_000_000;

    private readonly StringBuilder _line = new();

    private protected override void Pass() => foot.Pass();

    private protected override void Hear(byte each)
    {
        if (options.Protocol == GaugeProtocol.Mitutoyo)
        {
            // Any letter asks; what a terminal adds is passed over.
            if (char.IsAsciiLetter((char)each))
            {
                Say($"01A{Sign()}{Digits().PadLeft(8, '0')}\r");
            }

            return;
        }

        if (each is not ((byte)'\r' or (byte)'\n'))
        {
            _line.Append((char)each);
            return;
        }

        var order = _line.ToString();
        _line.Clear();
        if (order.Length > 0)
        {
            Say(options.Protocol == GaugeProtocol.Mahr ? Mahr(order) : order == "R" ? $"{Sign()}{Digits(),8}, MM\r\n" : "NOT FOUND\r\n");
        }
    }

    private string Mahr(string order) => order switch
    {
        "?" => $"{Sign()}{Digits()} mm\r\n",
        "ID?" => "VIRTUAL GAUGE\r\n",
        "SER?" => $"{options.Serial}\r\n",
        _ => "ERR1\r\n",
    };

    private char Sign() => foot.ShowNm() < 0 ? '-' : '+';

    private string Digits() => Decimals.Of(foot.ShowNm(), options.ResolutionNm, NmPerMm);
}
