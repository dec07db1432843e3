using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Input;
using MesoPen.Host.Station;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>What a session would come to: the same rules as opening it, and nothing is changed.</summary>
internal static class RehearsalEndpoints
{
    // Never written: the gates want the session's own id.
    private const string Id = "rehearsal";

    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/sessions/rehearsal", RehearseAsync).For(Role.Clinician).WithoutKey()
            .Says<RehearsalView>("Says what a session would come to, and what would keep it from being opened. Changes nothing.");

    private static async Task<IResult> RehearseAsync(
        OpenSession body, HttpContext http, ClinicDesk desk, TreatmentStation station, ApiOptions options, TimeProvider clock)
    {
        ClinicState state = await desk.ReadAsync(http.RequestAborted);
        Actor who = SignedIn.Of(http, options.Station, clock.GetUtcNow());
        return Results.Json(Rehearse(state, who, body, station.Setup, options, clock), ClinicJson.Options);
    }

    private static RehearsalView Rehearse(ClinicState state, Actor who, OpenSession asked, StationSetup setup, ApiOptions options, TimeProvider clock)
    {
        Problem? problem = TreatmentEndpoints.Open(state, who, asked, Id, setup, options).Problem;
        TreatmentIntent intent = new(Id, who.PersonId, asked.PatientId, asked.PlanId, asked.PlanVersion, asked.VialId, asked.HeadId, "", 0)
        {
            LoadedNl = asked.LoadedNl,
        };
        Preparation prepared = setup.Prepare(state, intent);
        RehearsalProblem? told = problem is null ? null : RehearsalProblem.Of(problem);
        if (prepared.Input is not { } input)
        {
            return new RehearsalView(told, []);
        }

        string device = asked.Device ?? options.Device ?? "";
        return new RehearsalView(
            told,
            [.. TreatmentRules.Rehearse(state, prepared.Intent!, prepared.Basis, device, setup.Gates, setup.Reservations, who).Select(StationGate.Of)])
            .With(PlanReport.Of(input, clock));
    }
}
