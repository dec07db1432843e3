namespace MesoPen.Host.Calibration;

/// <summary>What the bench does next.</summary>
public abstract record BenchTask
{
    private BenchTask()
    {
    }

    /// <summary>Room and water are read.</summary>
    public sealed record Environment : BenchTask;

    /// <summary>One weighing; a blank without shots.</summary>
    /// <param name="Point">Index of the point; -1 for a blank.</param>
    /// <param name="Replicate">From 0.</param>
    /// <param name="Shots">Shots; 0 for a blank.</param>
    public sealed record Weigh(int Point, int Replicate, int Shots) : BenchTask;

    /// <summary>One needle out and back, step by step.</summary>
    /// <param name="Replicate">From 0.</param>
    /// <param name="Needle">Which needle, from 0.</param>
    public sealed record Sweep(int Replicate, int Needle) : BenchTask;

    /// <summary>One try against the closed way out.</summary>
    /// <param name="Point">Index of the point.</param>
    /// <param name="Replicate">From 0.</param>
    public sealed record Occlude(int Point, int Replicate) : BenchTask;

    /// <summary>What was found is evaluated: an adjustment is proposed, or the calibration ends.</summary>
    public sealed record Judge : BenchTask;

    /// <summary>A second person has to say something.</summary>
    public sealed record Wait : BenchTask;

    /// <summary>The device is told a scale.</summary>
    /// <param name="Held">Scale, due day and certificate.</param>
    public sealed record SetScale(HeldScale Held) : BenchTask;

    /// <summary>The calibration ends.</summary>
    public sealed record End : BenchTask;
}
