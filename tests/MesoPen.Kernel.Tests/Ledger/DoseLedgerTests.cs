using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Ledger;

public sealed class DoseLedgerTests
{
    private static readonly SessionRecord Baseline = new SessionRecord.Baseline("S-1", 100, 40, new Volume(800_000), 41);
    private static readonly Permit First = new(
        1, 100, 1, ShotTrigger.Single, new Depth(1500), new Volume(20_000), 45, new Volume(900_000), 100, 250);

    // Records that contradict what stands before them: the journal they come from is wrong.
    private static readonly Dictionary<string, SessionRecord[]> Contradictions = new()
    {
        ["a baseline that forgets shots"] = [Baseline, new SessionRecord.Baseline("S-1", 100, 39, new Volume(800_000), 1)],
        ["a baseline that forgets shots (of an open permit)"] = [Baseline, Intended(First), Baseline],
        ["a permit before its baseline"] = [Intended(First)],
        ["a permit that reaches back"] = [Baseline, Intended(First with { ShotLimit = 39 })],
        ["a permit that reaches back (id)"] = [Baseline, Intended(First), Intended(First with { ShotLimit = 46 })],
        ["a permit that takes back what an open one allows"] = [Baseline, Intended(First), Intended(First with { Id = 2, ShotLimit = 44 })],
        ["a permit that takes back what an open one allows (zone)"] = [Baseline, Intended(First), Intended(First with { Id = 2, Zone = 2 })],
        ["a permit that takes back what an open one allows (dose)"] =
            [Baseline, Intended(First), Intended(First with { Id = 2, Dose = new Volume(10_000) })],
        ["a permit that takes back what an open one allows (boot)"] = [Baseline, Intended(First), Intended(First with { Id = 2, BootId = 101 })],
        ["a permit before its baseline (foreign shots)"] =
            [new SessionRecord.Baseline("S-1", 100, 40, new Volume(800_000), 38), Intended(First)],
        ["shot 42 after shot 40"] = [Baseline, Intended(First), Settled(42)],
        ["shot 41 after shot 41"] = [Baseline, Intended(First), Settled(41), Settled(41)],
        ["shot 38 after shot 37"] = [new SessionRecord.Baseline("S-1", 100, 40, new Volume(800_000), 38), Settled(38)],
        ["foreign shot 41 after shot 40"] = [Baseline, new SessionRecord.ForeignShot(Shot(41))],
        ["foreign shot 38 after shot 39"] =
        [
            new SessionRecord.Baseline("S-1", 100, 40, new Volume(800_000), 38),
            new SessionRecord.ForeignShot(Shot(39)),
            new SessionRecord.ForeignShot(Shot(38)),
        ],
        ["a window closed with shots unsettled"] = [Baseline, Intended(First), new SessionRecord.WindowClosed(43, new Volume(860_000))],
    };

