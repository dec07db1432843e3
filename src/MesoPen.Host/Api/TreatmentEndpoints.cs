using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Site;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Control;
using MesoPen.Host.Links;
using MesoPen.Host.Records;
using MesoPen.Host.Station;
using MesoPen.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Treatment sessions, and the station that treats.</summary>
internal static class TreatmentEndpoints
{
    // Those of the gates are many and stand with their rules; these are the station's own.
    private static readonly ProblemType[] ArmProblems =
        [TreatmentProblems.NoSession, TreatmentProblems.NotReady, TreatmentProblems.PatientElsewhere, TreatmentProblems.PatientUnknown, TreatmentProblems.RecordsAway, TreatmentProblems.BasisChanged];

    public static void Map(RouteGroupBuilder api)
    {
        MapSessions(api);
        MapControl(api);
        RehearsalEndpoints.Map(api);
        AbandonEndpoints.Map(api);
        api.MapGet("/station", GetStationAsync).For(Role.Clinician | Role.Engineer | Role.Auditor)
            .Says<StationView>("Shows the station as it stands; with ?look the gates are asked first.");

        api.MapPost("/station/prime", (NoBody? body, HttpContext http, StationCommands commands) =>
            commands.DoAsync(http, body ?? new NoBody(), (station, asker, cancel) => station.PrimeAsync(asker, cancel)))
            .For(Role.Clinician).Says<StationView>("Asks the gates of product and consent anew, and fills the line, off the skin.")
            .Gives(TreatmentProblems.NoSession, TreatmentProblems.NotReady, TreatmentProblems.ControlledElsewhere, TreatmentProblems.RecordsAway);
        Command<NoBody>(
            api, "/station/pause", "Ends the permit; the zone can be armed again.", (_, who) => at => new SessionEvent.Pause(at, $"Paused by {who.PersonId}."),
            anyConsole: true);
        Command<Reason>(api, "/station/release", "Releases a stop or fault, with a reason.", (body, who) => at => new SessionEvent.Clear(at, who.PersonId, body.Text));
        Command<Reason>(api, "/station/settle", "Takes unknown shots over as delivered, with a reason.", (body, who) => at => new SessionEvent.SettleUnknown(at, who.PersonId, body.Text));
        api.MapPost("/station/arm", (ArmZone body, HttpContext http, StationCommands commands) =>
            commands.DoAsync(http, body, (station, asker, cancel) => station.ArmAsync(asker, body.Zone, cancel)))
            .For(Role.Clinician).Says<StationView>("Asks every gate anew and arms a zone.")
            .Gives([TreatmentProblems.ControlledElsewhere, .. ArmProblems]);
        api.MapPost("/station/needle", (FitHead body, HttpContext http, StationCommands commands) =>
            commands.DoAsync(http, body, (station, asker, cancel) => station.ChangeNeedleAsync(asker, body.HeadId, cancel)))
            .For(Role.Clinician).Says<StationView>("Goes on with another needle head.")
            .Gives(TreatmentProblems.NoSession, TreatmentProblems.NotReady, TreatmentProblems.HeadElsewhere, TreatmentProblems.ControlledElsewhere);
        api.MapPost("/station/close", (CloseSession body, HttpContext http, StationCommands commands) =>
            commands.DoAsync(http, body, (station, asker, cancel) => station.CloseAsync(asker, body, cancel)))
            .For(Role.Clinician).Says<StationView>("Ends the session.")
            .Gives(
                TreatmentProblems.NoSession, TreatmentProblems.NotReady, TreatmentProblems.AftercareMissing, TreatmentProblems.RecordsAway,
                TreatmentProblems.ControlledElsewhere);
    }

    private static void Command<TBody>(
        RouteGroupBuilder api, string path, string summary, Func<TBody, Actor, Func<long, SessionEvent>> happened, bool anyConsole = false)
        where TBody : class, new() =>
        api.MapPost(path, (TBody? body, HttpContext http, StationCommands commands) => commands.DoAsync(
            http,
            body ?? new TBody(),
            (station, asker, cancel) => station.TakeAsync(happened(body ?? new TBody(), asker.Who), anyConsole ? null : asker, cancel),
            anyConsole))
            .For(Role.Clinician).Says<StationView>(summary)
            .Gives([TreatmentProblems.NoSession, TreatmentProblems.NotReady, .. anyConsole ? Array.Empty<ProblemType>() : [TreatmentProblems.ControlledElsewhere]]);

    private static void MapControl(RouteGroupBuilder api)
    {
        api.MapPost("/station/control", (TakeControl? body, HttpContext http, StationCommands commands) => commands.DoAsync(
            http, body ?? new TakeControl(), (station, asker, cancel) => station.TakeControlAsync(asker, body?.Reason, cancel), anyConsole: true))
            .For(Role.Clinician).Says<StationView>("Takes the control for this console: one asks, the others watch. From another console it needs a reason.")
            .Gives(TreatmentProblems.NoSession, TreatmentProblems.NotReady, TreatmentProblems.ControlledElsewhere);
        api.MapDelete("/station/control", (HttpContext http, StationCommands commands) => commands.DoAsync(
            http, new NoBody(), (station, asker, _) => station.GiveControlAsync(asker.Who.PersonId, asker.Console), anyConsole: true))
            .For(Role.Clinician).Says<StationView>("Gives the control up, if this console has it.").Gives(TreatmentProblems.NotReady);
    }

