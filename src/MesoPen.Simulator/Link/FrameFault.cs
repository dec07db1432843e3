namespace MesoPen.Simulator;

/// <summary>What can become of a single frame.</summary>
public enum FrameFault
{
    /// <summary>It does not arrive.</summary>
    Drop = 0,

    /// <summary>It arrives, and soon once more.</summary>
    Duplicate = 1,

    /// <summary>It arrives, and late once more.</summary>
    Replay = 2,

    /// <summary>It is held back, so that later ones overtake it.</summary>
    Reorder = 3,

    /// <summary>One bit of it turns over.</summary>
    Flip = 4,

    /// <summary>Only its beginning arrives.</summary>
    Truncate = 5,

    /// <summary>The zero at its end is lost.</summary>
    Merge = 6,

    /// <summary>It comes late, and what follows waits for it.</summary>
    Delay = 7,
}
