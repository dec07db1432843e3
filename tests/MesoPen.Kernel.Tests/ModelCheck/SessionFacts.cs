namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>What can be seen of a session or of a disk from outside.</summary>
internal sealed record SessionFacts
{
    public required SessionState State { get; init; }
    public required bool Armed { get; init; }
    public required bool Stopped { get; init; }
    public required bool StandsStill { get; init; }
    public required bool Settled { get; init; }
    public required bool AllWritten { get; init; }
    public required bool Releasing { get; init; }
    public required bool Closed { get; init; }
    public required int Fault { get; init; }
    public required DeviceSnapshot? Device { get; init; }
    public required Permit? Open { get; init; }
    public required int UnknownShots { get; init; }
    public required Sequence<Shot> Shots { get; init; }

    /// <summary>Per zone of the plan: nL delivered, unknown and still allowed, as the kernel tells them.</summary>
    public required Sequence<(long DeliveredNl, long UnknownNl, long OpenNl)> Told { get; init; }

    /// <summary>Per zone of the plan: points still to be treated.</summary>
    public required Sequence<int> Remaining { get; init; }

    public static SessionFacts Of(Session session, TreatmentPlan plan) => new()
    {
        State = session.State,
        Armed = session.IsIn(SessionState.Armed),
        Stopped = session.IsIn(SessionState.Stopped),
        StandsStill = session.StandsStill,
        Settled = session.Settled,
        AllWritten = session.AllWritten,
        Releasing = session.Releasing,
        Closed = session.Ledger.Closed,
        Fault = session.Fault?.Number ?? 0,
        Device = session.Device,
        Open = session.Ledger.Open,
        UnknownShots = session.Ledger.UnknownShots,
        Shots = new([.. session.Ledger.Shots]),
        Told = new([.. plan.Zones.Select(zone => Tell(session.Ledger, zone.Tag))]),
        Remaining = new([.. plan.Zones.Select(session.Remaining)]),
    };

    private static (long DeliveredNl, long UnknownNl, long OpenNl) Tell(DoseLedger ledger, ushort tag)
    {
        ZoneAccount account = ledger.Zone(tag);
        return (account.Delivered.Nl, account.Unknown.Nl, ledger.Unknown(tag).Nl - account.Unknown.Nl);
    }
}
