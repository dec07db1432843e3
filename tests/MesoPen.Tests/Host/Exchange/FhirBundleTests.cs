using System.Text.Json.Nodes;
using MesoPen.Host.Exchange;
using MesoPen.Host.Exchange.Fhir;
using MesoPen.Tests.Walls;

namespace MesoPen.Tests;

public sealed class FhirBundleTests
{
    private const string Golden = "tests/MesoPen.Tests/Host/Exchange/session.fhir.json";

    // Aim: a full dossier and the least one both give bundles that break no rule of R4.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_bundle_breaks_no_rule(bool full) => Assert.Empty(R4Checker.Faults(Bundle(full ? DossierScene.Full : DossierScene.Least)));

    // Aim: the bundle is the stored one, byte for byte: a change of what leaves the house is seen in review. MESOPEN_GOLDEN=write stores it anew.
    [Fact]
    public void The_bundle_is_the_stored_one()
    {
        string made = FhirBundle.Of(DossierScene.Full);
        if (Environment.GetEnvironmentVariable("MESOPEN_GOLDEN") == "write")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Golden), made);
        }

        Assert.Equal(Repository.Read(Golden), made);
    }

    // Aim: the same session gives the same bytes, whatever the order in which its parts were read; another site's ids are all others.
    [Fact]
    public void The_same_session_gives_the_same_bytes()
    {
        Dossier turned = DossierScene.Full with
        {
            Outcomes = [.. DossierScene.Full.Outcomes.Reverse()],
            People = DossierScene.Full.People.Reverse().ToDictionary(),
            Device = DossierScene.Full.Device! with { Calibrations = [.. DossierScene.Full.Device!.Calibrations.Reverse()] },
        };
        Assert.Equal(FhirBundle.Of(DossierScene.Full), FhirBundle.Of(turned));
        Assert.Empty(Ids(Bundle(DossierScene.Full)).Intersect(Ids(Bundle(DossierScene.Full with { SiteKey = new string('9', 64) }))));
    }

    // Aim: what was given is stated exactly: one administration a zone, in uL, and a zone with an unsettled shot claims nothing certain.
    [Fact]
    public void Each_zone_has_its_dose_in_microlitres()
    {
        JsonNode[] given = [.. Resources(Bundle(DossierScene.Full), "MedicationAdministration")];
        Assert.Equal(["300", "62.5"], given.Select(each => each["dosage"]!["dose"]!["value"]!.ToJsonString()));
        Assert.Equal(["completed", "unknown"], given.Select(each => (string)each["status"]!));
        Assert.Contains("6.25 uL", (string)given[1]["note"]![0]!["text"]!, StringComparison.Ordinal);
        Assert.Equal(["urn:mesopen:zone", "http://snomed.info/sct"], given[0]["dosage"]!["site"]!["coding"]!.AsArray().Select(each => (string)each!["system"]!));
        Assert.Single(given[1]["dosage"]!["site"]!["coding"]!.AsArray());
    }

    // Aim: an outcome keeps the digits that the instrument showed.
    [Fact]
    public void An_outcome_keeps_its_digits() =>
        Assert.Equal(["41.30", "-2"], Resources(Bundle(DossierScene.Full), "Observation").Select(each => each["valueQuantity"]!["value"]!.ToJsonString()));

    // Aim: neither the patient's initials nor any skin type leaves with a bundle: the patient is an id, a gender and a year.
    [Fact]
    public void The_patient_is_an_id_a_gender_and_a_year()
    {
        JsonNode patient = Assert.Single(Resources(Bundle(DossierScene.Full), "Patient"));
        Assert.Equal(["resourceType", "id", "identifier", "gender", "birthDate"], patient.AsObject().Select(each => each.Key));
        Assert.Equal("1980", (string?)patient["birthDate"]);
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        { "no such element", "Patient", """{"nickname":"A"}""" },
        { "missing", "Procedure", """{"status":null}""" },
        { "must be an array", "Patient", """{"identifier":{"value":"A"}}""" },
        { "empty array", "Patient", """{"identifier":[]}""" },
        { "empty object", "Procedure", """{"performedPeriod":{}}""" },
        { "leads to no entry", "Procedure", """{"subject":{"reference":"urn:uuid:0","type":"Patient"}}""" },
        { "binding requires", "Procedure", """{"status":"done"}""" },
        { "no unit of UCUM", "Observation", """{"valueQuantity":{"value":1,"system":"http://unitsofmeasure.org","code":"AU"}}""" },
        { "is no date", "Patient", """{"birthDate":"1980-1"}""" },
        { "is no instant", "Provenance", """{"recorded":"2031-05-06"}""" },
        { "is no string", "Device", """{"lotNumber":7}""" },
    };

    // Aim: the checker can fail: each fault, planted in a good bundle, is found.
    [Theory]
    [MemberData(nameof(Faults))]
    public void The_checker_finds_a_planted_fault(string fault, string type, string change)
    {
        JsonObject bundle = Bundle(DossierScene.Full);
        JsonObject resource = Resources(bundle, type).First().AsObject();
        foreach ((string name, JsonNode? value) in JsonNode.Parse(change)!.AsObject())
        {
            resource.Remove(name);
            if (value is not null)
            {
                resource[name] = value.DeepClone();
            }
        }

        Assert.Contains(R4Checker.Faults(bundle), each => each.Contains(fault, StringComparison.Ordinal));
    }

    private static JsonObject Bundle(Dossier dossier) => JsonNode.Parse(FhirBundle.Of(dossier))!.AsObject();

    private static IEnumerable<JsonNode> Resources(JsonObject bundle, string type) =>
        bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!).Where(resource => (string?)resource["resourceType"] == type);

    private static IEnumerable<string> Ids(JsonObject bundle) => bundle["entry"]!.AsArray().Select(entry => (string)entry!["resource"]!["id"]!);
}
