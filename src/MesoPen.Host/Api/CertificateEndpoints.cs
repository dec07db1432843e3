using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Calibration certificates: which there are, what they say, in every form.</summary>
internal static class CertificateEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/certificates", (HttpContext http, ClinicRequests requests, CertificateViews views, string? serial) => requests.ListAsync(
                http,
                state => state.Certificates.All.Values.Where(each => serial is null || each.Serial == serial).Select(each => views.Of(state, each)),
                each => each.CertificateId))
            .For(RoleWords.All).InParts().Says<Page<CertificateView>>("Lists certificates with how they stand; with ?serial those of a device.");
        api.MapGet("/certificates/{id}", (string id, HttpContext http, ClinicRequests requests, CertificateViews views) => requests.ReadAsync(
                http, state => state.Certificates.All.GetValueOrDefault(id) is { } found ? views.Of(state, found) : null))
            .For(RoleWords.All).Says<CertificateView>("Shows a certificate.");
        api.MapGet("/certificates/{id}/{form}", DownloadAsync)
            .For(RoleWords.All).WithSummary("Gives a certificate as html, json, csv, dcc or fhir.")
            .Produces(StatusCodes.Status200OK, contentType: "text/html");
        api.MapPost("/certificates/{id}/revocation", (string id, RevokeCertificate body, HttpContext http, ClinicRequests requests, CertificateViews views) => requests.ChangeAsync(
                http, body, (state, who) => CertificateRules.Revoke(state, id, body, who), (state, made) => views.Of(state, state.Certificates.All[made])))
            .For(CertificateRules.Authorisers).NeedsSignature().Says<CertificateView>("Takes a certificate back, for ever, signed.")
            .Gives(CertificateProblems.Revoked, CertificateProblems.NotAuthorised);
    }

    private static async Task<IResult> DownloadAsync(string id, string form, HttpContext http, ISiteJournal journal)
    {
        if (!CertificateForms.All.TryGetValue(form, out (Func<SignedCertificate, string> Make, string ContentType) kind))
        {
            return ProblemAnswer.Of(ClinicProblems.Unknown.With($"A certificate comes as one of {string.Join(", ", CertificateForms.All.Keys)}."));
        }

        IReadOnlyList<JournalRow> rows = await journal.ReadStreamAsync(CertificateIssued.StreamOf(id), http.RequestAborted);
        CertificateIssued? issued = rows.Select(ClinicEventCodec.Decode).Select(fact => fact.Event).OfType<CertificateIssued>().FirstOrDefault();
        if (issued is null || SignedCertificate.Read(issued.Document, out _) is not { } signed)
        {
            return ProblemAnswer.Of(ClinicProblems.Unknown.With("There is no certificate of this number."));
        }

        // Never run as a page of this site: it is a document to save or to print.
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{id}.{(form == "dcc" ? "xml" : form)}\"";
        return Results.Text(kind.Make(signed), kind.ContentType + "; charset=utf-8");
    }
}
