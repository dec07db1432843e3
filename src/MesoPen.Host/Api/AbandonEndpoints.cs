using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Station;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Giving up a session whose station is lost, by two people.</summary>
internal static class AbandonEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/sessions/{id}/abandonment", (string id, Reason body, HttpContext http, ClinicRequests requests, TreatmentStation station) =>
                requests.ChangeAsync(
                    http, body, (state, who) => Here(station, id) ?? AbandonRules.Propose(state, id, body.Text, who), (state, _) => state.Treatments.All[id]))
            .For(Role.Clinician).NeedsSignature()
            .Says<Treatment>("Proposes to give up a session whose station is lost: everything planned counts as given. A second person agrees.")
            .Gives(TreatmentProblems.Over, TreatmentProblems.NotReady);
        api.MapPost("/sessions/{id}/abandonment/agreement", AgreeAsync)
            .For(Role.Clinician | Role.Administrator).NeedsSignature()
            .Says<Treatment>("Agrees to give a session up, and ends it; another person than the proposer does.")
            .Gives(TreatmentProblems.Over, TreatmentProblems.NotReady, PeopleProblems.SecondPersonNeeded, ClinicProblems.NotNow);
    }

    private static async Task<IResult> AgreeAsync(string id, HttpContext http, ClinicRequests requests, TreatmentStation station, ClinicDesk desk)
    {
        IResult answer = await requests.ChangeAsync(
            http, "", (state, who) => Here(station, id) ?? AbandonRules.Agree(state, id, station.Setup.Reservations, who), (state, _) => state.Treatments.All[id]);
        if (desk.Known.Treatments.All.GetValueOrDefault(id) is { Ended: not null })
        {
            await station.LetGoAsync(id, http.RequestAborted);
        }

        return answer;
    }

    private static Decision? Here(TreatmentStation station, string id) => station.Knows(id)
        ? TreatmentProblems.NotReady.With("This station has the session and its record: end it with POST /station/close.")
        : (Decision?)null;
}
