using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Products;
using MesoPen.Kernel;

namespace MesoPen.Tests;

public sealed class HeadRulesTests
{
    private const string Item = "0109521234543213";
    private static readonly DateOnly Sterile = new(2029, 1, 31);

    /// <summary>What is asked, and the id that the head gets or the type of the problem.</summary>
    public static TheoryData<string, ReceiveHead, string> Heads => new()
    {
        { "scanned with serial number", new ReceiveHead(Scan: Item + "17290131" + "21S-7\u001d10N1"), "S-7" },
        { "scanned, with running number", new ReceiveHead(Scan: Item + "17290131" + "10N1", RunningNumber: 12), "N1-12" },
        { "typed with its own id", new ReceiveHead("T1", "H-9", Lot: "N 1", SterileUntil: Sterile), "H-9" },
        { "nothing tells it from others", new ReceiveHead(Scan: Item + "17290131" + "10N1"), "invalid" },
        { "its id would be none", new ReceiveHead("T1", Lot: "N 1", SterileUntil: Sterile, RunningNumber: 1), "invalid" },
        { "running number 0", new ReceiveHead("T1", "H-9", Lot: "N1", SterileUntil: Sterile, RunningNumber: 0), "invalid" },
        { "no type", new ReceiveHead(HeadId: "H-9", Lot: "N1", SterileUntil: Sterile), "invalid" },
        { "an unknown type", new ReceiveHead("T9", "H-9", Lot: "N1", SterileUntil: Sterile), "invalid" },
        { "no expiry", new ReceiveHead("T1", "H-9", Lot: "N1"), "invalid" },
        { "taken", new ReceiveHead("T1", "H1", Lot: "N1", SterileUntil: Sterile), "exists" },
        { "no longer sterile", new ReceiveHead("T1", "H-9", Lot: "N1", SterileUntil: new DateOnly(2026, 3, 1)), "head-not-sterile" },
        { "GTIN of another type", new ReceiveHead("T1", "H-9", Scan: Item + "17290131" + "10N1"), "scan-mismatch" },
        { "GTIN of no type", new ReceiveHead(HeadId: "H-9", Gtin: "4006381333931", Lot: "N1", SterileUntil: Sterile), "scan-mismatch" },
        { "separators lost", new ReceiveHead(Scan: Item + "17290131" + "10N121S7"), "scan-ambiguous" },
    };

    /// <summary>What is wrong with a type, and the type of the problem.</summary>
    public static TheoryData<HeadTypeSheet, string> WrongTypes => new()
    {
        { new HeadTypeSheet("Head", 0, 3, 10, "decided"), "invalid" },
        { new HeadTypeSheet("Head", 1, 0, 10, "decided"), "invalid" },
        { new HeadTypeSheet("Head", 1, 11, 10, "decided"), "invalid" },
        { new HeadTypeSheet("Head", 1, 1, 0, "decided"), "invalid" },
        { new HeadTypeSheet("Head", 1, 3, 10, ""), "no-source" },
        { new HeadTypeSheet("", 1, 3, 10, "decided"), "invalid" },
        { new HeadTypeSheet("Head", 1, 3, 10, "decided", "09521234543213"), "exists" },
    };

    // Aim: a head gets its id from its serial number, its lot and running number, or the clinic, and comes in only with what the gates need to know.
    [Theory]
    [MemberData(nameof(Heads))]
    public void Head_is_taken_in_or_refused(string what, ReceiveHead asked, string expected)
    {
        Decision decision = Stocked().Ask((state, who) => HeadRules.Receive(state, asked, who));
        Assert.True(expected == (decision.Problem?.Type.Id ?? decision.Id), $"{what}: {decision.Problem}");
        Assert.Equal(decision.Problem is null, !decision.Events.IsEmpty);
    }

    // Aim: how often a head may puncture has no default: both numbers must be set, and a reason given.
    [Theory]
    [MemberData(nameof(WrongTypes))]
    public void Head_type_without_numbers_and_reason_is_refused(HeadTypeSheet sheet, string type) =>
        Assert.Equal(type, Stocked().Ask((state, who) => HeadTypeRules.Register(state, new RegisterHeadType("T3", sheet), who)).Problem?.Type.Id);

    // Aim: punctures add up to the warning and to the kernel's limit, and those beyond are counted too, for they happened.
    [Fact]
    public void Punctures_count_to_warning_and_limit()
    {
        StoreRoom room = StoreRoom.Ready();
        room.With((state, who) => HeadRules.Fit(state, "H1", "S1", "P-0001", who));
        Assert.Empty(room.Ask((state, who) => HeadRules.Fit(state, "H1", "S1", "P-0001", who)).Events);
        Assert.Equal("not-now", room.Ask((state, who) => HeadRules.Count(state, "H1", "S2", 1, who)).Problem?.Type.Id);
        Assert.Equal("invalid", room.Ask((state, who) => HeadRules.Count(state, "H1", "S1", -1, who)).Problem?.Type.Id);

        room.With((state, who) => HeadRules.Count(state, "H1", "S1", 2, who));
        Assert.False(HeadRules.Warns(room.State.Products, "H1"));
        room.With((state, who) => HeadRules.Count(state, "H1", "S1", 1, who));
        Assert.True(HeadRules.Warns(room.State.Products, "H1"));
        Assert.Equal((LimitKind.NeedleSticksMax, 57L), (Sticks(room).Kind, Sticks(room).Value));
        room.With((state, who) => HeadRules.Count(state, "H1", "S1", 100, who));
        Assert.Equal((103, 0L), (room.State.Products.Heads["H1"].Punctures, Sticks(room).Value));
    }

    // Aim: a changed type holds for its heads from then on.
    [Fact]
    public void Changed_type_holds_for_its_heads()
    {
        StoreRoom room = StoreRoom.Ready();
        room.With((state, who) => HeadTypeRules.Change(state, "T1", new HeadTypeSheet("Head", 1, 5, 10, "decided anew"), who));
        Assert.Equal((10L, "2"), (Sticks(room).Value, Sticks(room).Version));
    }

    private static Limit Sticks(StoreRoom room) => HeadRules.StickLimit(room.State.Products, "H1");

    private static StoreRoom Stocked() => StoreRoom.Ready().With((state, who) => HeadTypeRules.Register(
        state, new RegisterHeadType("T2", new HeadTypeSheet("Head", 1, 3, 10, "decided", "09521234543213")), who));
}
