using System.Globalization;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic.People;
using static MesoPen.Host.Exchange.Fhir.FhirJson;

namespace MesoPen.Host.Exchange.Fhir;

/// <summary>Who vouches for the session (Provenance, with signatures) and what was done in it (AuditEvent, one a row of the journal).</summary>
internal static class FhirTrail
{
    public static void Add(FhirBundle bundle)
    {
        Dossier dossier = bundle.Dossier;
        bundle.Add(
            "Provenance", dossier.SessionId,
            ("target", List(
            [
                bundle.Reference("Procedure", dossier.SessionId),
                .. dossier.Zones.Select(zone => bundle.Reference("MedicationAdministration", FhirMedications.ZoneKey(dossier, zone))),
            ])),
            ("occurredPeriod", Period(dossier.BeganAt, dossier.EndedAt)),
            ("recorded", Instant(dossier.EndedAt)),
            ("agent", List(
                Some(("type", Agent("performer")), ("who", bundle.Doer(dossier.ClinicianId))),
                Some(("type", Agent("assembler")), ("who", bundle.Reference("Device", FhirDevices.StationKey(dossier)))))),
            ("entity", List(Some(("role", "source"), ("what", Some(("identifier", Identifier("journal-hash", dossier.LastHash)[0]!.DeepClone())))))),
            ("signature", List(dossier.Signatures
                .OrderBy(each => each.At).ThenBy(each => each.PersonId, StringComparer.Ordinal).ThenBy(each => each.Meaning, StringComparer.Ordinal)
                .Select(signature => Signed(bundle, signature)))));
        foreach (DossierStep step in dossier.Steps)
        {
            Step(bundle, step);
        }
    }

    private static JsonObject Agent(string code) => Concept(null, Coding(FhirCodes.Terms + "provenance-participant-type", code));

    /// <summary>What is signed is a hash: it stands as the signature's data. The meaning is the printed one, in our own code system.</summary>
    private static JsonObject? Signed(FhirBundle bundle, Signature signature) => Some(
        ("type", List(Coding("urn:mesopen:signature-meaning", signature.Meaning))),
        ("when", Instant(signature.At)),
        ("who", bundle.Doer(signature.PersonId)),
        ("sigFormat", "application/octet-stream"),
        ("data", Convert.ToBase64String(Convert.FromHexString(signature.Sha256))));

    private static void Step(FhirBundle bundle, DossierStep step)
    {
        string key = step.Sequence.ToString(CultureInfo.InvariantCulture);
        bundle.Add(
            "AuditEvent", bundle.Dossier.SessionId + "/" + step.Hash,
            ("type", Coding("urn:mesopen:row-kind", step.Kind)),
            ("action", "E"),
            ("recorded", Instant(step.At)),
            ("outcome", "0"),
            ("agent", List(Some(("who", bundle.Doer(step.By)), ("requestor", step.By is not null && bundle.Dossier.People.ContainsKey(step.By))))),
            ("source", Some(("observer", bundle.Reference("Device", FhirDevices.StationKey(bundle.Dossier))))),
            ("entity", List(Some(
                ("what", bundle.Reference("Procedure", bundle.Dossier.SessionId)),
                ("detail", List(Detail("sequence", key), Detail("hash", step.Hash)))))));
    }

    private static JsonObject? Detail(string type, string value) => Some(("type", type), ("valueString", value));
}
