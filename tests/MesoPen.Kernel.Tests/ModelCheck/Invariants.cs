namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>What must hold in every state, in the model's own integers.</summary>
internal static class Invariants
{
    public static void Check(Situation now, Defect defect)
    {
        SessionFacts session = now.Session.Facts;
        for (int zone = 0; zone < Model.Points.Length; zone++) { CheckZone(now, zone, defect); }

        Require(session.Fault < 200, $"Fault {session.Fault} without cause.");
        int lost = now.Gun.Truth.Count(shot => shot.Lost);
        Require(session.UnknownShots <= lost, $"{session.UnknownShots} shots count as unknown; the device's journal has lost {lost}.");
        if (now.Gun.Permit is { } live)
        {
            Permit? durable = now.Disk.Restored.Facts.Open;
            Require(durable is not null && durable.BootId == now.Gun.Boot && durable.Id >= live.Id, $"Permit {live.Id} lives, and the disk does not know it as open.");
        }

        if (session.Armed)
        {
            Require(now.Host.Confirmed, "Armed although no person confirmed since the host started.");
            Require(session.UnknownShots == 0, "Armed with unknown shots.");
            Require(!session.Closed, "Armed after the session was closed.");
            Require(!now.Disk.Latched, "Armed although the disk has a stop or fault that nobody released.");
        }

        if (session.Settled) { CheckSettled(now, session); }
    }

    /// <summary>A permit leaves the host.</summary>
    public static void CheckSending(Effect request, Situation now)
    {
        if (request is not Effect.Grant { Permit: var permit }) { return; }
        bool durable = now.Disk.Records.Contains(new SessionRecord.PermitIntended(permit)) || now.Disk.Restored.Facts.Open == permit;
        Require(durable, $"Permit {permit.Id} is sent before its record is durable.");
        Require(now.Session.Facts.Armed, $"Permit {permit.Id} is sent while {now.Session.Facts.State}.");
        Require(now.Host.Confirmed, $"Permit {permit.Id} is sent although no person confirmed.");
    }

    private static void CheckZone(Situation now, int zone, Defect defect)
    {
        int shots = 0;
        long truthNl = 0;
        foreach (GunShot shot in now.Gun.Truth)
        {
            if (shot.Zone != zone + 1) { continue; }
            shots += shot.Delivered ? 1 : 0;
            truthNl += shot.VolumeNl;
        }

        if (now.Gun.UnderWay is { } begun && begun.Zone == zone + 1) { (shots, truthNl) = (shots + 1, truthNl + Model.DoseNl); }
        Require(shots <= Model.Points[zone], $"Zone {zone + 1} has {shots} shots of {Model.Points[zone]}.");
        Require(truthNl <= Model.Points[zone] * Model.DoseNl, $"Zone {zone + 1} has {truthNl} nL.");
        RequireCovered(now.Session.Facts, zone, truthNl, "the session", defect);
        RequireCovered(now.Disk.Restored.Facts, zone, truthNl, "the disk", defect);
    }

    private static void RequireCovered(SessionFacts facts, int zone, long truthNl, string where, Defect defect)
    {
        (long deliveredNl, long unknownNl, long openNl) = facts.Told[zone];
        long told = deliveredNl + (defect == Defect.UnknownAsZero ? 0 : unknownNl) + (defect == Defect.OpenPermitAsZero ? 0 : openNl);
        Require(told >= truthNl, $"Of zone {zone + 1}, {where} tells {told} nL at most; the truth is {truthNl} nL.");
    }

    private static void CheckSettled(Situation now, SessionFacts session)
    {
        Require(now.Gun.UnderWay is null, "Settled with a shot under way.");
        Require(session.Shots.Count == now.Gun.Truth.Count, $"Settled with {session.Shots.Count} shots; the device has {now.Gun.Truth.Count}.");
        for (int i = 0; i < session.Shots.Count; i++)
        {
            GunShot truth = now.Gun.Truth[i];
            bool same = session.Shots[i] == truth.Wire() || (truth.Lost && session.Shots[i].Answer == ShotAnswer.Unknown);
            Require(same, $"Settled with shot {truth.Index} as {session.Shots[i].Answer}, {session.Shots[i].Volume.Nl} nL; the truth is {truth.VolumeNl} nL.");
        }
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds) { throw new ModelViolationException(otherwise); }
    }
}
