using System.Collections.Immutable;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Products;
using MesoPen.Kernel;

namespace MesoPen.Tests;

public sealed class MixtureRulesTests
{
    /// <summary>What is done, the parts, and the type of the problem.</summary>
    public static TheoryData<string, Action<StoreRoom>, ImmutableArray<MixturePart>, string> Refused => new()
    {
        { "one part", _ => { }, [new("V1", 1)], "invalid" },
        { "no parts", _ => { }, default, "invalid" },
        { "a part that is null", _ => { }, [new("V1", 1), null!], "invalid" },
        { "a vial twice", _ => { }, [new("V1", 1), new("V1", 1)], "invalid" },
        { "nothing of a vial", _ => { }, [new("V1", 1), new("W1", 0)], "invalid" },
        { "an unknown vial", _ => { }, [new("V1", 1), new("V9", 1)], "vial-unknown" },
        { "a closed vial", room => room.WithVial("W2", "M1", open: false), [new("V1", 1), new("W2", 1)], "vial-not-opened" },
        { "open too long", room => room.Now += TimeSpan.FromHours(2.5), [new("V1", 1), new("W1", 1)], "vial-open-too-long" },
        { "more than is left", _ => { }, [new("V1", 3_000_001), new("W1", 1)], "vial-too-little" },
        {
            "what a session has reserved", room => room.With((s, who) => VialRules.Reserve(s, "V1", "S1", 3_000_000, who)), [new("V1", 1), new("W1", 1)],
            "vial-reserved"
        },
        { "discarded", room => room.With((s, who) => VialRules.Discard(s, "W1", "dropped", who)), [new("V1", 1), new("W1", 1)], "vial-discarded" },
        { "recalled", room => room.With((s, who) => LotRules.Recall(s, "M1", "letter", who)), [new("V1", 1), new("W1", 1)], "lot-recalled" },
        { "retired", room => room.With((s, who) => ProductRules.Retire(s, "vitamin", "gone", who)), [new("V1", 1), new("W1", 1)], "product-retired" },
        {
            "partners that no sheet names", room => room.WithProduct(StoreRoom.Hyaluronan("third")).WithLot("N1", "third").WithVial("X1", "N1"),
            [new("V1", 1), new("X1", 1)], "mixing-not-described"
        },
    };

    // Aim: only opened vials in date whose products are known to go together are mixed, with no more than each holds for it; else nothing changes.
    [Theory]
    [MemberData(nameof(Refused))]
    public void Mixture_is_refused(string what, Action<StoreRoom> done, ImmutableArray<MixturePart> parts, string type)
    {
        StoreRoom room = Two();
        done(room);
        Decision decision = room.Ask((state, who) => MixtureRules.Make(state, new MakeMixture("X", parts), who));
        Assert.True(type == decision.Problem?.Type.Id, $"{what}: {decision.Problem}");
        Assert.Empty(decision.Events);
    }

    // Aim: a mixture has the ingredients and allergens of all its parts, the earliest expiry, the shortest time, and the volume that its vials lost.
    [Fact]
    public void Mixture_is_all_of_its_parts_and_as_short_lived_as_the_shortest()
    {
        StoreRoom room = Mixed();
        VialContents contents = room.State.Products.ContentsOf("X")!;
        Assert.Equal(["ha", "vitamin"], contents.Products.Select(each => each.Id));
        Assert.Equal(["hyaluronic acid", "ascorbic acid"], contents.Ingredients.Select(each => each.Name));
        Assert.Equal(["latex", "sulphite"], contents.Allergens);
        Assert.Equal(new DateOnly(2026, 5, 31), contents.Expires);
        Assert.Equal(StoreRoom.Morning.AddHours(2), contents.OpenUntil);
        Assert.Equal((2_000_000L, 2_700_000L, 1_300_000L), Left(room, "V1", "W1", "X"));
    }

