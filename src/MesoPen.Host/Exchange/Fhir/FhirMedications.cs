using System.Globalization;
using System.Text.Json.Nodes;
using static MesoPen.Host.Exchange.Fhir.FhirJson;

namespace MesoPen.Host.Exchange.Fhir;

/// <summary>What was in the cartridge, by batch, and what each zone got of it.</summary>
internal static class FhirMedications
{
    public static void Add(FhirBundle bundle)
    {
        Dossier dossier = bundle.Dossier;
        foreach (DossierProduct product in dossier.Products)
        {
            bundle.Add(
                "Medication", Key(product),
                ("identifier", Identifier("product", product.Id)),
                ("code", Concept(
                    product.Name,
                    Coding("urn:mesopen:product", product.Id, product.Name),
                    product.Gtin is null ? null : Coding("https://www.gs1.org/gtin", product.Gtin))),
                ("status", "active"),
                ("manufacturer", Some(("display", product.Manufacturer))),
                ("ingredient", List(product.Ingredients.Select(name => Some(("itemCodeableConcept", Concept(name)))))),
                ("batch", Some(("lotNumber", product.Lot), ("expirationDate", Day(product.Expires)))));
        }

        if (dossier.Products.Count > 1)
        {
            bundle.Add(
                "Medication", CartridgeKey(dossier),
                ("code", Concept("Mixture: " + string.Join(" + ", dossier.Products.Select(product => product.Name)))),
                ("status", "active"),
                ("ingredient", List(dossier.Products.Select(product => Some(
                    ("itemReference", bundle.Reference("Medication", Key(product))), ("strength", Strength(dossier, product)))))));
        }

        foreach (DossierZone zone in dossier.Zones)
        {
            Zone(bundle, zone);
        }
    }

    /// <summary>Key of what was in the cartridge.</summary>
    public static string CartridgeKey(Dossier dossier) =>
        dossier.Products is [{ } only] ? Key(only) : "mixture/" + dossier.SessionId;

    public static string ZoneKey(Dossier dossier, DossierZone zone) => dossier.SessionId + "/" + zone.Zone;

    private static string Key(DossierProduct product) => product.Id + "/" + product.Lot;

    /// <summary>Its part of the whole mixture; null if the recipe is not on record.</summary>
    private static JsonObject? Strength(Dossier dossier, DossierProduct product) =>
        product.PartNl is { } part && dossier.Products.All(each => each.PartNl is not null)
            ? Some(("numerator", Microlitres(part)), ("denominator", Microlitres(dossier.Products.Sum(each => each.PartNl!.Value))))
            : null;

    private static void Zone(FhirBundle bundle, DossierZone zone)
    {
        Dossier dossier = bundle.Dossier;
        string text = string.Create(CultureInfo.InvariantCulture, $"{zone.Shots} shots, needle length at most {zone.DepthMaxUm} um");
        bundle.Add(
            "MedicationAdministration", ZoneKey(dossier, zone),
            ("partOf", List(bundle.Reference("Procedure", dossier.SessionId))),

            // As long as a shot is not settled, nobody knows what was administered.
            ("status", zone.UnknownNl > 0 ? "unknown" : zone.DeliveredNl == 0 ? "not-done" : dossier.Outcome == "open" ? "in-progress" : "completed"),
            ("medicationReference", bundle.Reference("Medication", CartridgeKey(dossier))),
            ("subject", bundle.Reference("Patient", dossier.Patient.Id)),
            ("effectivePeriod", Period(zone.From, zone.To)),
            ("performer", List(Some(("actor", bundle.Doer(dossier.ClinicianId))))),
            ("device", List(FhirDevices.Used(bundle))),
            ("note", zone.UnknownNl == 0 ? null : List(Some(("text", string.Create(
                CultureInfo.InvariantCulture, $"Up to {zone.UnknownNl / 1000m} uL more may have been injected: shots that are not settled."))))),
            ("dosage", Some(("text", text), ("site", FhirCodes.Zone(zone.Zone)), ("dose", Microlitres(zone.DeliveredNl)))));
    }
}
