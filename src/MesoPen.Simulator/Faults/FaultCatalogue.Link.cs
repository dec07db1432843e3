namespace MesoPen.Simulator;

/// <content>The line between host and device.</content>
public static partial class FaultCatalogue
{
    /// <summary>The link is closed, and opened again after a while.</summary>
    public const string LinkCut = "link.cut";

    /// <summary>The link stays open, and nothing passes either way.</summary>
    public const string LinkSilent = "link.silent";

    /// <summary>The host hears nothing.</summary>
    public const string LinkMute = "link.mute";

    /// <summary>The device hears nothing.</summary>
    public const string LinkDeaf = "link.deaf";

    /// <summary>Frames do not arrive.</summary>
    public const string LinkDrop = "link.drop";

    /// <summary>Frames arrive twice.</summary>
    public const string LinkDuplicate = "link.duplicate";

    /// <summary>Older frames arrive again.</summary>
    public const string LinkReplay = "link.replay";

    /// <summary>Frames are overtaken by later ones.</summary>
    public const string LinkReorder = "link.reorder";

    /// <summary>Bits turn over.</summary>
    public const string LinkFlip = "link.flip";

    /// <summary>Only the beginning of a frame arrives.</summary>
    public const string LinkTruncate = "link.truncate";

    /// <summary>The zero that ends a frame is lost.</summary>
    public const string LinkMerge = "link.merge";

    /// <summary>Frames come late, in order.</summary>
    public const string LinkDelay = "link.delay";

    /// <summary>The line sounds as at a wrong baud.</summary>
    public const string LinkNoise = "link.noise";

    private static IEnumerable<FaultKind> LinkKinds() =>
    [
        Plain(LinkCut, FaultGroup.Link, 2000, "the link is closed, then opened again"),
        Plain(LinkSilent, FaultGroup.Link, 2000, "the link stays open and nothing passes either way"),
        Plain(LinkMute, FaultGroup.Link, 2000, "the host hears nothing; the device hears"),
        Plain(LinkDeaf, FaultGroup.Link, 2000, "the device hears nothing; the host hears"),
        Spoils(LinkDrop, FrameFault.Drop, 100, 0, "frames are lost"),
        Spoils(LinkDuplicate, FrameFault.Duplicate, 100, 30, "frames arrive twice, the second time up to late= later"),
        Spoils(LinkReplay, FrameFault.Replay, 100, 2000, "an older frame arrives again, up to late= later; with @message that frame itself"),
        Spoils(LinkReorder, FrameFault.Reorder, 100, 60, "frames are held back up to late=, so that later ones overtake them"),
        Spoils(LinkFlip, FrameFault.Flip, 50, 0, "one bit of a frame turns over"),
        Spoils(LinkTruncate, FrameFault.Truncate, 50, 0, "only the beginning of a frame arrives"),
        Spoils(LinkMerge, FrameFault.Merge, 50, 0, "the zero that ends a frame is lost, so that it runs into the next"),
        Valued(LinkDelay, FaultGroup.Link, (50, "ms", 1, 60_000), null,
            "every frame takes up to VALUE longer, in order; with @message that frame takes VALUE longer, and what follows waits for it")
            with { Frame = FrameFault.Delay },
        Valued(LinkNoise, FaultGroup.Link, (500, "permille", 1, 1000), 2000,
            "as from a wrong baud: VALUE thousandths of the bytes are others, and stray bytes come"),
    ];

    private static FaultKind Spoils(string name, FrameFault frame, int permille, int lateMs, string summary) =>
        Valued(name, FaultGroup.Link, (permille, "permille", 1, 1000), null, summary) with { Frame = frame, LateMs = lateMs };
}
