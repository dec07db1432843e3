namespace MesoPen.Simulator;

/// <summary>What the balances have in common: orders that wait until the pan is at rest, one at a time.</summary>
internal abstract class VirtualBalance(BalanceOptions options, VirtualPan pan) : VirtualInstrument(options.Seed, options.ParityPermille)
{
    /// <summary>How long a balance waits for rest before it says that it does not come, ms.</summary>
    private const int WaitMs = 10_000;

    private string? _waiting;
    private long _untilMs;

    private protected BalanceOptions Options => options;

    private protected VirtualPan Pan => pan;

    private protected override void Pass()
    {
        pan.Pass();
        if (_waiting is not { } order)
        {
            return;
        }

        var shown = pan.Show();
        if (shown.Stable || shown.Beyond != 0 || pan.Ms >= _untilMs)
        {
            _waiting = null;
            Do(order, shown);
        }
    }

    /// <summary>Does an order as soon as the pan is at rest, or tells that it did not come to rest.</summary>
    private protected void WhenAtRest(string order)
    {
        _waiting = order;
        _untilMs = pan.Ms + WaitMs;
    }

    /// <summary>The time of an order has come: the pan is at rest, beyond its range, or does not come to rest.</summary>
    private protected abstract void Do(string order, Shown shown);
}
