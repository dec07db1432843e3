using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Blocks that two people pass over.</summary>
internal static class OverrideEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/overrides", (HttpContext http, ClinicRequests requests) => requests.ListAsync(
                http, state => state.People.Overrides.Values, each => each.Id))
            .For(Role.Clinician | Role.Administrator | Role.Auditor).InParts().Says<Page<Override>>("Lists overrides.");
        api.MapGet("/overrides/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
                http, state => state.People.Overrides.GetValueOrDefault(id)))
            .For(Role.Clinician | Role.Administrator | Role.Auditor).Says<Override>("Shows an override.");
        api.MapPost("/overrides", (ProposeOverride body, HttpContext http, ClinicRequests requests) =>
            {
                string overrideId = "O-" + Passwords.Secret()[..16];
                return requests.ChangeAsync(
                    http, body, (state, who) => OverrideRules.Propose(state, body, overrideId, who), View, id => "/api/v1/overrides/" + id);
            })
            .For(Role.Clinician).NeedsSignature()
            .Says<Override>("Proposes to treat although a rule about when blocks it; a second person agrees.", StatusCodes.Status201Created)
            .Gives(PeopleProblems.NeverOverridden);
        api.MapPost("/overrides/{id}/agreement", (string id, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
                http, "", (state, who) => OverrideRules.Agree(state, id, who), View))
            .For(Role.Clinician | Role.Administrator).NeedsSignature()
            .Says<Override>("Agrees to an override; another person than the proposer does.").Gives(PeopleProblems.SecondPersonNeeded, ClinicProblems.NotNow);
        api.MapPost("/overrides/{id}/withdrawal", (string id, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
                http, "", (state, who) => OverrideRules.Withdraw(state, id, who), View))
            .For(Role.Clinician | Role.Administrator).Says<Override>("Withdraws an override.");
    }

    private static Override View(ClinicState state, string id) => state.People.Overrides[id];
}
