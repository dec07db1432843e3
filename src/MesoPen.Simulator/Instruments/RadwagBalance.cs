using System.Text;

namespace MesoPen.Simulator;

/// <summary>A balance that speaks as those of Radwag: an order is taken (A), then done (D) or answered by a line of 22 characters.</summary>
internal sealed class RadwagBalance(BalanceOptions options, VirtualPan pan) : VirtualBalance(options, pan)
{
    private readonly StringBuilder _line = new();

    private protected override void Hear(byte each)
    {
        if (each is not ((byte)'\r' or (byte)'\n'))
        {
            _line.Append((char)each);
            return;
        }

        var order = _line.ToString();
        _line.Clear();
        switch (order)
        {
            case "":
                break;
            case "S" or "SU" or "Z" or "T":
                Say($"{order} A\r\n");
                WhenAtRest(order);
                break;
            case "SI" or "SUI":
                Say(Weight(order, Pan.Show()));
                break;
            case "NB":
                Say($"NB A \"{Options.Serial}\"\r\n");
                break;
            case "BN":
                Say("BN A \"Virtual balance\"\r\n");
                break;
            default:
                Say("ES\r\n");
                break;
        }
    }

    private protected override void Do(string order, Shown shown)
    {
        if (shown.Beyond != 0)
        {
            Say($"{order} {(shown.Beyond > 0 ? '^' : 'v')}\r\n");
        }
        else if (!shown.Stable)
        {
            Say($"{order} E\r\n");
        }
        else if (order[0] == 'S')
        {
            Say(Weight(order, shown));
        }
        else
        {
            Pan.Zero();
            Say($"{order} D\r\n");
        }
    }

    private string Weight(string order, Shown shown)
    {
        var marker = shown.Beyond > 0 ? '^' : shown.Beyond < 0 ? 'v' : shown.Stable ? ' ' : '?';
        var sign = shown.Value < 0 ? '-' : ' ';
        return $"{order,-3} {marker} {sign}{Decimals.Of(shown.Value, Options.ReadabilityNg, 1_000_000_000),9} g  \r\n";
    }
}
