using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Products;

namespace MesoPen.Tests;

public sealed class LotRulesTests
{
    private const string Item = "0109521234543213";
    private const string Whole = Item + "17290131" + "10ABC\u001d21123";
    private const string Lost = Item + "17290131" + "10ABC21123";
    private static readonly DateOnly Expires = new(2029, 1, 31);

    /// <summary>What is asked, the lot and serial number that come of it.</summary>
    public static TheoryData<string, ReceiveLot, string, string?> Accepted => new()
    {
        { "scanned", new ReceiveLot("L1", Scan: Whole), "ABC", "123" },
        { "scanned, product said too", new ReceiveLot("L1", "ha", Whole), "ABC", "123" },
        { "scanned, and the same typed", new ReceiveLot("L1", Scan: Whole, Gtin: "9521234543213", Lot: "ABC", Expires: Expires, Serial: "123"), "ABC", "123" },
        { "separators lost, lot typed", new ReceiveLot("L1", Scan: Lost, Lot: "ABC"), "ABC", "123" },
        { "separators lost, the other lot typed", new ReceiveLot("L1", Scan: Lost, Lot: "ABC21123"), "ABC21123", null },
        { "separators lost, serial typed", new ReceiveLot("L1", Scan: Lost, Serial: "123"), "ABC", "123" },
        { "a rest that is not supported, lot typed", new ReceiveLot("L1", Scan: Item + "1729013110AB9112", Lot: "AB"), "AB", null },
        { "typed", new ReceiveLot("L1", "bare", Lot: "any/lot (7)", Expires: Expires), "any/lot (7)", null },
        { "typed with GTIN", new ReceiveLot("L1", Gtin: "09521234543213", Lot: "ABC", Expires: Expires), "ABC", null },
        { "scanned without expiry, which is typed", new ReceiveLot("L1", Scan: Item + "10ABC", Expires: Expires), "ABC", null },
    };

    /// <summary>What is asked, the type of the problem, and a word of its sentence.</summary>
    public static TheoryData<string, ReceiveLot, string, string> Refused => new()
    {
        { "separators lost", new ReceiveLot("L1", Scan: Lost), "scan-ambiguous", "(10)ABC(21)123" },
        { "separators lost, a lot typed that is none of them", new ReceiveLot("L1", Scan: Lost, Lot: "AB"), "scan-ambiguous", "(10)ABC21123" },
        { "separators lost, another day typed", new ReceiveLot("L1", Scan: Lost, Lot: "ABC", Expires: Expires.AddDays(1)), "scan-ambiguous", "ways" },
        { "wrong check digit", new ReceiveLot("L1", Scan: "0109521234543214"), "scan-unreadable", "check digit" },
        { "HIBC", new ReceiveLot("L1", Scan: "+A123BJC5D6E71G"), "scan-unreadable", "HIBC" },
        { "another lot typed", new ReceiveLot("L1", Scan: Whole, Lot: "ABD"), "scan-mismatch", "lot ABC" },
        { "another expiry typed", new ReceiveLot("L1", Scan: Whole, Expires: Expires.AddDays(1)), "scan-mismatch", "2029-01-31" },
        { "another serial typed", new ReceiveLot("L1", Scan: Whole, Serial: "124"), "scan-mismatch", "serial 123" },
        { "another GTIN typed", new ReceiveLot("L1", Scan: Whole, Gtin: "4006381333931"), "scan-mismatch", "gtin" },
        { "another product said", new ReceiveLot("L1", "other", Whole), "scan-mismatch", "another package" },
        { "a product without GTIN said", new ReceiveLot("L1", "bare", Item + "17290131" + "10ABC", Gtin: null), "scan-mismatch", "ha" },
        { "a GTIN that nobody knows", new ReceiveLot("L1", Gtin: "00012345678905", Lot: "A", Expires: Expires), "scan-mismatch", "no product" },
        { "another GTIN for a product", new ReceiveLot("L1", "ha", Gtin: "00012345678905", Lot: "A", Expires: Expires), "scan-mismatch", "09521234543213" },
        { "no product", new ReceiveLot("L1", Lot: "A", Expires: Expires), "invalid", "product_id" },
        { "an unknown product", new ReceiveLot("L1", "none", Lot: "A", Expires: Expires), "invalid", "product_id" },
        { "no lot", new ReceiveLot("L1", "bare", Expires: Expires), "invalid", "lot" },
        { "no expiry", new ReceiveLot("L1", "bare", Lot: "A"), "invalid", "expiry" },
        { "expired", new ReceiveLot("L1", "bare", Lot: "A", Expires: new DateOnly(2026, 3, 1)), "lot-expired", "2026-03-01" },
        { "a lot of two lines", new ReceiveLot("L1", "bare", Lot: "A\nB", Expires: Expires), "invalid", "lot" },
        { "a GTIN that is none", new ReceiveLot("L1", Gtin: "1", Lot: "A", Expires: Expires), "invalid", "gtin" },
        { "no id", new ReceiveLot("L 1", "bare", Lot: "A", Expires: Expires), "invalid", "lot_id" },
    };

