using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Outcomes;
using MesoPen.Host.Clinic.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Outcomes, photographs, adverse events, follow-up, recall and audit figures.</summary>
internal static class OutcomeEndpoints
{
    private const Role Readers = Role.Clinician | Role.Auditor;

    public static void Map(RouteGroupBuilder api)
    {
        Outcomes(api);
        Photos(api);
        AdverseEvents(api);
        FollowUps(api);
        Recalls(api);
    }

    private static void Outcomes(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/outcomes", (string id, OutcomeDetails body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => OutcomeRules.Measure(state, TreatedSessions.Finder(state), id, body, who), Outcome, made => "/api/v1/outcomes/" + made))
            .For(Role.Clinician)
            .Says<Outcome>("Records an outcome.", StatusCodes.Status201Created);
        api.MapGet("/patients/{id}/outcomes", (string id, HttpContext http, ClinicRequests requests) => requests.ListAsync(http, state => Of(state, id, state.Outcomes.Measured.Values, each => each.PatientId), each => each.Id))
            .For(Readers).InParts()
            .Says<Page<Outcome>>("Lists outcomes of a patient.");
        api.MapGet("/patients/{id}/outcomes/series", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Patients.All.ContainsKey(id) ? OutcomeSeries.Of(state.Outcomes, id) : null))
            .For(Readers)
            .Says<IReadOnlyList<OutcomeSeries>>("Shows outcomes of a patient over time.");
        api.MapGet("/outcomes/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Outcomes.Measured.GetValueOrDefault(id), state => Outcome(state, id).Version))
            .For(Readers)
            .Says<Outcome>("Shows an outcome.");
        api.MapPut("/outcomes/{id}", (string id, Corrected<OutcomeDetails> body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => OutcomeRules.Correct(state, TreatedSessions.Finder(state), id, body, who), Outcome,
            version: state => state.Outcomes.Measured.GetValueOrDefault(id)?.Version ?? 0))
            .For(Role.Clinician)
            .NeedsVersion().Says<Outcome>("Corrects an outcome.");
        api.MapPost("/outcomes/{id}/withdrawal", (string id, Withdraw body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => OutcomeRules.Withdraw(state, id, body, who), Outcome,
            version: state => state.Outcomes.Measured.GetValueOrDefault(id)?.Version ?? 0))
            .For(Role.Clinician)
            .NeedsVersion().Says<Outcome>("Withdraws an outcome.");
    }

    private static void Photos(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/photos", (string id, PhotoDetails body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => OutcomeRules.Photograph(state, TreatedSessions.Finder(state), id, body, who), Photo, made => "/api/v1/photos/" + made))
            .For(Role.Clinician)
            .Says<Photo>("Notes where a photograph is kept.", StatusCodes.Status201Created);
        api.MapGet("/patients/{id}/photos", (string id, HttpContext http, ClinicRequests requests) => requests.ListAsync(http, state => Of(state, id, state.Outcomes.Photos.Values, each => each.PatientId), each => each.Id))
            .For(Readers).InParts()
            .Says<Page<Photo>>("Lists photographs of a patient.");
        api.MapGet("/photos/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Outcomes.Photos.GetValueOrDefault(id), state => Photo(state, id).Version))
            .For(Readers)
            .Says<Photo>("Shows where a photograph is kept.");
        api.MapPost("/photos/{id}/withdrawal", (string id, Withdraw body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => OutcomeRules.WithdrawPhoto(state, id, body, who), Photo,
            version: state => state.Outcomes.Photos.GetValueOrDefault(id)?.Version ?? 0))
            .For(Role.Clinician)
            .NeedsVersion().Says<Photo>("Withdraws a photograph.");
    }

    private static void AdverseEvents(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/adverse-events", (string id, AdverseEventDetails body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => AdverseEventRules.Report(state, TreatedSessions.Finder(state), id, body, who), AdverseEvent,
            made => "/api/v1/adverse-events/" + made))
            .For(Role.Clinician)
            .Says<AdverseEvent>("Reports an adverse event.", StatusCodes.Status201Created);
        api.MapGet("/patients/{id}/adverse-events", (string id, HttpContext http, ClinicRequests requests) => requests.ListAsync(http, state => Of(state, id, state.Outcomes.AdverseEvents.Values, each => each.PatientId), each => each.Id))
            .For(Readers).InParts()
            .Says<Page<AdverseEvent>>("Lists adverse events of a patient.");
        api.MapGet("/adverse-events", (HttpContext http, ClinicRequests requests) => requests.ListAsync(http, state => state.Outcomes.AdverseEvents.Values, each => each.Id))
            .For(Readers).InParts()
            .Says<Page<AdverseEvent>>("Lists adverse events.");
        api.MapGet("/adverse-events/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Outcomes.AdverseEvents.GetValueOrDefault(id), state => AdverseEvent(state, id).Version))
            .For(Readers)
            .Says<AdverseEvent>("Shows an adverse event.");
        api.MapPut("/adverse-events/{id}", (string id, Corrected<AdverseEventDetails> body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => AdverseEventRules.Update(state, TreatedSessions.Finder(state), id, body, who), AdverseEvent,
            version: state => state.Outcomes.AdverseEvents.GetValueOrDefault(id)?.Version ?? 0))
            .For(Role.Clinician)
            .NeedsVersion().Says<AdverseEvent>("Brings an adverse event up to date.");
    }

