using MesoPen.Host.Clinic.People;
using MesoPen.Host.Exchange.Csv;
using MesoPen.Host.Exchange.Fhir;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>What leaves the house: sessions as FHIR and CSV, lists as CSV, and de-identified data.</summary>
internal static class ExchangeEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void Map(RouteGroupBuilder api)
    {
        // A clinician takes out his or her own sessions, an auditor all: the desk tells them apart.
        api.MapGet("/sessions/{id}/fhir", (string id, HttpContext http, ExchangeDesk exchange) =>
            exchange.SessionAsync(http, id, "fhir", "application/fhir+json", FhirBundle.Of))
            .For(Role.Clinician | Role.Auditor);
        api.MapGet("/sessions/{id}/shots.csv", (string id, HttpContext http, ExchangeDesk exchange) =>
            exchange.SessionAsync(http, id, "shots-csv", Csv, SessionCsv.Shots))
            .For(Role.Clinician | Role.Auditor);
        api.MapGet("/sessions/{id}/zones.csv", (string id, HttpContext http, ExchangeDesk exchange) =>
            exchange.SessionAsync(http, id, "zones-csv", Csv, SessionCsv.Zones))
            .For(Role.Clinician | Role.Auditor);
        api.MapGet("/exports/lists/{list}", (string list, HttpContext http, ExchangeDesk exchange) => exchange.ListAsync(http, list))
            .For(Role.Auditor);
        api.MapGet("/exports/deidentified/preview", (HttpContext http, ExchangeDesk exchange) => exchange.PreviewAsync(http))
            .For(Role.Auditor | Role.Administrator);
        api.MapPost("/exports/deidentified", (HttpContext http, ExchangeDesk exchange) => exchange.DeidentifiedAsync(http))
            .For(Role.Auditor | Role.Administrator);
    }
}
