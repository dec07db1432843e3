using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Tokens for programs.</summary>
internal static class TokenEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/tokens", (HttpContext http, ClinicRequests requests, ApiOptions options, TimeProvider clock) =>
            {
                Actor who = SignedIn.Of(http, options.Station, clock.GetUtcNow());
                bool all = (who.Roles & (Role.Administrator | Role.Auditor)) != Role.None;
                return requests.ListAsync(
                    http,
                    state => state.People.Tokens.Values.Where(each => all || each.PersonId == who.PersonId)
                        .OrderBy(each => each.TokenId, StringComparer.Ordinal).Select(TokenView.Of),
                    token => token.TokenId);
            })
            .For(RoleWords.All).InParts().Says<Page<TokenView>>("Lists one's own tokens; administrators and auditors see all.");
        api.MapPost("/tokens", (IssueToken body, HttpContext http, ClinicRequests requests) =>
            {
                string secret = Passwords.Secret();
                string tokenId = "T-" + Passwords.Secret()[..16];
                return requests.ChangeAsync(
                    http, body, (state, who) => TokenRules.Issue(state, body, tokenId, Passwords.SecretSha256(secret), who), View,
                    id => "/api/v1/tokens/" + id, once: token => token! with { Token = secret });
            })
            .For(RoleWords.All).NeedsSignature()
            .Says<TokenView>("Issues a token in one's own name; the answer holds it.", StatusCodes.Status201Created).Gives(PeopleProblems.RoleNotHeld);
        api.MapDelete("/tokens/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
                http, "", (state, who) => TokenRules.Revoke(state, id, who), (_, gone) => new RevokedToken(gone)))
            .For(RoleWords.All).Says<RevokedToken>("Revokes a token: one's own, or as administrator anybody's.");
    }

    private static TokenView? View(ClinicState state, string id) =>
        state.People.Tokens.Values.FirstOrDefault(each => each.TokenId == id) is { } token ? TokenView.Of(token) : null;
}
