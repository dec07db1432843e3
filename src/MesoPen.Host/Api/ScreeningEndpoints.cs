using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Patients.Screening;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>The screening and medical clearances.</summary>
internal static class ScreeningEndpoints
{
    private const Role Readers = Role.Clinician | Role.Auditor;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/screening-questions", (HttpContext http, ClinicRequests requests) => requests.ReadAsync(http, _ => QuestionList.Now))
            .For(Readers)
            .Says<QuestionList>("Lists the questions of a screening.");
        Screenings(api);
        Clearances(api);
    }

    private static void Screenings(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/screenings", (
            string id, TakeScreening body, HttpContext http, ClinicRequests requests, HardwareCatalogue hardware) => requests.ChangeAsync(
            http, body, (state, who) => ScreeningRules.Take(state, id, body, who, hardware), (state, made) => Screening(state, id, made),
            made => $"/api/v1/patients/{id}/screenings/{made}"))
            .For(Role.Clinician)
            .Says<ScreeningRecord>("Takes a screening of a patient.", StatusCodes.Status201Created);
        api.MapGet("/patients/{id}/screenings", (string id, HttpContext http, ClinicRequests requests) =>
            requests.ListAsync(http, state => PatientEndpoints.Listed(state, id, file => file.Screenings), each => each.Id))
            .For(Readers).InParts()
            .Says<Page<ScreeningRecord>>("Lists screenings of a patient.");
        api.MapGet("/patients/{id}/screenings/{screening}", (string id, string screening, HttpContext http, ClinicRequests requests) =>
            requests.ReadAsync(http, state => Screening(state, id, screening), state => Version(state, id, screening)))
            .For(Readers)
            .Says<ScreeningRecord>("Shows a screening.");
        api.MapPost("/patients/{id}/screenings/{screening}/answers", (
            string id, string screening, TakeScreening body, HttpContext http, ClinicRequests requests, HardwareCatalogue hardware) => requests.ChangeAsync(
            http, body, (state, who) => ScreeningRules.Update(state, id, screening, body, who, hardware), (state, _) => Screening(state, id, screening),
            version: state => Version(state, id, screening)))
            .For(Role.Clinician)
            .NeedsVersion().Says<ScreeningRecord>("Answers questions of a screening anew.");
        api.MapPost("/patients/{id}/screenings/{screening}/acknowledgements", (
            string id, string screening, AcknowledgeCaution body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ScreeningRules.Acknowledge(state, id, screening, body, who), (state, _) => Screening(state, id, screening),
            version: state => Version(state, id, screening)))
            .For(Role.Clinician)
            .NeedsVersion().Says<ScreeningRecord>("Acknowledges a caution of a screening.");
    }

    private static void Clearances(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/clearances", (string id, AttachClearance body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ScreeningRules.Attach(state, id, body, who), (state, made) => Clearance(state, id, made),
            made => $"/api/v1/patients/{id}/clearances/{made}"))
            .For(Role.Clinician)
            .Says<Clearance>("Attaches a medical clearance.", StatusCodes.Status201Created);
        api.MapGet("/patients/{id}/clearances", (string id, HttpContext http, ClinicRequests requests) =>
            requests.ListAsync(http, state => PatientEndpoints.Listed(state, id, file => file.Clearances), each => each.Id))
            .For(Readers).InParts()
            .Says<Page<Clearance>>("Lists medical clearances of a patient.");
        api.MapGet("/patients/{id}/clearances/{clearance}", (string id, string clearance, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => Clearance(state, id, clearance)))
            .For(Readers)
            .Says<Clearance>("Shows a medical clearance.");
        api.MapPost("/patients/{id}/clearances/{clearance}/withdrawal", (
            string id, string clearance, Withdraw body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ScreeningRules.WithdrawClearance(state, id, clearance, body, who), (state, _) => Clearance(state, id, clearance)))
            .For(Role.Clinician)
            .Says<Clearance>("Withdraws a medical clearance.");
    }

    private static ScreeningRecord? Screening(ClinicState state, string id, string screening) =>
        state.Patients.FileOf(id).Screenings.FirstOrDefault(each => each.Id == screening);

    private static Clearance? Clearance(ClinicState state, string id, string clearance) =>
        state.Patients.FileOf(id).Clearances.FirstOrDefault(each => each.Id == clearance);

    private static long Version(ClinicState state, string id, string screening) => Screening(state, id, screening)?.Sequence ?? 0;
}
