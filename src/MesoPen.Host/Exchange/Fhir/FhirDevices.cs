using System.Globalization;
using System.Text.Json.Nodes;
using static MesoPen.Host.Exchange.Fhir.FhirJson;

namespace MesoPen.Host.Exchange.Fhir;

/// <summary>The gun with its calibrated quantities, the needle head, the station, and that the first two were used on the patient.</summary>
internal static class FhirDevices
{
    private const string Sorts = "urn:mesopen:device-sort";

    public static string GunKey(Dossier dossier) => "gun/" + dossier.Device!.Serial;

    public static string HeadKey(DossierHead head) => "head/" + head.Id;

    /// <summary>References to the gun, if one answered, and to the needle heads.</summary>
    public static IEnumerable<JsonNode?> Used(FhirBundle bundle) =>
    [
        bundle.Dossier.Device is null ? null : bundle.Reference("Device", GunKey(bundle.Dossier)),
        .. bundle.Dossier.Heads.Select(head => bundle.Reference("Device", HeadKey(head))),
    ];

    public static string StationKey(Dossier dossier) => "station/" + dossier.Station;

    public static void Add(FhirBundle bundle)
    {
        Dossier dossier = bundle.Dossier;
        bundle.Add(
            "Device", StationKey(dossier),
            ("identifier", Identifier("station", dossier.Station)),
            ("deviceName", List(Some(("name", "MesoPen host"), ("type", "other")))),
            ("type", Concept("Host software of an injection gun", Coding(Sorts, "host"))));
        foreach (DossierHead head in dossier.Heads)
        {
            string needles = string.Create(CultureInfo.InvariantCulture, $"Needle head, {head.Needles} needle{(head.Needles == 1 ? "" : "s")}");
            bundle.Add(
                "Device", HeadKey(head),
                ("identifier", Identifier("needle-head", head.Id)),
                ("expirationDate", Day(head.SterileUntil)),
                ("lotNumber", head.Lot),
                ("type", Concept(needles, Coding(Sorts, "needle-head"))));
            Use(bundle, HeadKey(head));
        }

        if (dossier.Device is { } device)
        {
            bundle.Add(
                "Device", GunKey(dossier),
                ("identifier", Identifier("device", device.Serial)),
                ("serialNumber", device.Serial),
                ("deviceName", List(Some(("name", device.Family), ("type", "model-name")))),
                ("modelNumber", device.Family),
                ("type", Concept("Mesotherapy gun or injection pen", Coding(Sorts, "gun"))),
                ("version", device.Firmware is null ? null : List(Some(("type", Concept("Firmware")), ("value", device.Firmware)))));
            foreach (DossierCalibration each in device.Calibrations.OrderBy(each => each.Quantity, StringComparer.Ordinal))
            {
                Metric(bundle, each);
            }

            Use(bundle, GunKey(dossier));
        }
    }

    private static void Metric(FhirBundle bundle, DossierCalibration calibration)
    {
        string unit = calibration.Quantity == "volume" ? "uL" : "um";
        bundle.Add(
            "DeviceMetric", GunKey(bundle.Dossier) + "/" + calibration.Quantity,
            ("type", Concept(calibration.Quantity == "volume" ? "Volume of a shot" : "Depth of a shot", Coding("urn:mesopen:metric", calibration.Quantity))),
            ("unit", Concept(unit, Coding(Ucum, unit))),
            ("source", bundle.Reference("Device", GunKey(bundle.Dossier))),
            ("category", "setting"),
            ("calibration", List(Some(
                ("type", "unspecified"), ("state", FhirCodes.Word(calibration.State)), ("time", calibration.At is { } at ? Instant(at) : null)))));
    }

    private static void Use(FhirBundle bundle, string key) => bundle.Add(
        "DeviceUseStatement", bundle.Dossier.SessionId + "/" + key,
        ("status", bundle.Dossier.Outcome == "open" ? "active" : "completed"),
        ("subject", bundle.Reference("Patient", bundle.Dossier.Patient.Id)),
        ("timingPeriod", Period(bundle.Dossier.BeganAt, bundle.Dossier.EndedAt)),
        ("source", bundle.Doer(bundle.Dossier.ClinicianId)),
        ("device", bundle.Reference("Device", key)));
}
