using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Sessions;

public sealed class ResumeTests
{
    private const uint Boot = 9;

    [Fact]
    [Trait("Requirement", "SR-109")]
    public void Shots_fired_for_another_session_in_between_are_no_part_of_the_resumed_one()
    {
        // Aim: session A is stopped and settled, B is treated with the same device, A is resumed: B's shots stand in nobody's zones of A.
        Session session = new(Plans.Plan(), new LimitSet([]), Plans.Options());
        session.Restore([new SessionRecord.Baseline("S-1", 3, 10, new Volume(200_000), 11)]);
        List<SessionRecord> written = Resume(session, new DeviceSnapshot(
            Boot, 100, DeviceCondition.Idle, true, true, true, 0, 0, 0, 0, 12, new Volume(240_000), 11));

        Assert.Null(session.Fault);
        Assert.Contains(written, record => record is SessionRecord.Baseline { ShotCounter: 12 });
        Assert.Equal([11u, 12u], written.OfType<SessionRecord.ForeignShot>().Select(foreign => foreign.Shot.Index));
        Assert.Empty(session.Ledger.Shots);
        Assert.Equal(Volume.Zero, session.Ledger.Delivered);
        Assert.True(session.Settled);
        DoseLedger replayed = DoseLedger.Replay([new SessionRecord.Baseline("S-1", 3, 10, new Volume(200_000), 11), .. written]);
        Assert.Equal(12u, replayed.LastShot);
    }

    [Fact]
    public void Shots_under_an_open_permit_stay_the_resumed_sessions_own()
    {
        // Aim: what a permit of this session may have led to is never written off as somebody else's.
        Session session = new(Plans.Plan(), new LimitSet([]), Plans.Options());
        ZonePlan zone = Plans.Plan().Zones[0];
        Permit permit = new(1, 3, zone.Tag, zone.Trigger, zone.NeedleLength, zone.Dose, 12, new Volume(200_000) + (zone.Dose * 2), zone.MinIntervalMs, 250);
        session.Restore([new SessionRecord.Baseline("S-1", 3, 10, new Volume(200_000), 11), new SessionRecord.PermitIntended(permit)]);
        List<SessionRecord> written = Resume(
            session,
            new DeviceSnapshot(Boot, 100, DeviceCondition.Idle, true, true, true, 0, 0, 0, 0, 12, permit.VolumeLimit, 11),
            index => new Shot(index, zone.Tag, ShotAnswer.Delivered, false, zone.NeedleLength, zone.Dose, 1, 3, 0, 50));

        Assert.DoesNotContain(written, record => record is SessionRecord.Baseline or SessionRecord.ForeignShot);
        Assert.Equal(2, session.Ledger.Zone(zone.Tag).DeliveredShots);
        Assert.True(session.Settled);
    }

    private static List<SessionRecord> Resume(Session session, DeviceSnapshot device, Func<uint, Shot>? journal = null)
    {
        journal ??= index => new Shot(index, 1, ShotAnswer.Delivered, false, new Depth(900), new Volume(20_000), 77, 8, 0, 50);
        List<SessionRecord> written = [];
        Queue<SessionEvent> events = new(
        [
            new SessionEvent.Connecting(Plans.Now),
            new SessionEvent.Identified(Plans.Now, Plans.Identity() with { BootId = Boot }, device),
            new SessionEvent.StatusSeen(Plans.Now, device with { DeviceMs = 110 }),
        ]);
        while (events.TryDequeue(out SessionEvent? next))
        {
            foreach (Effect effect in session.Step(next))
            {
                switch (effect)
                {
                    case Effect.Record record: written.AddRange(record.Records); events.Enqueue(new SessionEvent.Recorded(Plans.Now, record.Ticket)); break;
                    case Effect.ReadJournal read:
                        List<Shot> shots = [];
                        for (uint index = read.FromShot; index <= device.ShotCounter; index++)
                        {
                            shots.Add(journal(index));
                        }

                        events.Enqueue(new SessionEvent.Journal(Plans.Now, shots, read.FromShot));
                        events.Enqueue(new SessionEvent.StatusSeen(Plans.Now, device with { DeviceMs = 120 }));
                        break;
                    default: break;
                }
            }
        }

        return written;
    }
}
