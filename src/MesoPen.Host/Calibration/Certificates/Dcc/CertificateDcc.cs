using System.Globalization;
using System.Text;
using System.Xml;

namespace MesoPen.Host.Calibration;

/// <summary>
/// A certificate as PTB's Digital Calibration Certificate, XML. It carries the record that it was made from as its document, so it can be checked by
/// itself: made anew from that record it must be the same, byte by byte.
/// </summary>
internal static class CertificateDcc
{
    // ISO 3166-1 leaves this code to its users: the laboratory did not state its country, which the schema asks for.
    private const string CountryNotStated = "ZZ";

    /// <summary>The file.</summary>
    public static string Of(SignedCertificate signed)
    {
        ArgumentNullException.ThrowIfNull(signed);
        DccWriter dcc = new();
        FigureIndex figures = new(signed.Certificate.Figures);
        dcc.Root(() =>
        {
            dcc.In("administrativeData", () => Administrative(dcc, signed));
            dcc.In("measurementResults", () => DccResults.Add(dcc, signed.Certificate, figures));
            dcc.In("document", () =>
            {
                dcc.Text("fileName", signed.Certificate.Number + ".json");
                dcc.Text("mimeType", "application/json");
                dcc.Text("dataBase64", Convert.ToBase64String(Encoding.UTF8.GetBytes(signed.ToJson())));
            });
        });
        return dcc.ToString();
    }

    /// <summary>The record in a file; null if there is none.</summary>
    public static string? RecordIn(string xml)
    {
        try
        {
            XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using XmlReader reader = XmlReader.Create(new StringReader(xml), settings);
            return reader.ReadToFollowing("document", DccWriter.Dcc) && reader.ReadToDescendant("dataBase64", DccWriter.Dcc)
                ? new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(reader.ReadElementContentAsString()))
                : null;
        }
        catch (Exception none) when (none is XmlException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static void Administrative(DccWriter dcc, SignedCertificate signed)
    {
        CalibrationCertificate certificate = signed.Certificate;
        CalibrationData data = certificate.Data;
        string country = data.Setup.Country ?? CountryNotStated;
        dcc.In("dccSoftware", () => dcc.In("software", () =>
        {
            dcc.Words("name", certificate.Software.Split(' ')[0]);
            dcc.Text("release", certificate.Software.Split(' ')[^1]);
            dcc.Text("type", "application");
        }));
        dcc.In("coreData", () => Core(dcc, signed, country));
        dcc.In("items", () => dcc.In("item", () => Item(dcc, data)));
        dcc.In("calibrationLaboratory", () => dcc.Contact("contact", certificate.Site, data.Setup.Place, country));
        dcc.In("respPersons", () =>
        {
            Person(dcc, signed.Authorised, main: true);
            Person(dcc, certificate.Measured, main: false);
        });
        dcc.Contact("customer", data.Setup.Customer, data.Setup.Customer, country);
        dcc.In("statements", () => Statements(dcc, certificate));
    }

    private static void Core(DccWriter dcc, SignedCertificate signed, string country)
    {
        CalibrationCertificate certificate = signed.Certificate;
        CalibrationData data = certificate.Data;
        dcc.Text("countryCodeISO3166_1", country);
        dcc.Text("usedLangCodeISO639_1", "en");
        dcc.Text("mandatoryLangCodeISO639_1", "en");
        dcc.Text("uniqueIdentifier", $"urn:mesopen:certificate:{certificate.Key.Fingerprint}:{certificate.Number}");
        dcc.In("identifications", () =>
        {
            dcc.Identification("calibrationLaboratory", certificate.Number, "Number of the certificate");
            dcc.Identification("calibrationLaboratory", data.CalibrationId, "Number of the calibration");
            dcc.Identification("calibrationLaboratory", signed.Sha256, "SHA-256 of the record");
        });
        if (data.Device.ReceivedOn is { } received)
        {
            dcc.Text("receiptDate", FigureText.Day(received));
        }

        dcc.Text("beginPerformanceDate", FigureText.Day(FigureText.DayOf(data.BegunAtUnixMs)));
        dcc.Text("endPerformanceDate", FigureText.Day(FigureText.DayOf(data.EndedAtUnixMs)));
        dcc.Text("performanceLocation", "laboratory");
        dcc.Text("issueDate", FigureText.Day(FigureText.DayOf(certificate.IssuedAtUnixMs)));
        if (certificate.Previous is { } before)
        {
            dcc.In("previousReport", () =>
            {
                dcc.Words("referral", "The certificate before it of the same device and kind");
                dcc.Text("referralID", before.Number);
                dcc.Text("procedure", "SHA-256 of the record");
                dcc.Text("value", before.Sha256);
            });
        }
    }

    private static void Item(DccWriter dcc, CalibrationData data)
    {
        CalibratedDevice device = data.Device;
        dcc.Words("name", device.Simulated ? "Injection gun or pen, SIMULATED" : "Injection gun or pen");
        dcc.Words("description", string.Create(
            CultureInfo.InvariantCulture,
            $"{(device.Simulated ? CertificateStatements.Simulated + " " : "")}{device.Needles} needle{(device.Needles == 1 ? "" : "s")}. "
            + $"Needle head and cartridge: {device.HeadLot ?? "lot not stated"}. Condition on receipt: {device.Condition}"));
        dcc.In("installedSoftwares", () => dcc.In("software", () =>
        {
            dcc.Words("name", "Firmware");
            dcc.Text("release", device.Firmware);
            dcc.Text("type", "firmware");
        }));
        dcc.Text("model", device.Model);
        dcc.In("identifications", () => dcc.Identification("manufacturer", device.Serial, "Serial number"));
    }

    private static void Person(DccWriter dcc, Clinic.People.Signature signature, bool main) => dcc.In("respPerson", () =>
    {
        dcc.In("person", () => dcc.Words("name", signature.PrintedName));
        dcc.Words("description", $"{signature.Meaning} at {FigureText.Moment(signature.At.ToUnixTimeMilliseconds())}, bound to SHA-256 {signature.Sha256}");
        dcc.Text("role", main ? "authoriser" : "operator");
        dcc.Text("mainSigner", main ? "true" : "false");
    });

    private static void Statements(DccWriter dcc, CalibrationCertificate certificate)
    {
        FigureIndex figures = new(certificate.Figures);
        foreach (CertificateStatement said in certificate.Statements)
        {
            dcc.In("statement", () =>
            {
                dcc.Words("name", said.Id.Replace('-', ' '));
                dcc.Words("declaration", said.Text);
                if (said.Id == "conformity" && DccResults.Conformity(figures.Value("verdict")) is { } conformity)
                {
                    dcc.Text("conformity", conformity);
                }
            });
        }
    }
}
