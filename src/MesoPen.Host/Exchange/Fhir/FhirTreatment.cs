using System.Globalization;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic.Outcomes;
using static MesoPen.Host.Exchange.Fhir.FhirJson;

namespace MesoPen.Host.Exchange.Fhir;

/// <summary>The session itself, the consent to it, and what came of it.</summary>
internal static class FhirTreatment
{
    public static void Add(FhirBundle bundle)
    {
        Dossier dossier = bundle.Dossier;
        bundle.Add(
            "Procedure", dossier.SessionId,
            ("identifier", Identifier("session", dossier.SessionId)),
            ("status", Status(dossier)),
            ("code", Concept("Mesotherapy with a device", Coding("urn:mesopen:procedure", "mesotherapy"))),
            ("subject", bundle.Reference("Patient", dossier.Patient.Id)),
            ("performedPeriod", Period(dossier.BeganAt, dossier.EndedAt)),
            ("performer", List(Some(("actor", bundle.Doer(dossier.ClinicianId))))),
            ("bodySite", List(dossier.Zones.Select(zone => FhirCodes.Zone(zone.Zone)))),
            ("usedReference", List(
            [
                .. FhirDevices.Used(bundle),
                dossier.Products.Count == 0 ? null : bundle.Reference("Medication", FhirMedications.CartridgeKey(dossier)),
            ])));
        if (dossier.Consent is { } consent)
        {
            Consent(bundle, consent);
        }

        foreach (Outcome outcome in dossier.Outcomes.OrderBy(each => each.Id, StringComparer.Ordinal))
        {
            Observation(bundle, outcome);
        }

        foreach (AdverseEvent adverse in dossier.AdverseEvents.OrderBy(each => each.Id, StringComparer.Ordinal))
        {
            AdverseEvent(bundle, adverse);
        }
    }

    /// <summary>A session that was ended before its end was stopped; one without an end is under way.</summary>
    private static string Status(Dossier dossier) => dossier.Outcome switch
    {
        "open" => "in-progress",
        "completed" => "completed",
        _ => "stopped",
    };

    private static void Consent(FhirBundle bundle, DossierConsent consent) => bundle.Add(
        "Consent", consent.Id,
        ("identifier", Identifier("consent", consent.Id)),
        ("status", "active"),
        ("scope", Concept(null, Coding(FhirCodes.Terms + "consentscope", "treatment"))),
        ("category", List(Concept("Consent to treatment", Coding("urn:mesopen:consent", "treatment")))),
        ("patient", bundle.Reference("Patient", bundle.Dossier.Patient.Id)),
        ("dateTime", Instant(consent.GivenAt)),
        ("performer", List(bundle.Reference("Patient", bundle.Dossier.Patient.Id))),
        ("policyRule", Concept("Text of the consent", Coding("urn:mesopen:consent-text", consent.TextVersion))),
        ("verification", List(Some(
            ("verified", true), ("verifiedWith", bundle.Reference("Patient", bundle.Dossier.Patient.Id)), ("verificationDate", Instant(consent.GivenAt))))));

    private static void Observation(FhirBundle bundle, Outcome outcome)
    {
        OutcomeDetails details = outcome.Details;
        string measure = details.Measure.ToString().ToLowerInvariant();
        bundle.Add(
            "Observation", outcome.Id,
            ("identifier", Identifier("outcome", outcome.Id)),
            ("partOf", List(bundle.Reference("Procedure", bundle.Dossier.SessionId))),
            ("status", "final"),
            ("code", Concept(details.ScoreName ?? details.Measure.ToString(), Coding("urn:mesopen:measure", measure))),
            ("subject", bundle.Reference("Patient", bundle.Dossier.Patient.Id)),
            ("effectiveDateTime", Day(details.Day)),
            ("issued", Instant(outcome.EnteredAt)),
            ("performer", bundle.Dossier.People.ContainsKey(outcome.By) ? List(bundle.Doer(outcome.By)) : null),
            ("valueQuantity", Quantity(decimal.Parse(details.Value, NumberStyles.Number, CultureInfo.InvariantCulture), details.Unit)),
            ("note", details.Note is { Length: > 0 } note ? List(Some(("text", note))) : null),
            ("bodySite", FhirCodes.Zone(details.Zone)),
            ("device", details.Instrument is null ? null : Some(("display", details.Instrument))));
    }

    private static void AdverseEvent(FhirBundle bundle, AdverseEvent adverse)
    {
        AdverseEventDetails details = adverse.Details;
        Dossier dossier = bundle.Dossier;
        bundle.Add(
            "AdverseEvent", adverse.Id,
            ("extension", List(
                details.Zone is null ? null : Some(("url", "urn:mesopen:extension:zone"), ("valueCodeableConcept", FhirCodes.Zone(details.Zone))),
                details.FirstShot is null ? null : Some(("url", "urn:mesopen:extension:first-shot"), ("valueInteger", details.FirstShot)),
                details.LastShot is null ? null : Some(("url", "urn:mesopen:extension:last-shot"), ("valueInteger", details.LastShot)),
                details.ResolvedDay is null ? null : Some(("url", "urn:mesopen:extension:resolved-on"), ("valueDate", Day(details.ResolvedDay))))),
            ("identifier", Identifier("adverse-event", adverse.Id)[0]!.DeepClone()),
            ("actuality", "actual"),
            ("event", Concept(details.Description)),
            ("subject", bundle.Reference("Patient", dossier.Patient.Id)),
            ("date", Day(details.OnsetDay)),
            ("recordedDate", Instant(adverse.ReportedAt)),
            ("seriousness", Term("adverse-event-seriousness", details.Serious ? "Serious" : "Non-serious")),
            ("severity", Term("adverse-event-severity", FhirCodes.Word(details.Severity))),
            ("outcome", Term("adverse-event-outcome", FhirCodes.Word(details.Outcome))),
            ("recorder", bundle.Dossier.People.ContainsKey(adverse.ReportedBy) ? bundle.Doer(adverse.ReportedBy) : null),
            ("suspectEntity", List(Suspects(bundle, details).Select(suspect => Some(
                ("instance", suspect),
                ("causality", List(Some(("assessment", Term("adverse-event-causality-assess", FhirCodes.Word(details.Relation)))))))))));
    }

    private static IEnumerable<JsonObject> Suspects(FhirBundle bundle, AdverseEventDetails details)
    {
        Dossier dossier = bundle.Dossier;
        yield return bundle.Reference("Procedure", dossier.SessionId);
        foreach (DossierZone zone in dossier.Zones.Where(zone => zone.Zone == details.Zone))
        {
            yield return bundle.Reference("MedicationAdministration", FhirMedications.ZoneKey(dossier, zone));
        }

        if (dossier.Products.Any(product => product.Id == details.ProductId && product.Lot == details.Lot))
        {
            yield return bundle.Reference("Medication", details.ProductId + "/" + details.Lot);
        }

        if (dossier.Device is { } device && device.Serial == details.DeviceSerial)
        {
            yield return bundle.Reference("Device", FhirDevices.GunKey(dossier));
        }

        foreach (DossierHead head in dossier.Heads.Where(head => head.Id == details.HeadId))
        {
            yield return bundle.Reference("Device", FhirDevices.HeadKey(head));
        }
    }

    private static JsonObject Term(string system, string code) => Concept(null, Coding(FhirCodes.Terms + system, code));
}
