namespace MesoPen.Tests.EndToEnd;

/// <summary>The host falls silent while the gun fires: the gun stops by itself, in time.</summary>
public sealed class LinkSilenceTests
{
    // hardware/protocol.md section 7: the longest lease, and from its end to a plunger that stands.
    private const long LeaseMs = 250;
    private const long PlungerMs = 20;

    // Far enough apart that what the lease still allows after one does not reach the next.
    private static readonly string[] Faults =
    [
        "link.cut@shot=1+3ms,for=700ms",
        "link.silent@shot=5+35ms,for=700ms",
        "link.cut@shot=9+70ms,for=700ms",
        "link.silent@shot=13+20ms,for=700ms",
    ];

    [Fact]
    [Trait("Requirement", "SR-070")]
    public async Task Link_cut_or_silent_while_firing_plunger_is_still_and_needle_back_within_lease_and_retract_time()
    {
        // Aim: by the device's own clock, counted from the last good frame of the host; nothing moves after that until the link is back;
        // the host finds the gun again each time and finishes. Times of this clock owe nothing to the load of the machine.
        await using TreatmentRoom room = new();
        await room.StartGunAsync(seed: 5, tcp: false, [.. Faults.SelectMany(fault => (string[])["--fault", fault])]);
        RunningProgram treatment = room.StartTreatment();
        Assert.True(await treatment.ExitAsync() == 0, treatment.Said());

        TruthLog truth = room.Truth;
        Judge.Complete(Summary.Of(treatment), truth, room.Profile.Tolerance);
        long retractMs = room.Profile.Mechanics.RetractMsMax;
        IReadOnlyList<TruthEvent> events = truth.Events;
        int[] cuts = [.. Enumerable.Range(0, events.Count).Where(at => events[at].Name == "link_lost")];
        Assert.Equal(Faults.Length, cuts.Length);
        foreach (int cut in cuts)
        {
            long last = events[cut].LastFrameMs;
            TruthEvent[] moves = [.. events.Skip(cut + 1).TakeWhile(each => each.Name != "link_back")];
            Assert.All(moves, move => Assert.InRange(move.AtMs, last, last + Latest(move.Name, retractMs)));
            Assert.Equal("needle_home", moves.Last(move => move.Name.StartsWith("needle_", StringComparison.Ordinal)).Name);
            TruthEvent? plunger = moves.LastOrDefault(move => move.Name.StartsWith("plunger_", StringComparison.Ordinal));
            Assert.NotEqual("plunger_moves", plunger?.Name);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"link lost at {events[cut].AtMs} ms, at rest {moves[^1].AtMs - last} ms after the last frame "
                + $"({(moves[^1].MonoUs - events[cut].MonoUs) / 1000} ms on the wall after the cut)");
        }
    }

    /// <summary>The latest that something may happen after the last frame, ms.</summary>
    private static long Latest(string what, long retractMs) => what switch
    {
        "plunger_moves" or "needle_out" => LeaseMs,
        "plunger_still" => LeaseMs + PlungerMs,
        _ => LeaseMs + PlungerMs + retractMs,
    };
}
