using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using static MesoPen.Host.Exchange.Fhir.FhirJson;

namespace MesoPen.Host.Calibration;

/// <summary>
/// A certificate as FHIR R4: the device with its DeviceMetric, in the words of a session's bundle. Ids are made from the site's key and what things are,
/// so the same certificate gives the same bytes.
/// </summary>
internal static class CertificateFhir
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    /// <summary>The file.</summary>
    public static string Of(SignedCertificate signed)
    {
        ArgumentNullException.ThrowIfNull(signed);
        CalibrationCertificate certificate = signed.Certificate;
        CalibratedDevice device = certificate.Data.Device;
        string site = certificate.Key.Fingerprint;
        string quantity = FigureText.Word(certificate.Data.Kind);
        string gunId = Uuid(site, "Device", "gun/" + device.Serial);
        JsonObject gun = Some(
            ("resourceType", "Device"), ("id", gunId),
            ("identifier", Identifier("device", device.Serial)),
            ("serialNumber", device.Serial),
            ("deviceName", List(Some(("name", device.Model), ("type", "model-name")))),
            ("modelNumber", device.Model),
            ("type", Concept("Mesotherapy gun or injection pen", Coding("urn:mesopen:device-sort", "gun"))),
            ("version", List(Some(("type", Concept("Firmware")), ("value", device.Firmware)))),
            ("note", device.Simulated ? List(Some(("text", CertificateStatements.Simulated))) : null))!;
        JsonObject metric = Metric(signed, gunId, quantity, Uuid(site, "DeviceMetric", $"gun/{device.Serial}/{quantity}/{certificate.Number}"));
        return Some(
            ("resourceType", "Bundle"), ("id", Uuid(site, "Bundle", certificate.Number)),
            ("identifier", Identifier("certificate", certificate.Number)[0]!.DeepClone()), ("type", "collection"),
            ("entry", List(Entry(gun), Entry(metric))))!.ToJsonString(Form) + "\n";
    }

    private static JsonObject Metric(SignedCertificate signed, string gunId, string quantity, string id)
    {
        CalibrationCertificate certificate = signed.Certificate;
        (string text, string unit) = certificate.Data.Kind switch
        {
            CalibrationKind.Volume => ("Volume of a shot", "uL"),
            CalibrationKind.Depth => ("Depth of a shot", "um"),
            _ => ("Pressure of occlusion", "kPa"),
        };
        return Some(
            ("resourceType", "DeviceMetric"), ("id", id),
            ("extension", List(Some(("url", "urn:mesopen:extension:certificate-due"), ("valueDate", Day(certificate.DueDay))))),
            ("identifier", new JsonArray([.. Identifier("certificate", certificate.Number).Concat(Identifier("certificate-sha256", signed.Sha256)).Select(each => each!.DeepClone())])),
            ("type", Concept(text, Coding("urn:mesopen:metric", quantity))),
            ("unit", Concept(unit, Coding(Ucum, unit))),
            ("source", Some(("reference", "urn:uuid:" + gunId), ("type", "Device"))),
            ("category", "setting"),
            ("calibration", List(Some(
                ("type", "unspecified"), ("state", "calibrated"), ("time", Instant(DateTimeOffset.FromUnixTimeMilliseconds(certificate.Data.EndedAtUnixMs)))))))!;
    }

    private static JsonObject? Entry(JsonObject resource) => Some(("fullUrl", "urn:uuid:" + (string)resource["id"]!), ("resource", resource));
}
