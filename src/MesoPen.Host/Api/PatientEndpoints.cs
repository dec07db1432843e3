using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Treatments;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Patients, their assessments and the other treatments that they had.</summary>
internal static class PatientEndpoints
{
    private const Role Readers = Role.Clinician | Role.Auditor;

    public static void Map(RouteGroupBuilder api)
    {
        Patients(api);
        Assessments(api);
        OtherTreatments(api);
    }

    /// <summary>The list of a patient's file; null for a patient that is not known.</summary>
    internal static IEnumerable<T>? Listed<T>(ClinicState state, string patientId, Func<PatientFile, IEnumerable<T>> list) =>
        state.Patients.All.ContainsKey(patientId) ? list(state.Patients.FileOf(patientId)) : null;

    private static void Patients(RouteGroupBuilder api)
    {
        api.MapPost("/patients", (RegisterPatient body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => PatientRules.Register(state, body, who), Patient, id => "/api/v1/patients/" + id))
            .For(Role.Clinician).Says<Patient>("Registers a patient.", StatusCodes.Status201Created)
            .Gives(ClinicProblems.Exists);
        api.MapGet("/patients", (HttpContext http, ClinicRequests requests, TimeProvider clock) => requests.ListAsync(
            http, state => state.Patients.All.Values.Select(patient => PatientOverview.Of(state, patient, Today(clock))), each => each.Patient.Id))
            .For(Readers).InParts().Says<Page<PatientOverview>>("Lists patients, with where every series stands, what is due and overdue.");
        api.MapGet("/patients/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Patients.All.GetValueOrDefault(id), state => Version(state, id)))
            .For(Readers).Says<Patient>("Shows a patient.");
        api.MapGet("/patients/{id}/blocks", (string id, HttpContext http, ClinicRequests requests, TimeProvider clock) => requests.ReadAsync(
            http, state => PatientBlocks.Of(state, id, clock.GetUtcNow())))
            .For(Readers).Says<PatientBlocks>("Says what in a patient's file blocks the next session, by the rules of the gates.");
        api.MapPut("/patients/{id}", (string id, CorrectPatient body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => PatientRules.Correct(state, id, body, who), Patient, version: state => Version(state, id)))
            .For(Role.Clinician).NeedsVersion().Says<Patient>("Puts right what is known of a patient.");
    }

    private static void Assessments(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/assessments", (string id, Assess body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => PatientRules.Assess(state, id, body, who),
            (state, made) => state.Patients.FileOf(id).Assessments.First(each => each.Id == made), made => $"/api/v1/patients/{id}/assessments/{made}"))
            .For(Role.Clinician).Says<Assessment>("Enters an assessment, or puts an earlier one right.", StatusCodes.Status201Created)
            .Gives(ClinicProblems.NotNow);
        api.MapGet("/patients/{id}/assessments", (string id, HttpContext http, ClinicRequests requests) =>
            requests.ListAsync(http, state => Listed(state, id, file => file.Assessments), each => each.Id))
            .For(Readers).InParts().Says<Page<Assessment>>("Lists the assessments of a patient.");
        api.MapGet("/patients/{id}/assessments/{entry}", (string id, string entry, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Patients.FileOf(id).Assessments.FirstOrDefault(each => each.Id == entry)))
            .For(Readers).Says<Assessment>("Shows an assessment.");
    }

    private static void OtherTreatments(RouteGroupBuilder api)
    {
        api.MapPost("/patients/{id}/other-treatments", (
            string id, NoteOtherTreatment body, HttpContext http, ClinicRequests requests, HardwareCatalogue hardware) => requests.ChangeAsync(
            http, body, (state, who) => PatientRules.Note(state, id, body, who, hardware), (state, made) => OtherTreatment(state, id, made),
            made => $"/api/v1/patients/{id}/other-treatments/{made}"))
            .For(Role.Clinician).Says<OtherTreatment>("Enters another treatment that a patient had.", StatusCodes.Status201Created);
        api.MapGet("/patients/{id}/other-treatments", (string id, HttpContext http, ClinicRequests requests) =>
            requests.ListAsync(http, state => Listed(state, id, file => file.OtherTreatments), each => each.Id))
            .For(Readers).InParts().Says<Page<OtherTreatment>>("Lists the other treatments of a patient.");
        api.MapGet("/patients/{id}/other-treatments/{entry}", (string id, string entry, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => OtherTreatment(state, id, entry)))
            .For(Readers).Says<OtherTreatment>("Shows another treatment.");
        api.MapPost("/patients/{id}/other-treatments/{entry}/withdrawal", (
            string id, string entry, WithdrawEntry body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => PatientRules.WithdrawNote(state, id, entry, body, who), (state, _) => OtherTreatment(state, id, entry)))
            .For(Role.Clinician).Says<OtherTreatment>("Says that an entry of another treatment was a mistake.");
    }

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static Patient Patient(ClinicState state, string id) => state.Patients.All[id];

    private static OtherTreatment? OtherTreatment(ClinicState state, string id, string entry) =>
        state.Patients.FileOf(id).OtherTreatments.FirstOrDefault(each => each.Id == entry);

    private static long? Version(ClinicState state, string id) => state.Patients.All.GetValueOrDefault(id)?.Version;
}
