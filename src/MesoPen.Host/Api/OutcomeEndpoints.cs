using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Outcomes;
using MesoPen.Host.Clinic.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Outcomes, photographs and adverse events.</summary>
internal static class OutcomeEndpoints
{
    private const Role Readers = Role.Clinician | Role.Auditor;

    public static void Map(RouteGroupBuilder api)
    {
        Outcomes(api);
        Photos(api);
        AdverseEvents(api);
    }

    private static void Outcomes(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/outcomes", (string id, OutcomeDetails body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => OutcomeRules.Measure(state, TreatedSessions.Finder(state), id, body, who), Outcome,
            made => "/api/v1/outcomes/" + made))
            .For(Role.Clinician).Says<Outcome>("Enters a measured value.", StatusCodes.Status201Created);
        api.MapGet("/patients/{id}/outcomes", (string id, HttpContext http, ClinicRequests requests) => requests.ListAsync(
            http, state => Of(state, id, state.Outcomes.Measured.Values, each => each.PatientId), each => each.Id))
            .For(Readers).InParts().Says<Page<Outcome>>("Lists a patient's outcomes, withdrawn ones too.");
        api.MapGet("/patients/{id}/outcomes/series", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Patients.All.ContainsKey(id) ? OutcomeSeries.Of(state.Outcomes, id) : null))
            .For(Readers).Says<IReadOnlyList<OutcomeSeries>>("Shows a patient's outcomes over time, by zone and measure.");
        api.MapGet("/outcomes/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Outcomes.Measured.GetValueOrDefault(id), state => OutcomeVersion(state, id)))
            .For(Readers).Says<Outcome>("Shows an outcome.");
        api.MapPut("/outcomes/{id}", (string id, Corrected<OutcomeDetails> body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => OutcomeRules.Correct(state, TreatedSessions.Finder(state), id, body, who), Outcome,
            version: state => OutcomeVersion(state, id)))
            .For(Role.Clinician).NeedsVersion().Says<Outcome>("Corrects an outcome.").Gives(ClinicProblems.NotNow);
        api.MapPost("/outcomes/{id}/withdrawal", (string id, Withdraw body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => OutcomeRules.Withdraw(state, id, body, who), Outcome, version: state => OutcomeVersion(state, id)))
            .For(Role.Clinician).NeedsVersion().Says<Outcome>("Withdraws an outcome that was entered in error.");
    }

    private static void Photos(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/photos", (string id, PhotoDetails body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => OutcomeRules.Photograph(state, TreatedSessions.Finder(state), id, body, who), Photo,
            made => "/api/v1/photos/" + made))
            .For(Role.Clinician).Says<Photo>("Enters where a photograph is kept, with its hash.", StatusCodes.Status201Created);
        api.MapGet("/patients/{id}/photos", (string id, HttpContext http, ClinicRequests requests) => requests.ListAsync(
            http, state => Of(state, id, state.Outcomes.Photos.Values, each => each.PatientId), each => each.Id))
            .For(Readers).InParts().Says<Page<Photo>>("Lists where a patient's photographs are kept.");
        api.MapGet("/photos/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Outcomes.Photos.GetValueOrDefault(id), state => PhotoVersion(state, id)))
            .For(Readers).Says<Photo>("Shows where a photograph is kept.");
        api.MapPost("/photos/{id}/withdrawal", (string id, Withdraw body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => OutcomeRules.WithdrawPhoto(state, id, body, who), Photo, version: state => PhotoVersion(state, id)))
            .For(Role.Clinician).NeedsVersion().Says<Photo>("Withdraws a reference that was entered in error.");
    }

    private static void AdverseEvents(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/adverse-events", (string id, AdverseEventDetails body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => AdverseEventRules.Report(state, TreatedSessions.Finder(state), id, body, who), AdverseEvent,
            made => "/api/v1/adverse-events/" + made))
            .For(Role.Clinician).Says<AdverseEvent>("Reports an adverse event.", StatusCodes.Status201Created);
        api.MapGet("/patients/{id}/adverse-events", (string id, HttpContext http, ClinicRequests requests) => requests.ListAsync(
            http, state => Of(state, id, state.Outcomes.AdverseEvents.Values, each => each.PatientId), each => each.Id))
            .For(Readers).InParts().Says<Page<AdverseEvent>>("Lists a patient's adverse events.");
        api.MapGet("/adverse-events", (HttpContext http, ClinicRequests requests) => requests.ListAsync(
            http, state => state.Outcomes.AdverseEvents.Values, each => each.Id))
            .For(Readers).InParts().Says<Page<AdverseEvent>>("Lists all adverse events.");
        api.MapGet("/adverse-events/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Outcomes.AdverseEvents.GetValueOrDefault(id), state => AdverseEventVersion(state, id)))
            .For(Readers).Says<AdverseEvent>("Shows an adverse event.");
        api.MapPut("/adverse-events/{id}", (string id, Corrected<AdverseEventDetails> body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => AdverseEventRules.Update(state, TreatedSessions.Finder(state), id, body, who), AdverseEvent,
            version: state => AdverseEventVersion(state, id)))
            .For(Role.Clinician).NeedsVersion().Says<AdverseEvent>("States anew what is known of an adverse event.");
    }

    private static IEnumerable<T>? Of<T>(ClinicState state, string patientId, IEnumerable<T> all, Func<T, string> patient) =>
        state.Patients.All.ContainsKey(patientId) ? all.Where(each => patient(each) == patientId) : null;

    private static Outcome Outcome(ClinicState state, string id) => state.Outcomes.Measured[id];

    private static long? OutcomeVersion(ClinicState state, string id) => state.Outcomes.Measured.GetValueOrDefault(id)?.Version;

    private static Photo Photo(ClinicState state, string id) => state.Outcomes.Photos[id];

    private static long? PhotoVersion(ClinicState state, string id) => state.Outcomes.Photos.GetValueOrDefault(id)?.Version;

    private static AdverseEvent AdverseEvent(ClinicState state, string id) => state.Outcomes.AdverseEvents[id];

    private static long? AdverseEventVersion(ClinicState state, string id) => state.Outcomes.AdverseEvents.GetValueOrDefault(id)?.Version;
}
