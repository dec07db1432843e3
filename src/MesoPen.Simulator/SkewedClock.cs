namespace MesoPen.Simulator;

/// <summary>The board's clock when it is wrong: it counts milliseconds that drift from the true ones, or jumps.</summary>
internal sealed class SkewedClock
{
    private long _skewUs;

    /// <summary>By how many thousandths it runs too fast.</summary>
    internal int DriftPermille { get; set; }

    /// <summary>A true millisecond passes.</summary>
    internal void Pass() => _skewUs += DriftPermille;

    internal void Jump(int ms) => _skewUs += ms * 1000L;

    /// <summary>The board counts from 0 again.</summary>
    internal void Restart() => _skewUs = 0;

    /// <summary>What it says when so many true milliseconds have passed since the boot.</summary>
    internal long Of(long trueMs) => trueMs + _skewUs / 1000;
}
