using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>Every fault of the catalogue, with the safe states that it may lead to.</summary>
internal static class GridRows
{
    private static readonly GridEnd[] Completes = [GridEnd.Completed];
    private static readonly GridEnd[] CompletesOrLatches = [GridEnd.Completed, GridEnd.Latched];

    /// <summary>All rows, in the order of the catalogue. A fault of the catalogue without a row is an error: see <see cref="Missing"/>.</summary>
    public static IReadOnlyList<GridRow> All { get; } =
    [
        // The line. Frames spoilt at a message strike that frame; at a step of a shot they go on for a while.
        Frames(FaultCatalogue.LinkDrop, "=300permille"),
        Frames(FaultCatalogue.LinkDuplicate, "=500permille"),
        Frames(FaultCatalogue.LinkReplay, "=500permille"),
        Frames(FaultCatalogue.LinkReorder, "=300permille"),
        Frames(FaultCatalogue.LinkFlip, "=200permille"),
        Frames(FaultCatalogue.LinkTruncate, "=150permille"),
        Frames(FaultCatalogue.LinkMerge, "=150permille"),
        Frames(FaultCatalogue.LinkDelay, "=120ms"),
        For(FaultCatalogue.LinkCut, "700ms"),
        For(FaultCatalogue.LinkSilent, "700ms"),
        For(FaultCatalogue.LinkMute, "700ms"),
        For(FaultCatalogue.LinkDeaf, "700ms"),
        For(FaultCatalogue.LinkNoise, "700ms"),

        // The device.
        For(FaultCatalogue.Reset, "100ms"),
        For(FaultCatalogue.Brownout, "100ms"),
        For(FaultCatalogue.ClockDrift, "700ms"),
        Lies(FaultCatalogue.ClockJump, "{1}=5000ms{0}", [], "a plunger that still moves when the device's clock says that it must long stand is over-delivery, fault 27, which only service ends"),
        For(FaultCatalogue.NeedleStuck, "500ms"),
        Now(FaultCatalogue.NeedleLost, "=60um"),
        For(FaultCatalogue.NeedleOut, "500ms"),
        For(FaultCatalogue.PlungerStall, "600ms"),
        For(FaultCatalogue.PlungerStick, "600ms"),
        Lies(FaultCatalogue.Occlusion, "{1}{0},for=600ms", [6], "what a blocked bore holds back below the alarm pressure leaves with a later shot: no encoder sees it"),
        Lies(FaultCatalogue.OcclusionSlow, "{1}=1000ms{0},for=900ms", [6], "what a blocked bore holds back below the alarm pressure leaves with a later shot: no encoder sees it"),
        Lies(FaultCatalogue.Air, "{1}=3000nl{0}", [2, 6], "fluid comes later than the plunger says, by the air's volume: no encoder sees it"),
        Lies(FaultCatalogue.Leak, "{1}=200permille{0},for=700ms", [2, 6], "less leaves the tips than the plunger says: no encoder sees it"),
        Now(FaultCatalogue.CartridgeLow, "=50000nl"),
        Lies(FaultCatalogue.Overdose, "{1}=500permille{0},for=700ms", [2, 6], "more leaves the tips than the plunger's encoder says: calibration has to find it"),
        Lies(FaultCatalogue.Overdepth, "{1}=300permille{0},for=700ms", [1, 6], "the tips go deeper than the needle's encoder says: calibration has to find it"),
        For(FaultCatalogue.ContactLost, "300ms"),
        For(FaultCatalogue.ContactBounce, "600ms"),
        For(FaultCatalogue.ContactStuck, "900ms"),
        For(FaultCatalogue.TriggerStuck, "900ms"),
        For(FaultCatalogue.TriggerBounce, "600ms"),
        For(FaultCatalogue.PressureStuck, "600ms"),
        For(FaultCatalogue.PressureNoise, "600ms"),
        For(FaultCatalogue.Temperature, "900ms"),
        For(FaultCatalogue.BatteryLow, "900ms"),
        Lies(FaultCatalogue.StopIgnored, "{1}{0},for=1500ms", [5], "the device does not act on stop frames; the lease still ends the permit"),
        Lies(FaultCatalogue.LeaseIgnored, "{1}{0},for=1500ms", [3, 4], "the device goes on when it is left alone; stop and revoke still end the permit"),
        new(FaultCatalogue.CountersHigh, FaultCatalogue.CountersHigh + "=5shots", CompletesOrLatches, [], "the counters come to their end, where no shot begins any more; it is there from the start, whatever the column"),
        new(FaultCatalogue.ProtocolVersion, FaultCatalogue.ProtocolVersion + "=9{0},for=900ms", [GridEnd.Completed, GridEnd.Latched], [], "a host that connects meanwhile refuses the device; once it answers as it should, the treatment goes on"),

        // The hand.
        For(FaultCatalogue.OperatorDouble, "900ms"),
        For(FaultCatalogue.OperatorHold, "900ms"),
        Now(FaultCatalogue.OperatorLift, ""),
        Lies(FaultCatalogue.OperatorWrongZone, "{1}{0},for=900ms", [], "the head is over another zone than the lamp shows: neither host nor device can see that"),
        Now(FaultCatalogue.CartridgeOut, ""),

        // The host.
        For(FaultCatalogue.HostKill, "400ms"),
        For(FaultCatalogue.HostPause, "700ms"),
        Now(FaultCatalogue.WallJump, "=86400s"),
        For(FaultCatalogue.DiskFull, "900ms"),
        new(FaultCatalogue.DiskSlow, FaultCatalogue.DiskSlow + "=200ms{0},for=900ms", Completes, [], ""),
        For(FaultCatalogue.DiskLocked, "900ms"),
    ];

    /// <summary>Faults of the catalogue that have no row.</summary>
    public static IEnumerable<string> Missing => FaultCatalogue.All.Select(kind => kind.Name).Except(All.Select(row => row.Fault));

    private static GridRow Frames(string fault, string value) => new(fault, fault + value + "{0},for=700ms", Completes, [], "");

    private static GridRow For(string fault, string span) => new(fault, fault + "{0},for=" + span, Completes, [], "");

    private static GridRow Now(string fault, string value) => new(fault, fault + value + "{0}", Completes, [], "");

    private static GridRow Lies(string fault, string form, IReadOnlyList<int> excused, string why) =>
        new(fault, form.Replace("{1}", fault, StringComparison.Ordinal), CompletesOrLatches, excused, why);
}