    // Aim: a mixture goes where a vial goes: reserved, used, blocked when too old, and mixed again, with the limits of every product in it.
    [Fact]
    public void Mixture_is_used_like_a_vial()
    {
        StoreRoom room = Mixed().WithHeadType().WithHead().WithPlan();
        Assert.Null(ProductRules.Blocks(room.State, StoreRoom.Intent with { VialId = "X" }, room.Now));
        Assert.Null(VialRules.Blocks(room.State, StoreRoom.Intent with { VialId = "X" }, room.Now));
        Assert.Equal("vial-open-too-long", VialRules.Blocks(
            room.State, StoreRoom.Intent with { VialId = "X" }, StoreRoom.Morning.AddHours(2).AddMilliseconds(1))?.Type.Id);

        room.With((state, who) => VialRules.Reserve(state, "X", "S1", 450_000, who));
        room.With((state, who) => VialRules.Settle(state, "X", "S1", 440_000, 10_000, who));
        room.With((state, who) => MixtureRules.Make(state, new MakeMixture("Y", [new("X", 100_000), new("W1", 100_000)]), who));
        Assert.Equal((2_600_000L, 750_000L, 200_000L), Left(room, "W1", "X", "Y"));
        Assert.Equal(StoreRoom.Morning.AddHours(2), room.State.Products.ContentsOf("Y")!.OpenUntil);

        LimitSet limits = new(ProductLimits.Of(room.State.Products.ContentsOf("Y")!, ["cheek.left", "neck"]));
        Limit depth = limits.Effective(LimitKind.TissueDepthMax, "cheek.left")!;
        Assert.Equal((1000L, LimitSource.Product, "1"), (depth.Value, depth.Source, depth.Version));
        Assert.Contains("vitamin: leaflet", depth.Reference, StringComparison.Ordinal);
        Assert.Equal(0, limits.Headroom(LimitKind.ZoneShotsMax, "neck", 0));
        Assert.Null(limits.Effective(LimitKind.ZoneShotsMax, "cheek.left"));
        Assert.Equal((50_000L, 1_000_000L), (limits.Effective(LimitKind.DoseMax, null)!.Value, limits.Effective(LimitKind.ProductVolumeMax, null)!.Value));
    }

    // Aim: the gate holds a mixture to the sheet of every product in it, not to that of the plan's product alone.
    [Fact]
    public void Gate_holds_a_mixture_to_every_sheet()
    {
        StoreRoom room = Mixed().WithPlan();
        room.With((state, who) => ProductRules.Change(state, "vitamin", Vitamin() with { DepthMaxUm = 500 }, who));
        Problem? problem = ProductRules.Blocks(room.State, StoreRoom.Intent with { VialId = "X" }, room.Now);
        Assert.Equal("product-depth", problem?.Type.Id);
        Assert.Contains("vitamin", problem!.Detail, StringComparison.Ordinal);
    }

    // Aim: over a thousand random changes no vial and no mixture gives more than it holds, and what left all of them is what was used, left over or mixed.
    [Fact]
    public void No_volume_is_made_or_lost()
    {
        const int Seed = 4711;
        Random random = new(Seed);
        StoreRoom room = Two();
        long gone = 0;
        int accepted = 0;
        for (int run = 0; run < 1000; run++)
        {
            string[] ids = [.. room.State.Products.Vials.Keys];
            string vial = ids[random.Next(ids.Length)], other = ids[random.Next(ids.Length)], session = $"S{random.Next(4)}";
            long volume = random.Next(1, 200_000), rest = random.Next(0, 20_000);
            int what = random.Next(3);
            Decision decision = room.Ask((state, who) => what switch
            {
                0 => VialRules.Reserve(state, vial, session, volume, who),
                1 => VialRules.Settle(state, vial, session, volume, rest, who),
                _ => MixtureRules.Make(state, new MakeMixture($"X{run}", [new(vial, volume), new(other, rest)]), who),
            });
            gone += what == 1 && decision.Problem is null ? volume + rest : 0;
            accepted += decision.Events.Length;
            Assert.All(room.State.Products.Vials.Values, each => Assert.True(each.FreeFor(null) >= 0, $"seed {Seed}, run {run}, {each}"));
            Assert.True(room.State.Products.Vials.Values.Sum(each => each.LeftNl) + gone == 6_000_000, $"seed {Seed}, run {run}");
        }

        Assert.True(accepted > 100, $"{accepted} accepted");
    }

    private static RegisterProduct Vitamin() => StoreRoom.Hyaluronan("vitamin") with
    {
        Name = "Vitamin C",
        Ingredients = [new Ingredient("ascorbic acid", IngredientClass.Vitamin, [])],
        Allergens = ["sulphite", "latex"],
        DepthMaxUm = 1000,
        DepthSource = "leaflet",
        SessionMaxNl = 1_000_000,
        OpenHoursMax = 2,
        MixableWith = [new MixingPartner("ha", "leaflet, section 6")],
    };

    private static StoreRoom Two() => new StoreRoom().WithProduct().WithProduct(Vitamin())
        .WithLot().WithLot("M1", "vitamin", "C7", new DateOnly(2026, 5, 31)).WithVial().WithVial("W1", "M1");

    private static StoreRoom Mixed() =>
        Two().With((state, who) => MixtureRules.Make(state, new MakeMixture("X", [new("V1", 1_000_000), new("W1", 300_000)]), who));

    private static (long, long, long) Left(StoreRoom room, string a, string b, string c) =>
        (room.State.Products.Vials[a].LeftNl, room.State.Products.Vials[b].LeftNl, room.State.Products.Vials[c].LeftNl);
}