    private static void FollowUps(RouteGroupBuilder api)
    {
        api.MapGet("/site/follow-up-schedule", (HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Outcomes.Schedule, state => state.Outcomes.Schedule.Version))
            .For(Readers | Role.Administrator)
            .Says<FollowUpSchedule>("Shows when patients are asked after a session.");
        api.MapPut("/site/follow-up-schedule", (SetFollowUpSchedule body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => FollowUpRules.SetSchedule(state, body, who), (state, _) => state.Outcomes.Schedule,
            version: state => state.Outcomes.Schedule.Version))
            .For(Role.Administrator)
            .NeedsVersion().Says<FollowUpSchedule>("Sets when patients are asked after a session.");
        api.MapGet("/follow-ups", (
                HttpContext http, ClinicRequests requests, TimeProvider clock, string? session, FollowUpStatusWord? status, DateOnly? on) =>
            requests.ListAsync(
                http,
                state => FollowUpList.Of(state.Outcomes, TreatedSessions.Of(state), on ?? Today(clock))
                    .Where(each => (session is null || each.SessionId == session) && (status is null || each.Status == status.Value.Status)),
                each => $"{each.DueDay:yyyy-MM-dd} {each.SessionId} {each.DayAfter:D3}"))
            .For(Readers).InParts()
            .Says<Page<FollowUpContact>>("Lists follow-ups: due, done, missed.");
        api.MapPost("/sessions/{id}/follow-ups", (string id, FollowUpDetails body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => FollowUpRules.Enter(state, TreatedSessions.Finder(state), id, body, who), FollowUp, made => "/api/v1/follow-ups/" + made))
            .For(Role.Clinician)
            .Says<FollowUpEntry>("Enters what a follow-up found.", StatusCodes.Status201Created);
        api.MapGet("/follow-ups/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Outcomes.FollowUps.GetValueOrDefault(id), state => FollowUp(state, id).Version))
            .For(Readers)
            .Says<FollowUpEntry>("Shows what a follow-up found.");
        api.MapPost("/follow-ups/{id}/withdrawal", (string id, Withdraw body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => FollowUpRules.Withdraw(state, id, body, who), FollowUp,
            version: state => state.Outcomes.FollowUps.GetValueOrDefault(id)?.Version ?? 0))
            .For(Role.Clinician)
            .NeedsVersion().Says<FollowUpEntry>("Withdraws what a follow-up found.");
    }

    private static void Recalls(RouteGroupBuilder api)
    {
        api.MapGet("/recall/lot", (string lot, string? product, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => Recall.Lot(state.Outcomes, TreatedSessions.Of(state), lot, product)))
            .For(Readers | Role.Administrator)
            .Says<RecallFinding>("Finds who was treated from a lot.");
        api.MapGet("/recall/device", (string serial, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => Recall.Device(state.Outcomes, TreatedSessions.Of(state), serial)))
            .For(Readers | Role.Administrator)
            .Says<RecallFinding>("Finds who was treated with a device.");
        api.MapGet("/recall/head", (string head, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => Recall.Head(state.Outcomes, TreatedSessions.Of(state), head)))
            .For(Readers | Role.Administrator)
            .Says<RecallFinding>("Finds who was treated with a needle head.");
        api.MapGet("/audit/figures", (DateOnly? from, DateOnly? to, HttpContext http, ClinicRequests requests, TimeProvider clock) => requests.ReadAsync(
            http, state => AuditFigures.Of(state.Outcomes, TreatedSessions.Of(state), from ?? DateOnly.MinValue, to ?? Today(clock), Today(clock))))
            .For(Readers | Role.Administrator)
            .Says<AuditFigures>("Counts sessions, volumes and events by clinician, product and zone.");
    }

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static IEnumerable<T>? Of<T>(ClinicState state, string patientId, IEnumerable<T> all, Func<T, string> patient) =>
        state.Patients.All.ContainsKey(patientId) ? all.Where(each => patient(each) == patientId) : null;

    private static Outcome Outcome(ClinicState state, string id) => state.Outcomes.Measured[id];

    private static Photo Photo(ClinicState state, string id) => state.Outcomes.Photos[id];

    private static AdverseEvent AdverseEvent(ClinicState state, string id) => state.Outcomes.AdverseEvents[id];

    private static FollowUpEntry FollowUp(ClinicState state, string id) => state.Outcomes.FollowUps[id];
}
