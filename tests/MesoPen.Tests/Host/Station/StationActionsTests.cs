using System.Collections.Immutable;
using MesoPen.Host.Station;
using MesoPen.Kernel;
using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Tests;

/// <summary>The recovery menu against the kernel itself.</summary>
public sealed class StationActionsTests
{
    // So often is each combination of state and menu held against the kernel.
    private const int Each = 6;

    private static readonly SessionState[] Leaves =
    [
        SessionState.Disconnected, SessionState.Connecting, SessionState.Reconciling, SessionState.Standby, SessionState.Calibrating, SessionState.Priming,
        SessionState.Ready, SessionState.Waiting, SessionState.Delivering, SessionState.Paused, SessionState.Faulted, SessionState.EmergencyStopped,
    ];

    // Aim: in every state of the kernel, through storms that lose, double and delay messages, break the device and forget shots, what the menu allows is
    // taken by the kernel, and what it does not is refused; and nobody stands before a menu that offers nothing and says nothing.
    [Fact]
    public void What_the_menu_allows_the_kernel_takes_and_it_is_never_a_dead_end()
    {
        Dictionary<string, int> seen = [];
        HashSet<SessionState> states = [];
        List<string> wrong = [];
        foreach ((ImmutableArray<SessionRecord> restored, IReadOnlyList<SessionEvent> heard) in Histories())
        {
            Session session = SessionOf(restored, heard, 0);
            for (int done = 0; done <= heard.Count; done++)
            {
                if (done > 0)
                {
                    session.Step(heard[done - 1]);
                }

                states.Add(session.State);
                ImmutableArray<StationAction> menu = StationActions.Of(session, Plans.Plan(), Plans.Now, primed: true);
                string? wait = StationActions.WaitFor(session)?.Sentence;
                string what = $"{session.State} fault {session.Fault?.Number} settled {session.Settled} device {session.Device is not null} "
                    + $"unknown {session.Ledger.UnknownShots > 0} open {session.Ledger.OpenShots > 0}: {string.Join(' ', menu.Where(each => each.Allowed).Select(each => each.Id))}";
                int times = seen[what] = seen.GetValueOrDefault(what) + 1;
                if (times > Each)
                {
                    continue;
                }

                // A new head can be fitted nearly always, and helps nobody on.
                bool helps = menu.Any(each => each.Allowed && each.Id != "needle");
                wrong.AddRange(helps || !string.IsNullOrWhiteSpace(wait) ? [] : [$"{what}: a dead end"]);
                wrong.AddRange(menu.Where(each => each.Allowed == (each.Why is not null)).Select(each => $"{what}: {each.Id} with the reason {each.Why}"));
                wrong.AddRange(menu.Where(each => !each.Allowed && each.WhyCode is null).Select(each => $"{what}: {each.Id} has no code for {each.Why}"));
                wrong.AddRange(menu.Where(each => !Names(each)).Select(each => $"{what}: not each need has its code in {each.Why}"));
                wrong.AddRange(menu.Where(each => Differs(each, SessionOf(restored, heard, done))).Select(each => $"{what}: the kernel and {each}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
        Assert.Equal(Leaves.Order(), states.Order());
        Assert.True(seen.Count > 40, $"Only {seen.Count} combinations of state and menu were seen.");
    }

    // Aim: an action that is refused says why in a sentence, and the sentences for one that is stuck name the way out.
    [Fact]
    public void A_session_whose_device_never_comes_back_can_be_settled_and_ended()
    {
        Bench bench = Stage.At(SessionState.Delivering);
        bench.Wire = false;
        bench.Do(new SessionEvent.LinkLost(bench.Now, "The cable is out."));
        Assert.Equal(["needle"], Allowed(bench.Session));
        Assert.Contains("press Stop", Why(bench.Session, "settle"), StringComparison.Ordinal);

        bench.Do(new SessionEvent.Stop(bench.Now, "Ada"));
        Assert.Equal(["settle", "needle"], Allowed(bench.Session));
        bench.Do(new SessionEvent.SettleUnknown(bench.Now, "Ada", "The device is lost."));
        Assert.Equal(["needle", "close"], Allowed(bench.Session));
        bench.Do(new SessionEvent.Close(bench.Now, "ended-early"));
        Assert.True(bench.Session.Ledger.Closed);
    }

    // Aim: what the station knows besides the kernel shuts the menu's entry too: a line that was not primed in this session, rows that are gone.
    [Fact]
    public void What_only_the_station_knows_is_in_the_menu()
    {
        Session session = Stage.At(SessionState.Ready).Session;
        StationCase lost = new(new StationPatient("P-1", "AB"), new StationPlan("PL-1", "Face"), "HA", "The rows are gone.", true);

        Assert.Contains("arm", Allowed(session));
        Assert.Contains("not primed in this session", Why(session, "arm", primed: false), StringComparison.Ordinal);
        Assert.Equal("The rows are gone.", Why(session, "arm", about: lost));
        Assert.Equal("The rows are gone.", Why(session, "close", about: lost));
    }

    // "Needed first: a primed line, consent, confirmed": each guard of the kernel has a code of its own.
    private static bool Names(StationAction action)
    {
        if (action.WhyCode != StationReason.NeededFirst)
        {
            return action.Needed.IsEmpty;
        }

        string left = action.Needed.Aggregate(action.Why!, (why, need) => why.Replace(StationNeeds.WordsOf(need), "", StringComparison.Ordinal));
        return !action.Needed.IsEmpty && left.Replace("Needed first", "", StringComparison.Ordinal).All(each => !char.IsLetter(each));
    }

    private static string[] Allowed(Session session) =>
        [.. StationActions.Of(session, Plans.Plan(), Plans.Now, primed: true).Where(each => each.Allowed).Select(each => each.Id)];

    private static string? Why(Session session, string id, bool primed = true, StationCase? about = null) =>
        StationActions.Of(session, Plans.Plan(), Plans.Now, primed, about).Single(each => each.Id == id).Why;

    private static IEnumerable<(ImmutableArray<SessionRecord> Restored, IReadOnlyList<SessionEvent> Heard)> Histories()
    {
        for (int seed = 1; seed <= 60; seed++)
        {
            Storm storm = new(seed, new StormOptions(LosesEntries: seed % 2 == 0, OverrunNl: seed % 3 == 0 ? 30_000 : 0)) { Heard = [] };
            try
            {
                storm.Run(600);
            }
            catch (Xunit.Sdk.XunitException)
            {
                // An overrun beyond the tolerance is no weather of these storms' judge: what the session heard until then counts here.
            }

            // The records that a first life leaves are where the second begins, without a device.
            yield return ([], storm.Heard[0]);
            yield return ([.. storm.Disk.Take(storm.Disk.Count * (seed % 7) / 7)], [new SessionEvent.Connecting(Plans.Now), new SessionEvent.Stop(Plans.Now, "Ada")]);
        }

        yield return ([], [.. Until(SessionState.Standby), new SessionEvent.BeginCalibration(Plans.Now), new SessionEvent.EndCalibration(Plans.Now)]);
        yield return ([], [.. Until(SessionState.Ready), new SessionEvent.Confirm(Plans.Now, Readiness.All, "Ada"), Other(), new SessionEvent.Stop(Plans.Now, "Ada")]);
        yield return ([], [.. Until(SessionState.Delivering), new SessionEvent.LinkLost(Plans.Now, "away"), Other(), new SessionEvent.Stop(Plans.Now, "Ada")]);
        yield return ([], [.. Until(SessionState.Paused), new SessionEvent.Close(Plans.Now, "ended-early"), new SessionEvent.Stop(Plans.Now, "Ada")]);
        yield return ([], [.. Until(SessionState.Ready), new SessionEvent.StatusSeen(Plans.Now, Backwards()), new SessionEvent.SettleUnknown(Plans.Now, "Ada", "x")]);
    }

    private static SessionEvent Other() => new SessionEvent.Identified(Plans.Now, Plans.Identity("S-2", 7), new PaperDevice("S-2").Status() with { BootId = 7 });

    // Counters that go back: whatever the device says from then on contradicts the records.
    private static DeviceSnapshot Backwards() => Stage.At(SessionState.Ready).Device.Status() with { DeviceMs = 1_000_000, ShotCounter = 1 };

    private static IReadOnlyList<SessionEvent> Until(SessionState state)
    {
        Bench bench = new() { Heard = [] };
        Stage.At(state, bench);
        return bench.Heard;
    }

    private static Session SessionOf(ImmutableArray<SessionRecord> restored, IReadOnlyList<SessionEvent> heard, int upTo)
    {
        Session session = new(Plans.Plan(), StormLimits, Plans.Options());
        if (!restored.IsEmpty)
        {
            session.Restore(restored);
        }

        for (int i = 0; i < upTo; i++)
        {
            session.Step(heard[i]);
        }

        return session;
    }

    private static LimitSet StormLimits { get; } = new Storm(1, new StormOptions()).Limits;

    private static bool Differs(StationAction action, Session session)
    {
        if (action is { Id: "close", Allowed: true } && session.Ledger.Closed)
        {
            // The kernel has closed already: the station goes on with the clinic's records.
            return false;
        }

        SessionEvent asked = action.Id switch
        {
            "prime" => new SessionEvent.Prime(Plans.Now),
            "arm" => new SessionEvent.Arm(Plans.Now, StationSums.Next(session, Plans.Plan())?.Tag ?? 1),
            "pause" => new SessionEvent.Pause(Plans.Now, "to look"),
            "release" => new SessionEvent.Clear(Plans.Now, "Ada", "The patient is well."),
            "settle" => new SessionEvent.SettleUnknown(Plans.Now, "Ada", "Counted."),
            "needle" => new SessionEvent.ChangeNeedle(Plans.Now, "Ada"),
            _ => new SessionEvent.Close(Plans.Now, "ended-early"),
        };
        bool refused = session.Step(asked).OfType<Effect.Show>().Any(each => each.Kind == NoticeKind.Refused);
        return refused == action.Allowed;
    }
}