    private static void MapSessions(RouteGroupBuilder api)
    {
        api.MapPost("/sessions", OpenAsync).For(Role.Clinician)
            .Says<Treatment>("Opens a session at this station.", StatusCodes.Status201Created)
            .Gives([TreatmentProblems.StationBusy, TreatmentProblems.HeadElsewhere, TreatmentProblems.NoDevice, DeviceProblems.NotSaved,
                SetupProblems.ExampleClinic, PlanProblems.BeyondLimits, CalibrationProblems.Running, .. ArmProblems]);
        api.MapGet("/sessions", (HttpContext http, ClinicRequests requests, string? patient, string? plan) => requests.ListAsync(
            http,
            state => state.Treatments.All.Values.Where(each => (patient is null || each.Intent.PatientId == patient) && (plan is null || each.Intent.PlanId == plan)),
            each => each.Intent.SessionId)).For(Role.Clinician | Role.Auditor).InParts().Says<Page<Treatment>>("Lists sessions.");
        api.MapGet("/sessions/{id}", RecordAsync).For(Role.Clinician | Role.Auditor)
            .Says<SessionRecordView>("Shows the record: what it stood on, each shot, sums, and the hash that it hangs on.");
        api.MapPost("/sessions/{id}/reactions", (string id, NoteReaction body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => TreatmentRules.Note(state, id, body, who), (state, _) => state.Treatments.All[id]))
            .For(Role.Clinician).Says<Treatment>("Notes what was seen.").Gives(TreatmentProblems.Over);
        api.MapPost("/sessions/{id}/aftercare", (string id, GiveAftercare body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => TreatmentRules.Tell(state, id, body, who), (state, _) => state.Treatments.All[id]))
            .For(Role.Clinician).Says<Treatment>("Notes what the patient was told.").Gives(TreatmentProblems.Over);
    }

    private static async Task<IResult> OpenAsync(
        OpenSession body, HttpContext http, ClinicRequests requests, TreatmentStation station, DeviceTurn turn, ApiOptions options, TimeProvider clock)
    {
        // Until it is open, or is not: the bench, which goes to work without a word to the records, must not come between.
        if (turn.TakeForSession(out IDisposable? opening) is { } problem)
        {
            return ProblemAnswer.Of(problem);
        }

        using IDisposable? untilOpen = opening;
        string id = SessionFile.NewId(clock);
        IResult answer = await requests.ChangeAsync(
            http,
            body,
            (state, who) => Open(state, who, body, id, station.Setup, options),
            (state, made) => state.Treatments.All[made],
            made => "/api/v1/sessions/" + made);
        await station.AdoptAsync(http.RequestAborted);
        if (http.Response.Headers.Location.Count > 0 && ConsoleName.Of(http) is { } console)
        {
            // Whoever opens it goes on with it.
            station.RequireControl(new StationAsker(SignedIn.Of(http, options.Station, clock.GetUtcNow()), console));
        }

        return answer;
    }

    /// <summary>Whether a session can be opened as asked, and what that comes to.</summary>
    internal static Decision Open(ClinicState state, Actor who, OpenSession asked, string id, StationSetup setup, ApiOptions options)
    {
        if (SavedDeviceRules.AddressFor(state, options.Station, asked.Device, options.Device, out Problem? noDevice) is not { } device)
        {
            return noDevice!;
        }

        if (!DeviceAddress.TryParse(device, DeviceAddress.DefaultBaud, out _, out string? none))
        {
            return ClinicProblems.Invalid.With("device: " + none);
        }

        TreatmentIntent intent = new(id, who.PersonId, asked.PatientId, asked.PlanId, asked.PlanVersion, asked.VialId, asked.HeadId, "", 0)
        {
            LoadedNl = asked.LoadedNl,
        };
        Preparation prepared = setup.Prepare(state, intent);
        return prepared.Problem is { } problem ? problem
            : prepared.Input!.Plan.Check(prepared.Input.Limits) is { IsEmpty: false } refusals
                ? PlanProblems.BeyondLimits.With(string.Join(' ', refusals.Select(refusal => refusal.Sentence)))
            : TreatmentRules.Open(state, prepared.Intent!, prepared.Basis, device, setup.Gates, setup.Reservations, who);
    }

    private static async Task<IResult> RecordAsync(string id, HttpContext http, ClinicDesk desk, ISiteJournal site, TreatmentStation station)
    {
        ClinicState state = await desk.ReadAsync(http.RequestAborted);
        if (!state.Treatments.All.TryGetValue(id, out Treatment? treatment))
        {
            return ProblemAnswer.Of(ClinicProblems.Unknown.With("There is no session of this id."));
        }

        // Rows that are still on their way from this station's journal are read there.
        IReadOnlyList<JournalRow> rows = await site.ReadStreamAsync(id, http.RequestAborted);
        StationRecords? records = station.Records;
        IReadOnlyList<JournalRow> own = records is null || ReferenceEquals(records.Journal, site) ? [] : await records.Journal.ReadStreamAsync(id, http.RequestAborted);
        return Results.Json(SessionRecordView.Of(treatment, own.Count > rows.Count ? own : rows), ClinicJson.Options);
    }

    private static async Task<IResult> GetStationAsync(HttpContext http, TreatmentStation station, ApiOptions options, TimeProvider clock)
    {
        Actor who = SignedIn.Of(http, options.Station, clock.GetUtcNow());
        if (http.Request.Query.ContainsKey("look") && who.Roles.HasFlag(Role.Clinician))
        {
            await station.LookAsync(who, http.RequestAborted);
        }

        return Results.Json(station.View, ClinicJson.Options);
    }
}
