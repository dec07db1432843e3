using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Station;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>People, their accounts and what they are signed off for.</summary>
internal static class PeopleEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/people", (HttpContext http, ClinicRequests requests) => requests.ListAsync(
                http, state => state.People.All.Keys.Select(id => PersonView.Of(state, id)), person => person.PersonId))
            .For(RoleWords.All).InParts().Says<Page<PersonView>>("Lists people.");
        api.MapGet("/people/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
                http, state => PersonView.Find(state, id), state => Version(state, id)))
            .For(RoleWords.All).Says<PersonView>("Shows a person.");
        api.MapPost("/people", AddAsync)
            .For(Role.Administrator).Says<PersonView>("Adds a person; the answer holds a one-time password.", StatusCodes.Status201Created)
            .Gives(ClinicProblems.Exists);
        api.MapPut("/people/{id}/roles", (string id, ChangeRoles body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
                http, body, (state, who) => AccountRules.ChangeRoles(state, id, body, who), PersonView.Of, version: state => Version(state, id)))
            .For(Role.Administrator).NeedsVersion().Says<PersonView>("Changes what a person may be.").Gives(PeopleProblems.LastAdministrator);
        api.MapPost("/people/{id}/deactivation", (string id, HttpContext http, ClinicRequests requests, TreatmentStation station) => requests.ChangeAsync(
                http, "", (state, who) => AccountRules.Deactivate(state, id, who), PersonView.Of, version: state => Version(state, id))
            .FreesControlAsync(station, id))
            .For(Role.Administrator).NeedsVersion().Says<PersonView>("A person no longer works here: sign-ins and tokens end.")
            .Gives(PeopleProblems.LastAdministrator);
        MapPasswords(api);
        MapCompetence(api);
    }

    private static void MapPasswords(RouteGroupBuilder api)
    {
        api.MapPost("/people/{id}/reactivation", (string id, HttpContext http, ClinicRequests requests, PasswordDesk passwords) => GiveOneTimeAsync(
                id, http, requests, passwords, AccountRules.Reactivate))
            .For(Role.Administrator).NeedsVersion().Says<PersonView>("A person works here again; the answer holds a one-time password.")
            .Gives(ClinicProblems.NotNow);
        api.MapPost(
                "/people/{id}/password-reset",
                (string id, HttpContext http, ClinicRequests requests, PasswordDesk passwords, TreatmentStation station) => GiveOneTimeAsync(
                    id, http, requests, passwords, AccountRules.ResetPassword).FreesControlAsync(station, id))
            .For(Role.Administrator).NeedsVersion().Says<PersonView>("Gives a person a one-time password; sign-ins of the person end.")
            .Gives(ClinicProblems.NotNow);
        api.MapPost("/people/{id}/unlock", (string id, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
                http, "", (state, who) => AccountRules.Unlock(state, id, who), PersonView.Of))
            .For(Role.Administrator).Says<PersonView>("Ends the lock of an account before its time.");
        api.MapPost("/people/{id}/sign-out", (string id, HttpContext http, ClinicRequests requests, TreatmentStation station) => requests.ChangeAsync(
                http, "", (state, who) => AccountRules.SignOutEverywhere(state, id, who), PersonView.Of).FreesControlAsync(station, id))
            .For(Role.Administrator).Says<PersonView>("Ends every sign-in of a person.");
    }

    private static void MapCompetence(RouteGroupBuilder api)
    {
        api.MapPost("/people/{id}/competence", (string id, SignOffCompetence body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
                http, body, (state, who) => CompetenceRules.SignOff(state, id, body, who), PersonView.Of))
            .For(Role.Clinician | Role.Engineer | Role.Administrator).NeedsSignature()
            .Says<PersonView>("Signs a clinician off for a family of devices until a day; another person than the clinician does.")
            .Gives(PeopleProblems.SecondPersonNeeded, PeopleProblems.NotAClinician);
        api.MapPost("/people/{id}/competence-withdrawal", (string id, WithdrawCompetence body, HttpContext http, ClinicRequests requests) =>
                requests.ChangeAsync(http, body, (state, who) => CompetenceRules.Withdraw(state, id, body, who), PersonView.Of))
            .For(Role.Clinician | Role.Engineer | Role.Administrator).Says<PersonView>("Withdraws that a clinician is signed off for a family of devices.");
    }

    private static async Task<IResult> AddAsync(AddPerson body, HttpContext http, ClinicRequests requests, PasswordDesk passwords)
    {
        string code = Passwords.OneTime();
        string hash = await passwords.HashAsync(code, http.RequestAborted);
        return await requests.ChangeAsync(
            http, body, (state, who) => AccountRules.Add(state, body, hash, who), PersonView.Of, id => "/api/v1/people/" + id,
            once: person => person with { OneTimePassword = code });
    }

    private static async Task<IResult> GiveOneTimeAsync(
        string id, HttpContext http, ClinicRequests requests, PasswordDesk passwords, Func<ClinicState, string, string, Actor, Decision> rule)
    {
        string code = Passwords.OneTime();
        string hash = await passwords.HashAsync(code, http.RequestAborted);
        return await requests.ChangeAsync(
            http, "", (state, who) => rule(state, id, hash, who), PersonView.Of, version: state => Version(state, id),
            once: person => person with { OneTimePassword = code });
    }

    private static long? Version(ClinicState state, string id) => state.People.All.GetValueOrDefault(id)?.Version;
}
