using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>The site, its policy, and how two people change it.</summary>
internal static class SiteEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/site", (HttpContext http, ClinicRequests requests) => requests.ReadAsync(
                http, state => SiteView.Of(state.Site), state => state.Site.Version))
            .For(RoleWords.All).Says<SiteView>("Shows the site and the policy that holds.");
        api.MapPut("/site/security", (SiteSecurity body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
                http, body, (state, who) => SiteRules.SetSecurity(state, body, who), (state, _) => SiteView.Of(state.Site),
                version: state => state.Site.Version))
            .For(Role.Administrator).NeedsVersion().NeedsSignature().Says<SiteView>("Sets how long sign-ins last and when accounts are locked.");
        api.MapGet("/site/limits", (HttpContext http, ClinicRequests requests) => requests.ListAsync(
                http, state => state.Site.Policy.Limits.OrderBy(PolicyDifference.Subject, StringComparer.Ordinal), PolicyDifference.Subject))
            .For(RoleWords.All).InParts().Says<Page<SiteLimit>>("Lists the site's limits.");
        api.MapGet("/site/proposals", (HttpContext http, ClinicRequests requests) => requests.ListAsync(
                http, state => state.Site.Proposals.Keys.Select(id => ProposalView.Find(state, id)!), proposal => proposal.ProposalId))
            .For(RoleWords.All).InParts().Says<Page<ProposalView>>("Lists proposed policies.");
        api.MapGet("/site/proposals/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
                http, state => ProposalView.Find(state, id)))
            .For(RoleWords.All).Says<ProposalView>("Shows a proposed policy, with what differs from the one that holds.");
        api.MapPost("/site/proposals", (ProposePolicy body, HttpContext http, ClinicRequests requests) =>
            {
                string proposalId = "L-" + Passwords.Secret()[..16];
                return requests.ChangeAsync(
                    http, body, (state, who) => SiteRules.Propose(state, body, proposalId, who), ProposalView.Find, id => "/api/v1/site/proposals/" + id);
            })
            .For(Role.Administrator | Role.Clinician).NeedsSignature()
            .Says<ProposalView>("Proposes limits and policy of the site; a second person approves.", StatusCodes.Status201Created).Gives(ClinicProblems.Changed);
        api.MapPost("/site/proposals/{id}/approval", (string id, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
                http, "", (state, who) => SiteRules.Approve(state, id, who), ProposalView.Find))
            .For(Role.Administrator | Role.Clinician).NeedsSignature()
            .Says<ProposalView>("Approves a proposed policy; another person than the proposer does.").Gives(PeopleProblems.SecondPersonNeeded, ClinicProblems.NotNow);
        api.MapPost("/site/proposals/{id}/withdrawal", (string id, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
                http, "", (state, who) => SiteRules.Withdraw(state, id, who), ProposalView.Find))
            .For(Role.Administrator | Role.Clinician).Says<ProposalView>("Withdraws a proposed policy.").Gives(ClinicProblems.NotNow);
    }
}
