using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>The host around the kernel: one request at a time, stops before all, answers matched to requests.</summary>
internal sealed partial class Model
{
    private static bool StopDue(Situation now) => now.Wires.Linked && now.Host.Stopping && now.Wires.Stop < 0;

    private Wires SendStop(Wires wires) => wires.Send(new ToDevice(new Effect.Stop(), 0, true), _bounds.InFlight);

    private Situation OnWord(Situation now, ToHost word)
    {
        Situation next = Hear(now, word.Status, word.Age, 0);

        // What the status led to may have made void what the answer is for: then the host does not wait for it any more.
        bool ofThisBoot = word.Status.BootId == next.Wires.Boot;
        bool awaited = ofThisBoot && next.Host.HeadSent && next.Wires.Down.Any(each => each == word)
            && (word.Awaited || (_defect == Defect.AnyAnswerTaken && word.Reply.Kind != ReplyKind.ShotEvent));
        if (awaited)
        {
            next = next with { Host = next.Host with { Lane = next.Host.Lane.RemoveAt(0), HeadSent = false }, Wires = next.Wires.Void() };
        }

        if (!awaited && !(ofThisBoot && word.Reply.Kind == ReplyKind.ShotEvent)) { return next; }
        next = word.Reply.Event() is { } happened ? Hear(next, happened) : next;
        return _defect == Defect.AcknowledgedBeforeStored && word.Reply.Shots.Count > 0
            ? next with { Host = next.Host with { Lane = next.Host.Lane.Add(new Effect.AckJournal(word.Reply.Shots[^1].Index)) } }
            : next;
    }

    /// <summary>The host hears a status.</summary>
    private Situation Hear(Situation now, DeviceSnapshot status, int age, int secondsLater)
    {
        bool ofThisBoot = status.BootId == now.Wires.Boot;
        uint order = (uint)(1 + (ofThisBoot ? age.CompareTo(now.Wires.HeardAge) : 1));
        Wires wires = ofThisBoot ? now.Wires with { HeardAge = Math.Max(age, now.Wires.HeardAge) } : now.Wires;
        return Hear(now with { Wires = wires }, new SessionEvent.StatusSeen(secondsLater, status with { DeviceMs = order }));
    }

    /// <summary>The session hears an event, and the host takes what it asks for.</summary>
    private Situation Hear(Situation now, SessionEvent happened)
    {
        SessionAnswer answer = Sessions.Step(now.Session, happened);
        if (happened is SessionEvent.Stop && !answer.StopCameFirst) { throw new ModelViolationException("A stop is not the first effect."); }
        HostSide host = now.Host;
        Wires wires = now.Wires;
        foreach (Sequence<SessionRecord> batch in answer.Batches)
        {
            host = host with { Unwritten = host.Unwritten.Add(batch) };
            if (_defect != Defect.SentBeforeDurable) { continue; }
            foreach (SessionRecord.PermitIntended intended in batch.OfType<SessionRecord.PermitIntended>())
            {
                host = host with { Lane = host.Lane.Add(new Effect.Grant(intended.Permit)) };
            }
        }

        foreach (Effect effect in answer.Effects)
        {
            if (effect is not Effect.Stop)
            {
                host = host with { Lane = host.Lane.Add(effect) };
                continue;
            }

            (host, wires) = (host with { Lane = Sequence<Effect>.Empty, HeadSent = false, Stopping = true }, wires.Void());
            if (wires.Linked) { wires = SendStop(wires); }
        }

        SessionFacts facts = answer.Next.Facts;
        bool moves = facts.Device is { Condition: not (DeviceCondition.Stopped or DeviceCondition.Faulted) };
        bool stopping = facts.Stopped && (host.Stopping ? !facts.StandsStill : !facts.Releasing && moves);
        return now with { Session = answer.Next, Wires = wires, Host = host with { Stopping = stopping } };
    }

    /// <summary>Sends the first request that waits, if none is awaited; leaves out a permit that is void by now.</summary>
    private Situation Pump(Situation now)
    {
        HostSide host = now.Host;
        if (!now.Wires.Linked || host.HeadSent) { return now; }
        while (host.Lane.Count > 0 && host.Lane[0] is Effect.Grant grant
            && (_defect != Defect.SentBeforeDurable) && (now.Session.Facts.Open != grant.Permit || !now.Session.Facts.Armed))
        {
            host = host with { Lane = host.Lane.RemoveAt(0) };
        }

        if (host.Lane.Count == 0) { return now with { Host = host }; }
        Invariants.CheckSending(host.Lane[0], now);
        return now with { Host = host with { HeadSent = true }, Wires = now.Wires.Send(new ToDevice(host.Lane[0], now.Wires.Boot, true), _bounds.InFlight) };
    }

    private Situation Link(Situation now)
    {
        Wires linked = now.Wires with { Linked = true, Boot = now.Gun.Boot, HeardAge = now.Wires.Newest };
        DeviceSnapshot first = now.Gun.Status with { DeviceMs = 1000 };
        Situation next = Hear(now with { Wires = linked }, new SessionEvent.Identified(0, Plans.Identity(boot: now.Gun.Boot), first));
        return _defect == Defect.ConfirmedByItself ? Hear(next, new SessionEvent.Confirm(0, Readiness.All, "host")) : next;
    }

    private Situation Cut(Situation now)
    {
        HostSide host = now.Host with { Lane = Sequence<Effect>.Empty, HeadSent = false };
        Situation next = now with { Wires = Torn(now.Wires), Host = host };
        return Seek(Hear(next, new SessionEvent.LinkLost(0, "The cable is out.")));
    }

    private Situation Seek(Situation now) => Hear(now, new SessionEvent.Connecting(0));

    /// <summary>What the device said is gone; what was sent may still arrive, late.</summary>
    private static Wires Torn(Wires wires) => Wires.Cut with { Up = wires.Void().VoidStop().Up };

    /// <summary>The host dies when the disk has taken so many of the batches that wait, and starts again.</summary>
    private Situation? Kill(Situation now, int stored)
    {
        DiskNode disk = now.Disk;
        for (int i = 0; i < stored; i++) { disk = Disks.Append(disk, now.Host.Unwritten[i]); }
        HostSide host = HostSide.New(Math.Max(0, now.Host.Upsets - 1));
        return Seek(now with { Session = disk.Restored, Disk = disk, Wires = Torn(now.Wires), Host = host });
    }
}
