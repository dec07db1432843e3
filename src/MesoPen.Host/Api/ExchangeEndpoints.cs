using MesoPen.Host.Clinic.People;
using MesoPen.Host.Exchange;
using MesoPen.Host.Exchange.Csv;
using MesoPen.Host.Exchange.Deidentified;
using MesoPen.Host.Exchange.Fhir;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>What leaves the house: sessions as FHIR and CSV, lists as CSV, and de-identified data.</summary>
internal static class ExchangeEndpoints
{
    private const string Csv = "text/csv";
    private const string Fhir = "application/fhir+json";

    public static void Map(RouteGroupBuilder api)
    {
        // A clinician takes out his or her own sessions, an auditor all: the desk tells them apart.
        Session(api, "fhir", "fhir", Fhir, FhirBundle.Of, "Gives a session as a FHIR R4 bundle.");
        Session(api, "shots.csv", "shots-csv", Csv, SessionCsv.Shots, "Gives a session shot by shot, as CSV.");
        Session(api, "zones.csv", "zones-csv", Csv, SessionCsv.Zones, "Gives a session zone by zone, as CSV.");
        api.MapGet("/exports/lists/{list}", (string list, HttpContext http, ExchangeDesk exchange) => exchange.ListAsync(http, list))
            .For(Role.Auditor).WithSummary("Gives a list as CSV: sessions, outcomes, adverse-events or follow-ups.")
            .Produces(StatusCodes.Status200OK, contentType: Csv);
        api.MapGet("/exports/deidentified/preview", (HttpContext http, ExchangeDesk exchange) => exchange.PreviewAsync(http))
            .For(Role.Auditor | Role.Administrator)
            .Says<DeidentifiedExport>("Shows what a de-identified export would hold: fields, how each is made, first rows.");
        api.MapPost("/exports/deidentified", (HttpContext http, ExchangeDesk exchange) => exchange.DeidentifiedAsync(http))
            .For(Role.Auditor | Role.Administrator).WithoutKey()
            .Says<DeidentifiedExport>("Gives a de-identified export, under pseudonyms that no other export has.");
    }

    private static void Session(RouteGroupBuilder api, string path, string form, string contentType, Func<Dossier, string> make, string summary) =>
        api.MapGet("/sessions/{id}/" + path, (string id, HttpContext http, ExchangeDesk exchange) =>
            exchange.SessionAsync(http, id, form, contentType, make))
            .For(Role.Clinician | Role.Auditor).WithSummary(summary).Produces(StatusCodes.Status200OK, contentType: contentType)
            .Gives(ExchangeProblems.NotOwnSession);
}
