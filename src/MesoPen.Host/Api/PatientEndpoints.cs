using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Patients.</summary>
internal static class PatientEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/patients", (RegisterPatient body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => PatientRules.Register(state, body, who),
            (state, id) => state.Patients.All[id], id => "/api/v1/patients/" + id))
            .For(Role.Clinician);
        api.MapGet("/patients/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Patients.All.GetValueOrDefault(id), state => state.Patients.All[id].Version))
            .For(Role.Clinician | Role.Auditor);
    }
}
