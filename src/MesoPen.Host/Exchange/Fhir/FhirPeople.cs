using System.Globalization;
using static MesoPen.Host.Exchange.Fhir.FhirJson;

namespace MesoPen.Host.Exchange.Fhir;

/// <summary>Patient (id, gender and year of birth; no name) and the people who worked.</summary>
internal static class FhirPeople
{
    public static void Add(FhirBundle bundle)
    {
        Dossier dossier = bundle.Dossier;
        bundle.Add(
            "Patient", dossier.Patient.Id,
            ("identifier", Identifier("patient", dossier.Patient.Id)),
            ("gender", dossier.Patient.Sex.ToString().ToLowerInvariant()),
            ("birthDate", dossier.Patient.BirthYear.ToString("D4", CultureInfo.InvariantCulture)));
        foreach ((string id, string name) in dossier.People.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            bundle.Add("Practitioner", id, ("identifier", Identifier("person", id)), ("name", List(Some(("text", name)))));
        }
    }
}
