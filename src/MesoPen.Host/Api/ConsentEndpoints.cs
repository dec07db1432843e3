using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
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
            http, body, (state, who) => ConsentRules.Publish(state, body, who), (state, id) => state.Patients.Texts[id][^1],
            id => "/api/v1/consent-texts/" + id))
            .For(Role.Administrator).Says<ConsentText>("Publishes a consent text of the site, or its next version.", StatusCodes.Status201Created)
            .Gives(ClinicProblems.Exists);
        api.MapGet("/consent-texts", (HttpContext http, ClinicRequests requests) => requests.ListAsync(
            http, state => state.Patients.Texts.Values.Select(versions => versions[^1]), each => each.Id))
            .For(Readers | Role.Administrator).InParts().Says<Page<ConsentText>>("Lists consent texts, the newest version of each.");
        api.MapGet("/consent-texts/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Patients.Texts.TryGetValue(id, out var versions) ? versions[^1] : null))
            .For(Readers | Role.Administrator).Says<ConsentText>("Shows the newest version of a consent text.");
    }

    private static void Consents(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/consents", (string id, DrawUpConsent body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ConsentRules.DrawUp(state, id, body, who), (state, made) => ConsentView.Of(state, id, made),
            made => $"/api/v1/patients/{id}/consents/{made}"))
            .For(Role.Clinician).Says<ConsentView>("Draws up a consent to the newest version of a plan.", StatusCodes.Status201Created)
            .Gives(PlanProblems.Ended);
        api.MapGet("/patients/{id}/consents", (string id, HttpContext http, ClinicRequests requests) =>
            requests.ListAsync(http, state => PatientEndpoints.Listed(state, id, file => file.Consents), each => each.Id))
            .For(Readers).InParts().Says<Page<ConsentRecord>>("Lists the consents of a patient; the last one to a plan counts.");
        api.MapGet("/patients/{id}/consents/{consent}", (string id, string consent, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => ConsentView.Of(state, id, consent), state => Version(state, id, consent)))
            .For(Readers).Says<ConsentView>("Shows a consent with its text.");
        api.MapPost("/patients/{id}/consents/{consent}/withdrawal", (
            string id, string consent, WithdrawEntry body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ConsentRules.Withdraw(state, id, consent, body, who), (state, _) => ConsentView.Of(state, id, consent)))
            .For(Role.Clinician).Says<ConsentView>("Says that the patient withdrew a consent.");
    }

    private static void Signatures(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/consents/{consent}/patient-signature", (
            string id, string consent, SignByPatient body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ConsentRules.SignByPatient(state, id, consent, body, who), (state, _) => ConsentView.Of(state, id, consent)))
            .For(Role.Clinician).Says<ConsentView>("The patient signs, drawn.")
            .Gives(ConsentProblems.Void, ConsentProblems.Withdrawn, ClinicProblems.NotNow);
        api.MapPost("/patients/{id}/consents/{consent}/clinician-signature", (
            string id, string consent, SignByClinician body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ConsentRules.SignByClinician(state, id, consent, body, who), (state, _) => ConsentView.Of(state, id, consent)))
            .For(Role.Clinician).NeedsSignature().Says<ConsentView>("The clinician signs that the consent was explained.")
            .Gives(ConsentProblems.Void, ConsentProblems.Withdrawn, ConsentProblems.Unsigned, ClinicProblems.NotNow);
    }

    private static long? Version(ClinicState state, string id, string consent) => ConsentView.Of(state, id, consent)?.Consent.Sequence;
}
