using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Sessions;

public sealed class DeterminismTests
{
    [Fact]
    [Trait("Requirement", "SR-153")]
    public void Same_events_give_the_same_effects_and_records()
    {
        // Aim: a session is a function of its events: 40 storms, each played twice to fresh sessions, one of them asked about everything between.
        for (int seed = 1; seed <= 40; seed++)
        {
            Storm storm = new(seed, new StormOptions(ForeignShots: seed % 4, LosesEntries: seed % 2 == 0)) { Heard = [] };
            storm.Run(600);
            Assert.Contains(storm.Heard, events => events.Count > 100);
            foreach (List<SessionEvent> events in storm.Heard)
            {
                Assert.Equal(Play(events, storm.Limits, curious: false), Play(events, storm.Limits, curious: true));
            }
        }
    }

    private static List<string> Play(List<SessionEvent> events, LimitSet limits, bool curious)
    {
        Session session = new(Plans.Plan(), limits, Plans.Options());
        List<string> said = [];
        foreach (SessionEvent happened in events)
        {
            foreach (Effect effect in session.Step(happened))
            {
                said.Add(effect is Effect.Record record ? $"{record.Ticket}: {string.Join("; ", record.Records)}" : effect.ToString());
            }

            if (curious)
            {
                session.ArmBlockers(Plans.Brow(), happened.AtUnixMs + 86_400_000L);
                session.Remaining(Plans.Cheek());
                session.Ledger.Zone(9);
                session.Diagram();
            }
        }

        return said;
    }
}
