using System.Collections.Immutable;
using MesoPen.Host.Calibration;
using MesoPen.Host.Control;
using MesoPen.Host.Input;
using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>From the control path to what is shown. To be asked on the loop.</summary>
internal static class StationViews
{
    private const long MsPerDay = 86_400_000;

    /// <summary>The station as it stands.</summary>
    /// <param name="station">Id of the station.</param>
    /// <param name="sessionId">Id of the session.</param>
    /// <param name="control">The control path.</param>
    /// <param name="input">Plan and limits.</param>
    /// <param name="about">What the session is about.</param>
    /// <param name="primes">How often the line was primed in it.</param>
    /// <param name="doses">How far a dose may be off by the device's certificate; null if it has none.</param>
    public static StationView Of(
        string station, string sessionId, ControlLoop control, TreatmentInput input, StationCase about, int primes, DoseUncertainty? doses)
    {
        Session session = control.Session;
        TreatmentPlan plan = input.Plan;
        ZonePlan? next = StationSums.Next(session, plan);
        StationWhy? wait = StationActions.WaitFor(session);
        return new StationView
        {
            Station = station,
            SessionId = sessionId,
            State = session.State.ToString(),
            Device = DeviceOf(control),
            Simulated = control.Simulated,
            DeviceRefused = control.Refusal?.Sentence,
            Primed = primes > 0 && session.Device is { Primed: true },
            Zone = session.Zone?.Zone,
            Zones = StationZones.Of(session, input, doses),
            DeliveredNl = session.Ledger.Delivered.Nl,
            UnknownNl = session.Ledger.Total.Unknown.Nl,
            ReservedNl = plan.Zones.Sum(zone => session.Ledger.Unknown(zone.Tag).Nl) - session.Ledger.Total.Unknown.Nl,
            UnknownShots = session.Ledger.UnknownShots,
            Punctures = session.Ledger.Sticks,
            Fault = session.Fault is { } fault ? new StationFault(fault.Number, fault.Sentence, fault.Remedy) : null,
            StandsStill = session.StandsStill,
            Settled = session.Settled,
            RecordsFail = session.RecordsFail,
            LimitReached = session.LimitReached?.Sentence,
            Closed = session.Ledger.Closed,
            NeededFirst = next is null || session.IsIn(SessionState.Armed) ? [] : [.. session.ArmBlockers(next, control.NowUnixMs)],
            Actions = StationActions.Of(session, plan, control.NowUnixMs, primes > 0, about),
            WaitFor = wait?.Sentence,
            WaitForCode = wait?.Code,
            Patient = about.Patient,
            Plan = about.Plan,
            Product = ProductOf(session, plan, about, primes),
        };
    }

    private static StationDevice? DeviceOf(ControlLoop control) => control.Facts is not { } facts ? null : new StationDevice(
        facts.Model, facts.Serial, facts.FirmwareVersion.ToString(), DueOn(facts.CalibrationDueDay), facts.CalibrationDueDay >= control.NowUnixMs / MsPerDay,
        control.Session.Device is { Primed: true }, control.Session.Device is { SelfTested: true });

    /// <summary>The day that a count of days since 1970-01-01 means; null for 0, which is never.</summary>
    public static DateOnly? DueOn(uint day) =>
        day == 0 ? null : DateOnly.FromDayNumber((int)Math.Min(DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + (long)day, DateOnly.MaxValue.DayNumber));

    private static StationProduct ProductOf(Session session, TreatmentPlan plan, StationCase about, int primes)
    {
        long primedNl = plan.Prime.Nl * primes;
        long goneNl = primedNl + session.Ledger.Delivered.Nl + plan.Zones.Sum(zone => session.Ledger.Unknown(zone.Tag).Nl);
        return new StationProduct(
            about.ProductId, plan.Product.Name, plan.Product.Lot, plan.Product.Loaded.Nl, Math.Max(0, plan.Product.Loaded.Nl - goneNl), primedNl);
    }
}
