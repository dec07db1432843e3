using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MesoPen.Host.Exchange.Fhir;

/// <summary>
/// A session as a FHIR R4 bundle (hl7.org/fhir/R4), a collection whose references all lead to its own entries. Pure: the same dossier gives the same
/// bytes, for ids are made from what things are, and no time but the records' own is in it.
/// </summary>
internal sealed class FhirBundle
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    private readonly JsonArray _entries = [];
    private readonly HashSet<string> _ids = [];

    private FhirBundle(Dossier dossier) => Dossier = dossier;

    /// <summary>What it is of.</summary>
    public Dossier Dossier { get; }

    /// <summary>The bundle as JSON in UTF-8 text, indented, ending in a line feed.</summary>
    public static string Of(Dossier dossier)
    {
        FhirBundle bundle = new(dossier);
        FhirPeople.Add(bundle);
        FhirDevices.Add(bundle);
        FhirMedications.Add(bundle);
        FhirTreatment.Add(bundle);
        FhirTrail.Add(bundle);
        JsonObject made = FhirJson.Some(
            ("resourceType", "Bundle"), ("id", FhirJson.Uuid(dossier.SiteKey, "Bundle", bundle._entries.ToJsonString())),
            ("identifier", FhirJson.Identifier("session", dossier.SessionId)[0]!.DeepClone()), ("type", "collection"), ("entry", bundle._entries))!;
        return made.ToJsonString(Form) + "\n";
    }

    /// <summary>Adds a resource, once: what is there already is left as it is.</summary>
    /// <param name="type">Type of the resource.</param>
    /// <param name="key">What tells it from others of its type at this site.</param>
    /// <param name="fields">Its elements.</param>
    public void Add(string type, string key, params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        string id = FhirJson.Uuid(Dossier.SiteKey, type, key);
        if (!_ids.Add(id))
        {
            return;
        }

        JsonObject resource = FhirJson.Some([("resourceType", type), ("id", id), .. fields])!;
        _entries.Add(FhirJson.Some(("fullUrl", "urn:uuid:" + id), ("resource", resource)));
    }

    /// <summary>A reference to a resource of this bundle.</summary>
    public JsonObject Reference(string type, string key) => FhirJson.Some(
        ("reference", "urn:uuid:" + FhirJson.Uuid(Dossier.SiteKey, type, key)), ("type", type))!;

    /// <summary>A reference to who did something: a person, or the station.</summary>
    public JsonObject Doer(string? id) => id is not null && Dossier.People.ContainsKey(id)
        ? Reference("Practitioner", id)
        : Reference("Device", FhirDevices.StationKey(Dossier));
}
