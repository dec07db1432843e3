using System.Security.Claims;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Station;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Signing in and out, and one's own password.</summary>
internal static class SessionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/session", BeginAsync)
            .ForAnyone().RequireRateLimiting(RequestLimits.SignIns).WithoutKey()
            .Says<SessionView>("Signs in: the answer sets a cookie.").Gives(PeopleProblems.SignInRefused, ApiProblems.CrossSite);
        api.MapGet("/session", ShowAsync)
            .For(RoleWords.All).WithMetadata(new ForInitialPassword()).Says<SessionView>("Says who is signed in.");
        api.MapDelete("/session", EndAsync)
            .For(RoleWords.All).WithMetadata(new ForInitialPassword()).WithoutKey()
            .WithSummary("Signs out.").Produces(StatusCodes.Status204NoContent);
        api.MapPost("/session/password", ChangePasswordAsync)
            .For(RoleWords.All).WithMetadata(new ForInitialPassword()).RequireRateLimiting(RequestLimits.SignIns).WithoutKey()
            .WithSummary("Changes one's own password; every sign-in of the person ends.").Produces(StatusCodes.Status204NoContent)
            .Gives(PeopleProblems.PasswordWrong, PeopleProblems.PasswordUnfit, PeopleProblems.Locked);
        api.MapPost("/session/sign-out-everywhere", (HttpContext http, ClinicRequests requests, TreatmentStation station) => requests.ChangeAsync(
                http, "", (state, who) => AccountRules.SignOutEverywhere(state, who.PersonId, who), (state, id) => PersonView.Of(state, id))
            .FreesControlAsync(station, SignedIn.PersonOf(http)))
            .For(RoleWords.All).WithoutKey().Says<PersonView>("Ends every sign-in of oneself.");
    }

    private static async Task<IResult> BeginAsync(BeginSignIn body, HttpContext http, ClinicDesk desk, PasswordDesk passwords)
    {
        PasswordCheck check = await passwords.CompareAsync(body.PersonId, body.Password, http.RequestAborted);
        string secret = Passwords.Secret();
        string signInId = "S-" + Passwords.Secret()[..16];
        (Decision decision, ClinicState state) = await desk.DecideAsync(
            passwords.Station,
            (now, station) => SignInRules.Begin(now, check, signInId, Passwords.SecretSha256(secret), station),
            cancel: http.RequestAborted);
        if (decision.Id != signInId)
        {
            return ProblemAnswer.Of(PeopleProblems.SignInRefused.With(
                "The name or the password is not right, or the account cannot be used now: after too many wrong passwords it is locked for a while."));
        }

        SignIn signIn = state.People.SignIns[Passwords.SecretSha256(secret)];
        CookieAuthentication.Set(http, secret, signIn.ExpiresAt);
        return Results.Json(View(state, state.People.All[signIn.PersonId], state.People.All[signIn.PersonId].Roles, secret, signIn), ClinicJson.Options);
    }

    private static Task<IResult> ShowAsync(HttpContext http, ClinicRequests requests, ApiOptions options, TimeProvider clock)
    {
        Actor who = SignedIn.Of(http, options.Station, clock.GetUtcNow());
        string? secret = http.User.HasClaim(claim => claim.Type == CookieAuthentication.SignInClaim)
            ? http.Request.Cookies[CookieAuthentication.CookieName(http)]
            : null;
        return requests.ReadAsync(http, state => state.People.All.TryGetValue(who.PersonId, out Person? person)
            ? View(state, person, who.Roles, secret, secret is null ? null : state.People.SignIns.GetValueOrDefault(Passwords.SecretSha256(secret)))
            : null);
    }

    private static async Task<IResult> EndAsync(HttpContext http, ClinicDesk desk, TreatmentStation station, ApiOptions options, TimeProvider clock)
    {
        Actor who = SignedIn.Of(http, options.Station, clock.GetUtcNow());
        await station.GiveControlAsync(who.PersonId, ConsoleName.Of(http));
        if (http.User.FindFirstValue(CookieAuthentication.SignInClaim) is { } signInId)
        {
            await desk.DecideAsync(who, (state, actor) => SignInRules.End(state, signInId, actor), cancel: http.RequestAborted);
        }

        CookieAuthentication.Remove(http);
        return Results.NoContent();
    }

    private static async Task<IResult> ChangePasswordAsync(
        ChangePassword body, HttpContext http, ClinicDesk desk, PasswordDesk passwords, TreatmentStation treatment, ApiOptions options, TimeProvider clock)
    {
        Actor who = SignedIn.Of(http, options.Station, clock.GetUtcNow());
        Problem? unfit = Passwords.Unfit(who.PersonId, body.New)
            ?? (body.New == body.Old ? PeopleProblems.PasswordUnfit.With("The new password is the old one.") : null);
        if (unfit is not null)
        {
            return ProblemAnswer.Of(unfit);
        }

        ClinicState before = await desk.ReadAsync(http.RequestAborted);
        PasswordCheck check = await passwords.CompareAsync(who.PersonId, body.Old, http.RequestAborted);
        string hash = await passwords.HashAsync(body.New, http.RequestAborted);
        (Decision decision, ClinicState state) = await desk.DecideAsync(
            passwords.Station, (now, station) => SignInRules.ChangePassword(now, check, hash, station), cancel: http.RequestAborted);
        if (decision.Id.Length == 0)
        {
            return ProblemAnswer.Of(PasswordDesk.Refused(before, state, who.PersonId));
        }

        await treatment.GiveControlAsync(who.PersonId, null);
        CookieAuthentication.Remove(http);
        return Results.NoContent();
    }

    /// <summary>Who is signed in, as the API says it.</summary>
    internal static SessionView View(ClinicState state, Person person, Role roles, string? secret, SignIn? signIn) => new(
        person.Id, person.Name, RoleWords.List(roles), state.People.Account(person.Id).IsInitial,
        secret is null ? null : CookieAuthentication.AntiForgery(secret), signIn?.ExpiresAt);
}
