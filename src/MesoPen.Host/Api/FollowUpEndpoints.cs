using System.Globalization;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Outcomes;
using MesoPen.Host.Clinic.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Follow-up after sessions, recall, and figures for an audit.</summary>
internal static class FollowUpEndpoints
{
    private const Role Readers = Role.Clinician | Role.Auditor;

    public static void Map(RouteGroupBuilder api)
    {
        Schedule(api);
        Contacts(api);
        Recalls(api);
    }

    private static void Schedule(RouteGroupBuilder api)
    {
        api.MapGet("/site/follow-up-schedule", (HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Outcomes.Schedule, state => state.Outcomes.Schedule.Version))
            .For(Readers | Role.Administrator).Says<FollowUpSchedule>("Shows when patients are asked after a session.");
        api.MapPut("/site/follow-up-schedule", (SetFollowUpSchedule body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => FollowUpRules.SetSchedule(state, body, who), (state, _) => state.Outcomes.Schedule,
            version: state => state.Outcomes.Schedule.Version))
            .For(Role.Administrator).NeedsVersion().Says<FollowUpSchedule>("Sets when patients are asked after a session.");
    }

    private static void Contacts(RouteGroupBuilder api)
    {
        api.MapGet("/follow-ups", (
                HttpContext http, ClinicRequests requests, TimeProvider clock, string? session, FollowUpStatusWord? status, DateOnly? on) =>
            requests.ListAsync(
                http,
                state => FollowUpList.Of(state.Outcomes, TreatedSessions.Of(state), on ?? Today(clock))
                    .Where(each => (session is null || each.SessionId == session) && (status is null || each.Status == status.Value.Status)),
                each => string.Create(CultureInfo.InvariantCulture, $"{each.DueDay:yyyy-MM-dd} {each.SessionId} {each.DayAfter:D3}")))
            .For(Readers).InParts().Says<Page<FollowUpContact>>("Lists contacts after sessions: upcoming, due, overdue, done.");
        api.MapPost("/sessions/{id}/follow-ups", (string id, FollowUpDetails body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => FollowUpRules.Enter(state, TreatedSessions.Finder(state), id, body, who), FollowUp,
            made => "/api/v1/follow-ups/" + made))
            .For(Role.Clinician).Says<FollowUpEntry>("Enters a contact with a patient after a session.", StatusCodes.Status201Created);
        api.MapGet("/follow-ups/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Outcomes.FollowUps.GetValueOrDefault(id), state => FollowUpVersion(state, id)))
            .For(Readers).Says<FollowUpEntry>("Shows a contact with a patient.");
        api.MapPost("/follow-ups/{id}/withdrawal", (string id, Withdraw body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => FollowUpRules.Withdraw(state, id, body, who), FollowUp, version: state => FollowUpVersion(state, id)))
            .For(Role.Clinician).NeedsVersion().Says<FollowUpEntry>("Withdraws a contact that was entered in error.");
    }

    private static void Recalls(RouteGroupBuilder api)
    {
        api.MapGet("/recall/lot", (string lot, string? product, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => Found(
                Recall.Lot(state.Outcomes, TreatedSessions.Of(state), lot, product),
                state.Products.Lots.Values.Any(each => each.Number == lot && (product is null || each.ProductId == product)))))
            .For(Readers | Role.Administrator).Says<RecallFinding>("Shows who was treated with a lot, alone or in a mixture.");
        api.MapGet("/recall/device", (string serial, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => Found(Recall.Device(state.Outcomes, TreatedSessions.Of(state), serial), known: false)))
            .For(Readers | Role.Administrator).Says<RecallFinding>("Shows who was treated with a device.");
        api.MapGet("/recall/head", (string head, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => Found(Recall.Head(state.Outcomes, TreatedSessions.Of(state), head), state.Products.Heads.ContainsKey(head))))
            .For(Readers | Role.Administrator).Says<RecallFinding>("Shows who was treated with a needle head.");
        api.MapGet("/audit/figures", (DateOnly? from, DateOnly? to, HttpContext http, ClinicRequests requests, TimeProvider clock) => requests.ReadAsync(
            http, state => AuditFigures.Of(state.Outcomes, TreatedSessions.Of(state), from ?? DateOnly.MinValue, to ?? Today(clock), Today(clock))))
            .For(Readers | Role.Administrator)
            .Says<AuditFigures>("Counts sessions, shots, volume, adverse events and follow-ups by clinician, product and zone.");
    }

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static FollowUpEntry FollowUp(ClinicState state, string id) => state.Outcomes.FollowUps[id];

    private static long? FollowUpVersion(ClinicState state, string id) => state.Outcomes.FollowUps.GetValueOrDefault(id)?.Version;

    /// <summary>"Nobody" is an answer only about what the clinic knows: a slip of the pen must not reassure.</summary>
    private static RecallFinding? Found(RecallFinding finding, bool known) => known || finding.Patients.Count > 0 ? finding : null;
}
