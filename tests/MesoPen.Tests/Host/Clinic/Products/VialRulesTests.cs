using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Records;

namespace MesoPen.Tests;

public sealed class VialRulesTests
{
    // Aim: what a session reserves nobody else may draw; what it used and had left over is gone, and the rest of its reservation is free again.
    [Fact]
    public void Settling_books_what_was_used_and_frees_the_rest()
    {
        StoreRoom room = StoreRoom.Ready();
        room.With((state, who) => VialRules.Reserve(state, "V1", "S1", 1_000_000, who));
        Assert.Equal((3_000_000L, 2_000_000L), (room.State.Products.Vials["V1"].LeftNl, room.State.Products.Vials["V1"].FreeFor("S2")));

        room.With((state, who) => VialRules.Settle(state, "V1", "S1", 400_000, 50_000, who));
        Vial vial = room.State.Products.Vials["V1"];
        Assert.Equal((2_550_000L, 2_550_000L, 0), (vial.LeftNl, vial.FreeFor(null), vial.ReservedNl.Count));
        Assert.Equal("not-now", room.Ask((state, who) => VialRules.Settle(state, "V1", "S1", 400_000, 50_000, who)).Problem?.Type.Id);
    }

    // Aim: a session that begins again reserves once, not twice, and may ask for another volume.
    [Fact]
    public void Same_session_reserves_once()
    {
        StoreRoom room = StoreRoom.Ready();
        room.With((state, who) => VialRules.Reserve(state, "V1", "S1", 2_000_000, who));
        Assert.Empty(room.Ask((state, who) => VialRules.Reserve(state, "V1", "S1", 2_000_000, who)).Events);
        room.With((state, who) => VialRules.Reserve(state, "V1", "S1", 3_000_000, who));
        Assert.Equal(0, room.State.Products.Vials["V1"].FreeFor("S2"));
    }

    // Aim: more than reserved is booked if it can have been, for it happened; more than the vial held for the session is refused and changes nothing.
    [Fact]
    public void Settling_takes_no_more_than_the_vial_held_for_the_session()
    {
        StoreRoom room = StoreRoom.Ready();
        room.With((state, who) => VialRules.Reserve(state, "V1", "S1", 1_000_000, who));
        room.With((state, who) => VialRules.Reserve(state, "V1", "S2", 1_500_000, who));
        Assert.Equal("vial-overdrawn", room.Ask((state, who) => VialRules.Settle(state, "V1", "S1", 1_500_000, 1, who)).Problem?.Type.Id);
        Assert.Equal("invalid", room.Ask((state, who) => VialRules.Settle(state, "V1", "S1", -1, 0, who)).Problem?.Type.Id);
        Assert.Equal("invalid", room.Ask((state, who) => VialRules.Settle(state, "V1", "S1", 0, long.MaxValue, who)).Problem?.Type.Id);
        room.With((state, who) => VialRules.Settle(state, "V1", "S1", 1_500_000, 0, who));
        Assert.Equal(0, room.State.Products.Vials["V1"].FreeFor(null));
    }

    // Aim: a vial is opened once, and not at all if its lot may not be used; its id and its serial number name one vial.
    [Fact]
    public void Vial_is_taken_in_and_opened_once()
    {
        StoreRoom room = StoreRoom.Ready().With((state, who) => VialRules.Receive(state, new ReceiveVial("V2", "L1", 1, "S-1"), who));
        Assert.Equal("not-now", room.Ask((state, who) => VialRules.Open(state, "V1", who)).Problem?.Type.Id);
        Assert.Equal("exists", room.Ask((state, who) => VialRules.Receive(state, new ReceiveVial("V1", "L1", 1), who)).Problem?.Type.Id);
        Assert.Equal("exists", room.Ask((state, who) => VialRules.Receive(state, new ReceiveVial("V3", "L1", 1, "S-1"), who)).Problem?.Type.Id);
        Assert.Equal("invalid", room.Ask((state, who) => VialRules.Receive(state, new ReceiveVial("V3", "L9", 1), who)).Problem?.Type.Id);
        Assert.Equal("invalid", room.Ask((state, who) => VialRules.Receive(state, new ReceiveVial("V3", "L1", 0), who)).Problem?.Type.Id);
        room.With((state, who) => LotRules.Recall(state, "L1", "maker's letter", who));
        Assert.Equal("lot-recalled", room.Ask((state, who) => VialRules.Open(state, "V2", who)).Problem?.Type.Id);
        Assert.Equal("lot-recalled", room.Ask((state, who) => VialRules.Receive(state, new ReceiveVial("V3", "L1", 1), who)).Problem?.Type.Id);
    }

