namespace MesoPen.Simulator;

/// <summary>
/// A balance that speaks SBI: an order is ESC and a letter, or ESC, a letter, a digit and an underscore; CR LF after it is passed over. The
/// unit of a value that is not at rest stays blank. Zero and tare are not answered.
/// </summary>
internal sealed class SbiBalance(BalanceOptions options, VirtualPan pan) : VirtualBalance(options, pan)
{
    private const char Escape = '\u001B';

    private string? _order;

    private protected override void Hear(byte each)
    {
        if (each == Escape)
        {
            _order = "";
            return;
        }

        if (_order is null)
        {
            return;
        }

        _order += (char)each;
        if (_order is [>= 'A' and <= 'Z'] or [_, _, '_'])
        {
            var order = _order;
            _order = null;
            Obey(order);
        }
        else if (_order.Length > 3)
        {
            _order = null;
        }
    }

    private protected override void Do(string order, Shown shown)
    {
        if (shown is { Stable: true, Beyond: 0 })
        {
            Pan.Zero();
        }
    }

    private void Obey(string order)
    {
        switch (order)
        {
            case "P":
                Say(Line(Pan.Show()));
                break;
            case "T" or "U" or "V":
                WhenAtRest(order);
                break;
            case "x1_":
                Say("VIRTUAL-82\r\n");
                break;
            case "x2_":
                Say($"{Options.Serial}\r\n");
                break;
        }
    }

    private string Line(Shown shown)
    {
        var coded = Options.Protocol == BalanceProtocol.Sbi22;
        if (shown.Beyond != 0)
        {
            var letter = shown.Beyond > 0 ? 'H' : 'L';
            return coded ? $"Stat  {' ',6}{letter}{' ',7}\r\n" : $"{' ',7}{letter}{' ',6}\r\n";
        }

        var sign = shown.Value < 0 ? '-' : '+';
        var body = $"{sign} {Decimals.Of(shown.Value, Options.ReadabilityNg, 1_000_000_000),8} {(shown.Stable ? "g  " : "   ")}";
        return (coded ? "N     " : "") + body + "\r\n";
    }
}
