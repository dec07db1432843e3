using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MesoPen.Host.Api;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Control;
using MesoPen.Host.Input;
using MesoPen.Host.Links;
using MesoPen.Host.Records;
using MesoPen.Kernel;
using Microsoft.Extensions.Hosting;

namespace MesoPen.Host.Station;

/// <summary>
/// The station in the served process: at most one treatment at a time. It is taken up again from the station's journal when the program starts, and
/// paused and settled before the program ends.
/// </summary>
/// <param name="options">Which station this is, and its device.</param>
/// <param name="desk">The clinic.</param>
/// <param name="records">The station's own journal; null if it has none, and then nothing is treated here.</param>
/// <param name="setup">Gates and preparation.</param>
/// <param name="feed">Who follows.</param>
/// <param name="turn">Whose turn it is with the station's device.</param>
/// <param name="clock">The time.</param>
internal sealed partial class TreatmentStation(
    ApiOptions options, ClinicDesk desk, StationSetup setup, LiveFeed feed, DeviceTurn turn, TimeProvider clock, StationRecords? records = null)
    : IHostedService, IDisposable, IAsyncDisposable
{
    // The site's records answer in milliseconds; who waits beside a patient is told after a few seconds.
    private static readonly TimeSpan ReachPatience = TimeSpan.FromSeconds(5);

    // A shot that is under way ends, the journal is read and written: a second on a healthy station.
    private static readonly TimeSpan SettlePatience = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _turn = new(1, 1);

    // From the gates to the kernel nobody comes between: what was found earlier must not be told after what was found later.
    private readonly SemaphoreSlim _asking = new(1, 1);
    private RunningTreatment? _running;
    private Problem? _unfit;
    private bool _lost;

    /// <summary>The station as it stands.</summary>
    public StationView View => feed.View;

    /// <summary>The station's own journal; null if it has none.</summary>
    public StationRecords? Records => records;

    /// <summary>Where the device of the running treatment is, which nobody else may open; null if none runs.</summary>
    public DeviceAddress? DeviceInUse => Volatile.Read(ref _running)?.Device;

    /// <summary>What the station takes from the other parts.</summary>
    public StationSetup Setup => setup;

    /// <summary>Takes up an open session of an earlier run.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        BeginWatch();
        try
        {
            await AdoptAsync(cancellationToken);
        }
        catch (Exception away) when (IsAway(away))
        {
            // Taken up when somebody asks for it and the site's records answer.
            feed.Add(new LiveNotice(NoticeKind.Info, away.Message));
        }
    }

    /// <summary>Pauses what is armed, waits until it is settled and written, and lets go of the device.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _running, null) is { } running)
        {
            await running.EndSafelyAsync("The program was told to end.", SettlePatience, clock);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _watch?.Dispose();
        _turn.Dispose();
        _asking.Dispose();
    }

    /// <summary>Lets go of the device, if nobody has told the station to stop before.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _running, null) is { } running)
        {
            await running.DisposeAsync();
        }

        Dispose();
    }

    /// <summary>Takes up this station's open session, if the clinic knows one and it does not run yet.</summary>
    /// <exception cref="RecordStoreException">The records cannot be read or written.</exception>
    public async Task AdoptAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            ClinicState state = await ReachAsync(cancel);
            if (state.Treatments.OpenAt(options.Station) is not { } open || _running?.SessionId == open.Intent.SessionId)
            {
                return;
            }

            Preparation prepared = setup.Prepare(state, open.Intent);
            if (records is null || prepared.Input is not { } input)
            {
                _unfit = prepared.Problem ?? TreatmentProblems.NotReady.With("This station keeps no journal of its own: nothing is treated here.");
                return;
            }

            if (!DeviceAddress.TryParse(open.Device, input.Profile.Baud, out DeviceAddress? device, out string? none))
            {
                _unfit = TreatmentProblems.NoDevice.With(none);
                return;
            }

            if (Interlocked.Exchange(ref _running, null) is { } before)
            {
                // Its session is not the open one any more: it must let go of the device.
                await before.EndSafelyAsync("Another session was opened at this station.", SettlePatience, clock);
            }

            IReadOnlyList<JournalRow> rows = await records.Journal.ReadStreamAsync(open.Intent.SessionId, cancel);

            // The device is known before anything is armed, and the journal begins before the device is: rows that were there are gone. What is opened
            // here in their place says that it was resumed, so that it is seen at the next start too.
            _lost = open.DeviceKnown is not null && !rows.Any(SessionFile.IsBeginning);
            _unfit = _lost
                ? TreatmentProblems.NotReady.With(
                    "The station's journal holds nothing of this session, which had a device already: what was given is not known here. "
                    + "Bring the station's journal back, or treat in another session.")
                : StationSums.Differs(open, prepared) ? TreatmentProblems.BasisChanged.With("Plan, zones, profile or limits are not those that the session was opened with.") : null;
            if (turn.TakeForSession(out IDisposable? mine) is { } works)
            {
                _unfit = works;
                return;
            }

            StationCase about = new(
                new StationPatient(open.Intent.PatientId, state.Patients.All.GetValueOrDefault(open.Intent.PatientId)?.Initials ?? ""),
                new StationPlan(open.Intent.PlanId, input.Plan.Title),
                state.Plans.All.GetValueOrDefault(open.Intent.PlanId)?.At(open.Intent.PlanVersion)?.ProductId ?? "",
                _unfit?.Detail,
                _lost);
            string? serial = state.Devices.Find(options.Station, open.Device)?.Serial;
            try
            {
                records.Store.Append([SessionFile.OpenedRow(open, input, clock.GetUtcNow(), resumed: rows.Count > 0 || _lost)]);
                Volatile.Write(ref _running, new RunningTreatment(
                    options.Station, open.Intent.SessionId, input, about, rows, device, records.Store, feed, clock, serial)
                {
                    Turn = mine,
                });
            }
            catch (Exception)
            {
                mine?.Dispose();
                throw;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Asks the kernel for something else.</summary>
    /// <param name="happened">What, by the time at which it is taken.</param>
    /// <param name="asker">Who must have the control for it; null if it needs none.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public async Task<StationAnswer> TakeAsync(Func<long, SessionEvent> happened, StationAsker? asker, CancellationToken cancel)
    {
        StationControl? asking = asker is null ? null : Asking(asker);
        return await CurrentAsync(cancel) is not { } running ? NoSession()
            : asking is not null && RequireControl(running, asking) is { } elsewhere ? elsewhere
            : await running.TakeAsync(happened, asking) is { } refused ? refused
            : StationAnswer.Done;
    }

    /// <summary>Fits another needle head: the clinic's rules first, then the kernel.</summary>
    public async Task<StationAnswer> ChangeNeedleAsync(StationAsker asker, string headId, CancellationToken cancel)
    {
        // Nothing is armed between the look at what is armed and the new head.
        await _asking.WaitAsync(cancel);
        try
        {
            return await ChangeNeedleInTurnAsync(asker.Who, headId, cancel);
        }
        finally
        {
            _asking.Release();
        }
    }

    private async Task<StationAnswer> ChangeNeedleInTurnAsync(Actor who, string headId, CancellationToken cancel)
    {
        if (await CurrentAsync(cancel) is not { } running)
        {
            return NoSession();
        }

        (bool armed, long sticks) = await running.AskAsync(control => (control.Session.IsIn(SessionState.Armed), control.Session.Ledger.Sticks));
        if (armed)
        {
            return TreatmentProblems.NotReady.With("Needle change refused: pause first.");
        }

        (Decision decision, _) = await desk.DecideAsync(
            who, (state, actor) => TreatmentRules.ChangeHead(state, running.SessionId, headId, checked((int)sticks), setup.Reservations, actor), cancel: cancel);
        return decision.Problem is { } problem ? problem
            // The clinic has the new head by now: the kernel follows, whoever has the control meanwhile. It moves nothing.
            : await running.TakeAsync(at => new SessionEvent.ChangeNeedle(at, who.PersonId), null) is { } refused ? refused
            : StationAnswer.Done;
    }

    /// <summary>Ends the session: its rows first, then the clinic's.</summary>
    public async Task<StationAnswer> CloseAsync(StationAsker asker, CloseSession asked, CancellationToken cancel)
    {
        (Actor who, StationControl asking) = (asker.Who, Asking(asker));
        if (await CurrentAsync(cancel) is not { } running)
        {
            return NoSession();
        }

        if (_lost)
        {
            // A record that says that nothing was given would be false.
            return _unfit!;
        }

        await _turn.WaitAsync(cancel);
        try
        {
            ClinicState state = await ReachAsync(cancel);
            if (state.Treatments.All.GetValueOrDefault(running.SessionId) is not { Ended: null })
            {
                // It ended before and nobody was told, or the database was put back to before it: nothing is left but to let go of the device.
                Volatile.Write(ref _running, null);
                await running.EndSafelyAsync("The site's records do not hold this session as open.", SettlePatience, clock);
                feed.Show(new StationView { Station = options.Station });
                return state.Treatments.All.ContainsKey(running.SessionId) ? StationAnswer.Done
                    : TreatmentProblems.NoSession.With("The site's records do not know this session any more: its rows are in the station's own journal.");
            }

            ImmutableArray<ZoneGiven> zones = await running.GivenAsync();
            if (TreatmentRules.AftercareWanting(state.Treatments.All[running.SessionId], zones, asked) is { } wanting)
            {
                return wanting;
            }

            string outcome = zones.All(zone => zone.Shots + zone.UnknownShots >= zone.Points) ? "completed" : "ended-early";
            Problem? refused = await running.AskAsync(control => control.Session.Ledger.Closed)
                ? null
                : await running.TakeAsync(at => new SessionEvent.Close(at, outcome), asking);
            if (refused is not null || !await running.UntilAsync(session => session.AllWritten, SettlePatience, clock))
            {
                return refused ?? TreatmentProblems.NotReady.With("The last rows are not on the station's disk yet: try again.");
            }

            SessionEnded ended = await EndedAsync(who, running, zones, outcome, cancel);
            (Decision decision, _) = await desk.DecideAsync(
                who, (now, actor) => TreatmentRules.End(now, ended, asked, setup.Reservations, actor), cancel: cancel);
            if (decision.Problem is { } problem)
            {
                return problem;
            }

            Volatile.Write(ref _running, null);
            await running.DisposeAsync();
            feed.Show(new StationView { Station = options.Station });
            return StationAnswer.Done;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Whether a failure says that the site's records do not answer.</summary>
    public static bool IsAway(Exception failure) => failure is RecordStoreException or TimeoutException;

    private static Problem NoSession() => TreatmentProblems.NoSession.With("Open a session at this station first.");

    private async Task<SessionEnded> EndedAsync(
        Actor who, RunningTreatment running, ImmutableArray<ZoneGiven> zones, string outcome, CancellationToken cancel)
    {
        IReadOnlyList<JournalRow> rows = await records!.Journal.ReadStreamAsync(running.SessionId, cancel);
        long primedNl = running.Input.Plan.Prime.Nl * rows.Count(StationSums.IsPriming);
        long spentNl = primedNl + zones.Sum(zone => zone.DeliveredNl + zone.UnknownNl);
        long sticks = await running.AskAsync(control => control.Session.Ledger.Sticks);
        return new SessionEnded(
            who.PersonId, running.SessionId, outcome, zones, primedNl, Math.Max(0, running.Input.Plan.Product.Loaded.Nl - spentNl), checked((int)sticks),
            rows[^1].Sequence, rows[^1].Hash);
    }

    private async Task<RunningTreatment?> CurrentAsync(CancellationToken cancel)
    {
        if (Volatile.Read(ref _running) is null)
        {
            await AdoptAsync(cancel);
        }

        return Volatile.Read(ref _running);
    }

    /// <summary>Every gate by the newest state; if that cannot be had, that alone.</summary>
    private async Task<ImmutableArray<GateFinding>> ExamineAsync(RunningTreatment running, Actor who, CancellationToken cancel)
    {
        try
        {
            ClinicState state = await ReachAsync(cancel);
            if (!state.Treatments.All.TryGetValue(running.SessionId, out Treatment? treatment) || treatment.Ended is not null)
            {
                return Gates.OutOfReach("The site's records do not hold this session as open.");
            }

            // A gate looks at the device too: it is asked about the state that knows it.
            state = await KnowDeviceAsync(running, state, cancel);
            await running.CalibrateAsync(state.Certificates);

            // Whoever arms is the one who has to be signed off.
            ImmutableArray<GateFinding> findings = setup.Gates.Examine(state, treatment.Intent with { ClinicianId = who.PersonId }, clock.GetUtcNow());
            return state.Treatments.All[running.SessionId].DeviceKnown is null ? CalibrationGate.Untold(findings) : findings;
        }
        catch (Exception away) when (IsAway(away))
        {
            return Gates.OutOfReach(away.Message);
        }
    }

    private async Task<ClinicState> KnowDeviceAsync(RunningTreatment running, ClinicState state, CancellationToken cancel)
    {
        SessionDeviceKnown? known = await running.AskAsync(control => control.Facts is not { } facts ? null : new SessionDeviceKnown(
            options.Station, running.SessionId, facts.Serial, facts.FirmwareVersion.ToString(), facts.Model, StationViews.DueOn(facts.CalibrationDueDay),
            facts.Simulated, facts.Certificate, facts.Scale == DeviceScale.Nominal ? null : facts.Scale,
            state.Certificates.CountsShots(facts.Serial) ? control.Session.Device?.ShotCounter ?? facts.Status.ShotCounter : 0));
        if (known is not null && state.Treatments.All[running.SessionId].DeviceKnown != known)
        {
            (_, state) = await desk.DecideAsync(
                new Actor(options.Station, Clinic.People.Role.None, options.Station, default), (now, _) => TreatmentRules.KnowDevice(now, known), cancel: cancel);
        }

        return state;
    }

    private async Task<ClinicState> ReachAsync(CancellationToken cancel)
    {
        using CancellationTokenSource patience = new(ReachPatience, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            return await desk.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new TimeoutException("The site's records do not answer.");
        }
    }
}
