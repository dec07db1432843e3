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
            .For(Role.Administrator)
            .Says<ConsentText>("Publishes a text of consent, or a new version of it.", StatusCodes.Status201Created);
        api.MapGet("/consent-texts", (HttpContext http, ClinicRequests requests) => requests.ListAsync(http, state => state.Patients.Texts.Values.Select(versions => versions[^1]), each => each.Id))
            .For(Readers | Role.Administrator).InParts()
            .Says<Page<ConsentText>>("Lists texts of consent, each in its newest version.");
        api.MapGet("/consent-texts/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Patients.Texts.TryGetValue(id, out var versions) ? versions[^1] : null))
            .For(Readers | Role.Administrator)
            .Says<ConsentText>("Shows the newest version of a text of consent.");
    }

    private static void Consents(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/consents", (string id, DrawUpConsent body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ConsentRules.DrawUp(state, id, body, who), (state, made) => ConsentView.Of(state, id, made),
            made => $"/api/v1/patients/{id}/consents/{made}"))
            .For(Role.Clinician)
            .Says<ConsentView>("Draws up a consent for a version of a plan.", StatusCodes.Status201Created);
        api.MapGet("/patients/{id}/consents", (string id, HttpContext http, ClinicRequests requests) =>
            requests.ListAsync(http, state => PatientEndpoints.Listed(state, id, file => file.Consents), each => each.Id))
            .For(Readers).InParts()
            .Says<Page<ConsentRecord>>("Lists consents of a patient.");
        api.MapGet("/patients/{id}/consents/{consent}", (string id, string consent, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => ConsentView.Of(state, id, consent), state => Version(state, id, consent)))
            .For(Readers)
            .Says<ConsentView>("Shows a consent, and whether it holds.");
        api.MapPost("/patients/{id}/consents/{consent}/withdrawal", (
            string id, string consent, Withdraw body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ConsentRules.Withdraw(state, id, consent, body, who), (state, _) => ConsentView.Of(state, id, consent),
            version: state => Version(state, id, consent)))
            .For(Role.Clinician)
            .NeedsVersion().Says<ConsentView>("Withdraws a consent.");
    }

    private static void Signatures(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/consents/{consent}/patient-signature", (
            string id, string consent, SignByPatient body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ConsentRules.SignByPatient(state, id, consent, body, who), (state, _) => ConsentView.Of(state, id, consent),
            version: state => Version(state, id, consent)))
            .For(Role.Clinician)
            .NeedsVersion().Says<ConsentView>("Takes the drawn signature of the patient.");
        api.MapPost("/patients/{id}/consents/{consent}/clinician-signature", (
            string id, string consent, SignByClinician body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ConsentRules.SignByClinician(state, id, consent, body, who), (state, _) => ConsentView.Of(state, id, consent),
            version: state => Version(state, id, consent)))
            .For(Role.Clinician)
            .NeedsVersion().NeedsSignature().Says<ConsentView>("Signs a consent as the clinician who explained it.");
    }

    private static long Version(ClinicState state, string id, string consent) => ConsentView.Of(state, id, consent)?.Consent.Sequence ?? 0;
}