    public static TheoryData<string> Names => [.. Contradictions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Requirement", "SR-098")]
    public void Records_that_contradict_each_other_are_refused(string what)
    {
        // Aim: a damaged or mixed journal is no ledger. The sentence says what it holds.
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => DoseLedger.Replay(Contradictions[what]));
        Assert.Equal($"The journal of this session holds {what.Split(" (")[0]}.", refused.Message);
    }

    [Fact]
    public void Shots_add_up_per_zone_and_in_total()
    {
        // Aim: every answer goes where it belongs, once; the sums are reckoned here by hand.
        DoseLedger ledger = DoseLedger.Replay(
        [
            Baseline,
            Intended(First with { ShotLimit = 46 }),
            Settled(41),
            new SessionRecord.ShotSettled(Shot(42) with { Partial = true, Volume = new Volume(5_000) }),
            new SessionRecord.ShotSettled(Shot(43) with { Answer = ShotAnswer.NotDelivered, Volume = Volume.Zero }),
            new SessionRecord.ShotSettled(Shot(44) with { Answer = ShotAnswer.Unknown }),
            new SessionRecord.ShotSettled(Shot(45) with { Zone = 2, Volume = new Volume(7_000) }),
        ]);
        ZoneAccount one = ledger.Zone(1);
        Assert.Equal((2, 1, 1, 1), (one.DeliveredShots, one.PartialShots, one.NotDeliveredShots, one.UnknownShots));
        Assert.Equal((25_000, 20_000, 45_000), (one.Delivered.Nl, one.Unknown.Nl, one.Committed.Nl));
        Assert.Equal(3, one.CommittedShots);
        Assert.Equal(7_000, ledger.Zone(2).Delivered.Nl);
        Assert.Equal((32_000, 1), (ledger.Delivered.Nl, ledger.UnknownShots));
        Assert.Equal((45u, 1, 5L), (ledger.LastShot, ledger.OpenShots, ledger.Sticks));
        Assert.Equal(40_000, ledger.Unknown(1).Nl);
        Assert.Equal(5, ledger.Shots.Count);
        Assert.Equal(0, ledger.Zone(3).Committed.Nl);
    }

    [Fact]
    [Trait("Requirement", "SR-043")]
    public void Volume_that_the_encoder_saw_counts_whatever_the_answer()
    {
        // Aim: a shot that says "not delivered" and tells a volume is a volume.
        DoseLedger ledger = DoseLedger.Replay(
            [Baseline, Intended(First), new SessionRecord.ShotSettled(Shot(41) with { Answer = ShotAnswer.NotDelivered, Volume = new Volume(300) })]);
        Assert.Equal(300, ledger.Zone(1).Delivered.Nl);
        Assert.Equal(0, ledger.Zone(1).DeliveredShots);
    }

    [Fact]
    [Trait("Requirement", "SR-101")]
    public void Person_takes_unknown_shots_over_as_delivered_in_all_zones()
    {
        // Aim: nothing is forgotten: the shots stay unknown in the list, the sums do not fall.
        DoseLedger ledger = DoseLedger.Replay(
        [
            Baseline,
            Intended(First),
            new SessionRecord.ShotSettled(Shot(41) with { Answer = ShotAnswer.Unknown }),
            new SessionRecord.ShotSettled(Shot(42) with { Answer = ShotAnswer.Unknown, Zone = 2 }),
            new SessionRecord.UnknownSettled("Ada", "seen"),
        ]);
        Assert.Equal((0, 40_000), (ledger.UnknownShots, ledger.Delivered.Nl));
        Assert.Equal((1, 20_000, 0), (ledger.Zone(2).DeliveredShots, ledger.Zone(2).Delivered.Nl, ledger.Zone(2).Unknown.Nl));
        Assert.All(ledger.Shots, shot => Assert.Equal(ShotAnswer.Unknown, shot.Answer));
    }

    [Fact]
    [Trait("Requirement", "SR-029")]
    public void New_needle_begins_a_new_count_of_sticks()
    {
        // Aim: sticks are counted by head; foreign shots are none of this head's.
        DoseLedger ledger = DoseLedger.Replay(
        [
            new SessionRecord.Baseline("S-1", 100, 40, new Volume(800_000), 40),
            new SessionRecord.ForeignShot(Shot(40)),
            Intended(First),
            Settled(41),
            Settled(42),
            new SessionRecord.NeedleChanged("Ada"),
            Settled(43),
        ]);
        Assert.Equal(1, ledger.Sticks);
        Assert.Equal(3, ledger.Shots.Count);
    }

    [Theory]
    [InlineData(41u, 40u)]
    [InlineData(38u, 37u)]
    [InlineData(0u, 0u)]
    [InlineData(99u, 40u)]
    public void Baseline_begins_at_the_oldest_shot_that_nobody_acknowledged(uint journalFirst, uint lastShot)
    {
        // Aim: what is in the device's journal is read from there; nonsense of the device is no shot of ours.
        DoseLedger ledger = DoseLedger.Replay([new SessionRecord.Baseline("S-1", 100, 40, new Volume(800_000), journalFirst)]);
        Assert.Equal(lastShot, ledger.LastShot);
        Assert.Equal("S-1", ledger.DeviceSerial);
    }

    private static SessionRecord Intended(Permit permit) => new SessionRecord.PermitIntended(permit);

    private static SessionRecord Settled(uint index) => new SessionRecord.ShotSettled(Shot(index));

    private static Shot Shot(uint index) => new(
        index, 1, ShotAnswer.Delivered, false, new Depth(1500), new Volume(Plans.DoseNl), 1, 100, 0, 0);
}
