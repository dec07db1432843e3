using System.Globalization;
using System.Text;

namespace MesoPen.Simulator;

/// <summary>A balance that speaks MT-SICS: orders and answers end with CR LF.</summary>
internal sealed class SicsBalance(BalanceOptions options, VirtualPan pan) : VirtualBalance(options, pan)
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
        if (order.Length == 0)
        {
            return;
        }

        switch (order)
        {
            case "S" or "Z" or "T":
                WhenAtRest(order);
                break;
            case "SI":
                var now = Pan.Show();
                Say(now.Beyond != 0 ? Beyond("S", now) : Weight("S", now.Stable ? 'S' : 'D', now));
                break;
            case "ZI":
                Pan.Zero();
                Say(Pan.Show().Stable ? "ZI S\r\n" : "ZI D\r\n");
                break;
            case "@" or "I4":
                Say($"I4 A \"{Options.Serial}\"\r\n");
                break;
            case "I2":
                Say(string.Create(CultureInfo.InvariantCulture, $"I2 A \"Virtual balance {Options.CapacityNg / 1_000_000_000} g\"\r\n"));
                break;
            case "I1":
                Say("I1 A \"01\" \"2.30\" \"2.22\" \"2.33\" \"2.20\"\r\n");
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
            Say(Beyond(order, shown));
        }
        else if (!shown.Stable)
        {
            Say($"{order} I\r\n");
        }
        else if (order == "S")
        {
            Say(Weight("S", 'S', shown));
        }
        else
        {
            Pan.Zero();
            Say(order == "Z" ? "Z A\r\n" : Weight("T", 'S', shown));
        }
    }

    private static string Beyond(string order, Shown shown) => $"{order} {(shown.Beyond > 0 ? '+' : '-')}\r\n";

    private string Weight(string id, char status, Shown shown)
    {
        var digits = (shown.Value < 0 ? "-" : "") + Decimals.Of(shown.Value, Options.ReadabilityNg, 1_000_000_000);
        return $"{id} {status} {digits,10} g\r\n";
    }
}
