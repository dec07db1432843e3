using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Consents, and the texts that patients consent upon.</summary>
internal static class ConsentEndpoints
{
    private const Role Readers = Role.Clinician | Role.Auditor;

    public static void Map(RouteGroupBuilder api)
    {
        Texts(api);
        Consents(api);
        Signatures(api);
    }

    private static void Texts(RouteGroupBuilder api)
    {
        api.MapPost("/consent-texts", (PublishConsentText body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ConsentRules.Publish(state, body, who), (state, id) => state.Patients.Texts[id][^1], id => "/api/v1/consent-texts/" + id))
            .For(Role.Administrator);
        api.MapGet("/consent-texts", (HttpContext http, ClinicRequests requests) => requests.ListAsync(http, state => state.Patients.Texts.Values.Select(versions => versions[^1]), each => each.Id))
            .For(Readers | Role.Administrator).InParts();
        api.MapGet("/consent-texts/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Patients.Texts.TryGetValue(id, out var versions) ? versions[^1] : null))
            .For(Readers | Role.Administrator);
    }

    private static void Consents(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/consents", (string id, DrawUpConsent body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ConsentRules.DrawUp(state, id, body, who), (state, made) => ConsentView.Of(state, id, made),
            made => $"/api/v1/patients/{id}/consents/{made}"))
            .For(Role.Clinician);
        api.MapGet("/patients/{id}/consents", (string id, HttpContext http, ClinicRequests requests) =>
            requests.ListAsync(http, state => PatientEndpoints.Listed(state, id, file => file.Consents), each => each.Id))
            .For(Readers).InParts();
        api.MapGet("/patients/{id}/consents/{consent}", (string id, string consent, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => ConsentView.Of(state, id, consent), state => Version(state, id, consent)))
            .For(Readers);
        api.MapPost("/patients/{id}/consents/{consent}/withdrawal", (
            string id, string consent, Withdraw body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ConsentRules.Withdraw(state, id, consent, body, who), (state, _) => ConsentView.Of(state, id, consent),
            version: state => Version(state, id, consent)))
            .For(Role.Clinician);
    }

    private static void Signatures(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/consents/{consent}/patient-signature", (
            string id, string consent, SignByPatient body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ConsentRules.SignByPatient(state, id, consent, body, who), (state, _) => ConsentView.Of(state, id, consent),
            version: state => Version(state, id, consent)))
            .For(Role.Clinician);
        api.MapPost("/patients/{id}/consents/{consent}/clinician-signature", (
            string id, string consent, SignByClinician body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ConsentRules.SignByClinician(state, id, consent, body, who), (state, _) => ConsentView.Of(state, id, consent),
            version: state => Version(state, id, consent)))
            .For(Role.Clinician);
    }

    private static long Version(ClinicState state, string id, string consent) => ConsentView.Of(state, id, consent)?.Consent.Sequence ?? 0;
}
