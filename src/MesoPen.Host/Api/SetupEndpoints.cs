using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>The first run: whoever has read the setup code in the station's terminal begins the clinic. Only while nobody works here.</summary>
internal static class SetupEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/setup", (HttpContext http, ClinicRequests requests, ApiOptions options) => requests.ReadAsync(
                http, state => new SetupView(SiteSetup.IsNeeded(state), options.Station, state.Site.Language)))
            .ForAnyone().Says<SetupView>("Says whether the clinic still has to be begun.");
        api.MapPost("/setup", BeginAsync)
            .ForAnyone().RequireRateLimiting(RequestLimits.SignIns).WithoutKey()
            .Says<SessionView>("Begins the clinic with its first person, who is signed in at once: the answer sets a cookie.", StatusCodes.Status201Created)
            .Gives(SetupProblems.CodeWrong, PeopleProblems.SiteExists, PeopleProblems.PasswordUnfit, ApiProblems.CrossSite);
    }

    private static async Task<IResult> BeginAsync(
        BeginSite body, HttpContext http, ClinicDesk desk, PasswordDesk passwords, SetupCode code, HardwareCatalogue hardware)
    {
        // Before the code is looked at: once the clinic has begun, nobody learns anything of it here.
        if (!SiteSetup.IsNeeded(await desk.ReadAsync(http.RequestAborted)))
        {
            return ProblemAnswer.Of(PeopleProblems.SiteExists.With("The records of this site have begun already: sign in as its administrator."));
        }

        if (!code.IsRight(body.Code))
        {
            return ProblemAnswer.Of(SetupProblems.CodeWrong.With("The setup code is not the one that the station printed last."));
        }

        if (Passwords.Unfit(body.PersonId, body.Password) is { } unfit)
        {
            return ProblemAnswer.Of(unfit);
        }

        string hash = await passwords.HashAsync(body.Password, http.RequestAborted);
        string secret = Passwords.Secret();
        (string Id, string Sha256) signIn = ("S-" + Passwords.Secret()[..16], Passwords.SecretSha256(secret));
        (Decision decision, ClinicState state) = await desk.DecideAsync(
            passwords.Station, (now, station) => SiteSetup.Begin(now, body, hash, signIn, station, hardware), cancel: http.RequestAborted);
        if (decision.Problem is { } problem)
        {
            return ProblemAnswer.Of(problem);
        }

        SignIn begun = state.People.SignIns[signIn.Sha256];
        Person person = state.People.All[begun.PersonId];
        CookieAuthentication.Set(http, secret, begun.ExpiresAt);
        return Results.Json(SessionEndpoints.View(state, person, person.Roles, secret, begun), ClinicJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
