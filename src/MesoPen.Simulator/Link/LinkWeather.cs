namespace MesoPen.Simulator;

/// <summary>What a line does to frames. Chances are thousandths of frames, each way; a frame may meet several at once.</summary>
public sealed record LinkWeather
{
    /// <summary>Nothing happens to a frame.</summary>
    public static LinkWeather Clear { get; } = new();

    /// <summary>
    /// What a good serial cable with a USB adapter does on a bad day, beside a source of noise: a frame in a hundred is lost, a few are
    /// spoilt, and the adapter hands bytes on in packets, so that all come up to 5 ms late. Frames that come twice, late or in disorder no
    /// cable makes; a bridge over a network does, and with so few of them each of a treatment's ways to go on is taken now and then.
    /// Assumed, simulation only.
    /// </summary>
    public static LinkWeather Ordinary { get; } = new()
    {
        LossPermille = 10, DuplicatePermille = 5, ReplayPermille = 2, ReorderPermille = 5, FlipPermille = 2, DelayMsMax = 5,
    };

    /// <summary>The frame does not arrive.</summary>
    public int LossPermille { get; init; }

    /// <summary>It arrives twice, the second time up to <see cref="DuplicateMsMax"/> later.</summary>
    public int DuplicatePermille { get; init; }

    /// <summary>An older frame of the same way arrives once more, up to <see cref="ReplayMsMax"/> later.</summary>
    public int ReplayPermille { get; init; }

    /// <summary>It is held back by up to <see cref="ReorderMsMax"/>, so that later ones overtake it.</summary>
    public int ReorderPermille { get; init; }

    /// <summary>One bit of it is turned over.</summary>
    public int FlipPermille { get; init; }

    /// <summary>Only its beginning arrives.</summary>
    public int TruncatePermille { get; init; }

    /// <summary>The zero at its end is lost, so that it runs into the next.</summary>
    public int MergePermille { get; init; }

    /// <summary>Thousandths of its bytes that are others, as from a wrong baud; above 0, stray bytes come too.</summary>
    public int NoisePermille { get; init; }

    /// <summary>Every frame takes a random time up to this longer, in order.</summary>
    public int DelayMsMax { get; init; }

    /// <summary>How late the second of two may come, ms.</summary>
    public int DuplicateMsMax { get; init; } = 30;

    /// <summary>How late a replayed frame may come, ms.</summary>
    public int ReplayMsMax { get; init; } = 2000;

    /// <summary>How late a frame that is overtaken may come, ms.</summary>
    public int ReorderMsMax { get; init; } = 60;

    /// <summary>Mean time between two beginnings of silence one way, ms; 0 is never.</summary>
    public int SilenceEveryMs { get; init; }

    /// <summary>Longest silence, ms.</summary>
    public int SilenceMsMax { get; init; } = 1500;

    /// <summary>Mean time between two cuts, ms; 0 is never.</summary>
    public int CutEveryMs { get; init; }

    /// <summary>Longest time until a cut line can be opened again, ms.</summary>
    public int CutMsMax { get; init; } = 1500;

    /// <summary>A weather drawn from a seed: mostly mild, sometimes as bad as a line can be and still let a treatment go on.</summary>
    public static LinkWeather Drawn(SeededChance chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        // One in twelve is rough in each one respect, the rest is a little of everything.
        var rough = chance.Between(0, 11);
        var replayMs = chance.Between(1, 5000);
        return new LinkWeather
        {
            LossPermille = Some(0, 60, 300),
            DuplicatePermille = Some(1, 100, 500),
            ReplayPermille = Some(2, 100, 500),
            ReorderPermille = Some(3, 60, 300),
            FlipPermille = Some(4, 30, 200),
            TruncatePermille = Some(5, 20, 150),
            MergePermille = Some(6, 20, 150),
            DelayMsMax = Some(7, 15, 120),
            ReplayMsMax = replayMs,
            SilenceEveryMs = Every(8, 6000),
            CutEveryMs = Every(9, 8000),
        };

        bool Third() => chance.Between(0, 2) == 0;
        int Some(int of, int mild, int worst) => rough == of ? chance.Between(0, worst) : Third() ? chance.Between(0, mild) : 0;
        int Every(int of, int mild) => rough == of ? chance.Between(1500, 5500) : Third() ? mild : 0;
    }
}
