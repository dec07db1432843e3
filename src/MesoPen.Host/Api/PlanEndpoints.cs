using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Products;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Protocols, plans, and what is due.</summary>
internal static class PlanEndpoints
{
    private const Role Readers = Role.Clinician | Role.Auditor;

    private static readonly ProblemType[] OfContent =
        [PlanProblems.BeyondLimits, PlanProblems.Malformed, PlanProblems.CourseUnsourced, ProductProblems.Missing, ProductProblems.Retired];

    public static void Map(RouteGroupBuilder api)
    {
        Protocols(api);
        Plans(api);
        Checks(api);
        Schedules(api);
    }

    private static void Protocols(RouteGroupBuilder api)
    {
        api.MapPost("/protocols", (MakeProtocol body, HttpContext http, ClinicRequests requests, HardwareCatalogue hardware) => requests.ChangeAsync(
            http, body, (state, who) => PlanRules.MakeProtocol(state, body, who, hardware), (state, id) => state.Plans.Protocols[id],
            id => "/api/v1/protocols/" + id))
            .For(Role.Clinician).Says<TreatmentProtocol>("Makes a protocol.", StatusCodes.Status201Created)
            .Gives([ClinicProblems.Exists, .. OfContent]);
        api.MapGet("/protocols", (HttpContext http, ClinicRequests requests) => requests.ListAsync(
            http, state => state.Plans.Protocols.Values, each => each.Id))
            .For(Readers).InParts().Says<Page<TreatmentProtocol>>("Lists protocols.");
        api.MapGet("/protocols/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Plans.Protocols.GetValueOrDefault(id), state => ProtocolVersion(state, id)))
            .For(Readers).Says<TreatmentProtocol>("Shows a protocol with all its versions.");
        api.MapPut("/protocols/{id}", (
            string id, ChangePlan body, HttpContext http, ClinicRequests requests, HardwareCatalogue hardware) => requests.ChangeAsync(
            http, body, (state, who) => PlanRules.ChangeProtocol(state, id, body, who, hardware), (state, _) => state.Plans.Protocols[id],
            version: state => ProtocolVersion(state, id)))
            .For(Role.Clinician).NeedsVersion().Says<TreatmentProtocol>("Makes the next version of a protocol.").Gives(OfContent);
    }

    private static void Plans(RouteGroupBuilder api)
    {
        api.MapPost("/plans", (MakePlan body, HttpContext http, ClinicRequests requests, HardwareCatalogue hardware) => requests.ChangeAsync(
            http, body, (state, who) => PlanRules.Make(state, body, who, hardware), (state, id) => state.Plans.All[id], id => "/api/v1/plans/" + id))
            .For(Role.Clinician).Says<Plan>("Makes a patient's plan from a protocol.", StatusCodes.Status201Created)
            .Gives([ClinicProblems.Exists, ClinicProblems.Unknown, .. OfContent]);
        api.MapGet("/plans", (HttpContext http, ClinicRequests requests, string? patient) => requests.ListAsync(
            http, state => state.Plans.All.Values.Where(plan => patient is null || plan.PatientId == patient), each => each.Id))
            .For(Readers).InParts().Says<Page<Plan>>("Lists plans, of all patients or of one.");
        api.MapGet("/plans/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Plans.All.GetValueOrDefault(id), state => PlanVersion(state, id)))
            .For(Readers).Says<Plan>("Shows a plan with all its versions.");
        api.MapPut("/plans/{id}", (
            string id, ChangePlan body, HttpContext http, ClinicRequests requests, HardwareCatalogue hardware) => requests.ChangeAsync(
            http, body, (state, who) => PlanRules.Change(state, id, body, who, hardware), (state, _) => state.Plans.All[id],
            version: state => PlanVersion(state, id)))
            .For(Role.Clinician).NeedsVersion().Says<Plan>("Makes the next version of a plan; consents to the earlier one are void.")
            .Gives([PlanProblems.Ended, .. OfContent]);
        api.MapPost("/plans/{id}/end", (string id, EndPlan body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => PlanRules.End(state, id, body, who), (state, _) => state.Plans.All[id], version: state => PlanVersion(state, id)))
            .For(Role.Clinician).NeedsVersion().Says<Plan>("Ends a series.");
    }

    private static void Checks(RouteGroupBuilder api) => api
        .MapPost("/plans/check", (CheckPlan body, HttpContext http, ClinicRequests requests, HardwareCatalogue hardware, TimeProvider clock) =>
            requests.ReadAsync(http, state => PlanCheckRules.Check(state, body, hardware, clock)))
        .For(Readers).WithoutKey()
        .Says<PlanCheck>("Says what a protocol or plan comes to, its limits with their sources, and everything that stands against it. Changes nothing.");

    private static void Schedules(RouteGroupBuilder api)
    {
        api.MapGet("/plans/{id}/schedule", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Plans.All.TryGetValue(id, out Plan? plan) ? PlanSchedule.Of(state, plan) : null))
            .For(Readers).Says<PlanSchedule>("Shows what of a series was given, and what is due when.");
        api.MapGet("/due-sessions", (HttpContext http, ClinicRequests requests, TimeProvider clock, bool? overdue) =>
            requests.ListAsync(http, state => Due(state, Today(clock), overdue == true), each => each.PlanId))
            .For(Readers).InParts().Says<Page<SeriesOverview>>("Lists series with a session that is due, or overdue.");
    }

    private static IEnumerable<SeriesOverview> Due(ClinicState state, DateOnly today, bool overdue) => state.Plans.All.Values
        .Where(plan => plan.Ended is null)
        .Select(plan => SeriesOverview.Of(state, plan, today))
        .Where(series => overdue ? series.Overdue : series.Due);

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static long? ProtocolVersion(ClinicState state, string id) => state.Plans.Protocols.GetValueOrDefault(id)?.Newest().Sequence;

    private static long? PlanVersion(ClinicState state, string id) => state.Plans.All.GetValueOrDefault(id)?.Sequence;
}