    // Aim: a lot comes in by scan, typed, or both; where the scan can be read in several ways, what a person typed chooses.
    [Theory]
    [MemberData(nameof(Accepted))]
    public void Lot_is_taken_in(string what, ReceiveLot asked, string number, string? serial)
    {
        StoreRoom room = Stocked();
        Decision decision = room.Ask((state, who) => LotRules.Receive(state, asked, who));

        Assert.True(decision.Problem is null, $"{what}: {decision.Problem}");
        Lot lot = room.State.Products.Lots["L1"];
        Assert.Equal((number, serial, Expires, asked.ProductId ?? "ha"), (lot.Number, lot.Serial, lot.Expires, lot.ProductId));
    }

    // Aim: what does not agree is refused with what differs, what is not certain with the ways to read it; nothing is taken in.
    [Theory]
    [MemberData(nameof(Refused))]
    public void Lot_is_refused(string what, ReceiveLot asked, string type, string word)
    {
        Decision decision = Stocked().Ask((state, who) => LotRules.Receive(state, asked, who));

        Assert.True(type == decision.Problem?.Type.Id, $"{what}: {decision.Problem}");
        Assert.Contains(word, decision.Problem!.Detail, StringComparison.Ordinal);
        Assert.Empty(decision.Events);
    }

    // Aim: one lot of a product is taken in once; of a retired product none; and a lot is recalled once, with a reason.
    [Fact]
    public void Lot_is_known_and_recalled_once()
    {
        StoreRoom room = Stocked().WithLot("L1", "bare", "A1");
        Assert.Equal("exists", room.Ask((state, who) => LotRules.Receive(
            state, new ReceiveLot("L2", "bare", Lot: "A1", Expires: Expires), who)).Problem?.Type.Id);
        Assert.Equal("exists", room.Ask((state, who) => LotRules.Receive(
            state, new ReceiveLot("L1", "bare", Lot: "A2", Expires: Expires), who)).Problem?.Type.Id);
        Assert.Equal("invalid", room.Ask((state, who) => LotRules.Recall(state, "L1", "", who)).Problem?.Type.Id);
        room.With((state, who) => LotRules.Recall(state, "L1", "maker's letter", who));
        Assert.Equal("maker's letter", room.State.Products.Lots["L1"].RecalledBecause);
        Assert.Equal("not-now", room.Ask((state, who) => LotRules.Recall(state, "L1", "again", who)).Problem?.Type.Id);
        Assert.Equal("unknown", room.Ask((state, who) => LotRules.Recall(state, "L9", "again", who)).Problem?.Type.Id);
        room.With((state, who) => ProductRules.Retire(state, "bare", "gone", who));
        Assert.Equal("not-now", room.Ask((state, who) => LotRules.Receive(
            state, new ReceiveLot("L3", "bare", Lot: "A3", Expires: Expires), who)).Problem?.Type.Id);
    }

    private static StoreRoom Stocked() => new StoreRoom()
        .WithProduct(StoreRoom.Hyaluronan() with { Gtin = "09521234543213" })
        .WithProduct(StoreRoom.Hyaluronan("other") with { Gtin = "4006381333931" })
        .WithProduct(StoreRoom.Hyaluronan("bare"));
}
