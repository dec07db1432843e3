using System.Collections.Immutable;
using MesoPen.Host.Control;
using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>From the control path to what is shown. To be asked on the loop.</summary>
internal static class StationViews
{
    public static StationView Of(string station, string sessionId, ControlLoop control, TreatmentPlan plan, ImmutableArray<StationGate> gates)
    {
        Session session = control.Session;
        ZonePlan? next = StationSums.Next(session, plan);
        return new StationView
        {
            Station = station,
            SessionId = sessionId,
            State = session.State.ToString(),
            Device = DeviceOf(control),
            Simulated = control.Simulated,
            DeviceRefused = control.Refusal?.Sentence,
            Zone = session.Zone?.Zone,
            Zones = [.. plan.Zones.Select(zone => ZoneOf(session, zone))],
            DeliveredNl = session.Ledger.Delivered.Nl,
            UnknownNl = plan.Zones.Sum(zone => session.Ledger.Unknown(zone.Tag).Nl),
            UnknownShots = session.Ledger.UnknownShots,
            Punctures = session.Ledger.Sticks,
            Fault = session.Fault is { } fault ? new StationFault(fault.Number, fault.Sentence, fault.Remedy) : null,
            StandsStill = session.StandsStill,
            Settled = session.Settled,
            RecordsFail = session.RecordsFail,
            LimitReached = session.LimitReached?.Sentence,
            Closed = session.Ledger.Closed,
            Gates = gates,
            NeededFirst = next is null || session.IsIn(SessionState.Armed) ? [] : [.. session.ArmBlockers(next, control.NowUnixMs)],
        };
    }

    private static StationDevice? DeviceOf(ControlLoop control) => control.Facts is not { } facts ? null : new StationDevice(
        facts.Model, facts.Serial, facts.FirmwareVersion.ToString(), DueOn(facts.CalibrationDueDay), control.Session.Device is { Primed: true },
        control.Session.Device is { SelfTested: true });

    /// <summary>The day that a count of days since 1970-01-01 means; null for 0, which is never.</summary>
    public static DateOnly? DueOn(uint day) =>
        day == 0 ? null : DateOnly.FromDayNumber((int)Math.Min(DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + (long)day, DateOnly.MaxValue.DayNumber));

    private static StationZone ZoneOf(Session session, ZonePlan zone)
    {
        ZoneAccount account = session.Ledger.Zone(zone.Tag);
        return new StationZone(
            zone.Zone, zone.Points, session.Remaining(zone), account.Delivered.Nl, session.Ledger.Unknown(zone.Tag).Nl, account.NotDeliveredShots);
    }
}