    // Aim: whatever sessions of two stations do to one vial at once, it never gives more than was in it, at no row of the journal.
    [Fact]
    public async Task Two_stations_never_overdraw_a_vial()
    {
        await using MemorySiteJournal journal = new();
        using ClinicDesk one = new(journal, TimeProvider.System);
        using ClinicDesk two = new(journal, TimeProvider.System);
        Actor who = new("ada", Role.Clinician, "station-1", default);
        await Do(one, who, (state, actor) => ProductRules.Register(state, StoreRoom.Hyaluronan(), actor));
        await Do(one, who, (state, actor) => LotRules.Receive(state, new ReceiveLot("L1", "ha", Lot: "A1", Expires: actor.Today.AddDays(30)), actor));
        await Do(one, who, (state, actor) => VialRules.Receive(state, new ReceiveVial("V1", "L1", 1_000_000), actor));
        await Do(one, who, (state, actor) => VialRules.Open(state, "V1", actor));

        int[] accepted = await Task.WhenAll(Enumerable.Range(0, 8).Select(task => Task.Run(async () =>
        {
            ClinicDesk desk = task % 2 == 0 ? one : two;
            int taken = 0;
            for (int run = 0; run < 10; run++)
            {
                string session = $"S-{task}-{run}";
                if (await Do(desk, who, (state, actor) => VialRules.Reserve(state, "V1", session, 30_000, actor)))
                {
                    taken++;
                    Assert.True(await Do(desk, who, (state, actor) => VialRules.Settle(state, "V1", session, 25_000, 5_000, actor)));
                }
            }

            return taken;
        })));

        Assert.Equal(33, accepted.Sum());
        ClinicState replayed = ClinicState.Empty;
        foreach (JournalRow row in await journal.ReadClinicAsync(0, int.MaxValue, default))
        {
            replayed = replayed.Apply(ClinicEventCodec.Decode(row));
            Assert.True(!replayed.Products.Vials.TryGetValue("V1", out Vial? vial) || vial.FreeFor(null) >= 0, $"row {row.Sequence}");
        }

        Assert.Equal(10_000, replayed.Products.Vials["V1"].LeftNl);
    }

    // Aim: two stations cannot fit one head for two sessions, however they race for it.
    [Fact]
    public async Task Two_stations_never_share_a_head()
    {
        await using MemorySiteJournal journal = new();
        using ClinicDesk one = new(journal, TimeProvider.System);
        using ClinicDesk two = new(journal, TimeProvider.System);
        Actor who = new("ada", Role.Clinician, "station-1", default);
        await Do(one, who, (state, actor) => HeadTypeRules.Register(state, new RegisterHeadType("T1", new HeadTypeSheet("Head", 1, 3, 10, "decided")), actor));
        for (int run = 0; run < 20; run++)
        {
            string head = $"H-{run}";
            await Do(one, who, (state, actor) => HeadRules.Receive(
                state, new ReceiveHead("T1", head, Lot: "N1", SterileUntil: actor.Today.AddDays(30)), actor));
            bool[] fitted = await Task.WhenAll(Enumerable.Range(0, 8).Select(task => Task.Run(() => Do(
                task % 2 == 0 ? one : two, who, (state, actor) => HeadRules.Fit(state, head, $"S-{run}-{task}", $"P-{task}", actor)))));
            Assert.Equal(1, fitted.Count(each => each));
        }
    }

    private static async Task<bool> Do(ClinicDesk desk, Actor who, Func<ClinicState, Actor, Decision> rule) =>
        (await desk.DecideAsync(who, rule)).Decision.Problem is null;
}
