using System.Text.Json.Nodes;
using System.Xml.Linq;
using MesoPen.Host.Calibration;

namespace MesoPen.Tests;

/// <summary>The forms for other programs: PTB's DCC and FHIR.</summary>
public sealed class CertificateExchangeTests : IDisposable
{
    private static readonly XNamespace Dcc = "https://ptb.de/dcc";
    private static readonly XNamespace Si = "https://ptb.de/si";

    private readonly CertificateScene _scene = new();

    public static TheoryData<string> Kinds => ["volume", "depth", "occlusion"];

    public void Dispose() => _scene.Dispose();

    // Aim: the XML of each kind keeps the rules of the schema that are stated.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Dcc_keeps_the_rules_of_the_schema(string kind)
    {
        Assert.Empty(DccRules.Faults(XElement.Parse(CertificateDcc.Of(Issue(kind)))));
        Issue("volume", "K-20");
        string second = CertificateDcc.Of(Issue("volume", "K-21"));
        Assert.Contains("<dcc:previousReport>", second, StringComparison.Ordinal);
        Assert.Empty(DccRules.Faults(XElement.Parse(second)));
    }

    // Aim: the rules can fail: each of these breaks one.
    [Theory]
    [InlineData("<dcc:release>1.0.0</dcc:release>", "")]
    [InlineData("<dcc:countryCodeISO3166_1>DE<", "<dcc:countryCodeISO3166_1>Germany<")]
    [InlineData("<dcc:issueDate>2031-05-06</dcc:issueDate>", "<dcc:issueDay>2031-05-06</dcc:issueDay>")]
    [InlineData("<dcc:performanceLocation>laboratory<", "<dcc:performanceLocation>clinic<")]
    [InlineData("\\micro\\litre", "µL")]
    [InlineData("<dcc:conformity>pass<", "<dcc:conformity>passed<")]
    [InlineData("schemaVersion=\"3.3.0\"", "schemaVersion=\"3.2.1\"")]
    public void Rules_of_the_schema_can_be_broken(string right, string wrong)
    {
        string xml = CertificateDcc.Of(Issue("volume"));
        Assert.Contains(right, xml, StringComparison.Ordinal);
        Assert.NotEmpty(DccRules.Faults(XElement.Parse(xml.Replace(right, wrong, StringComparison.Ordinal))));
    }

    // Aim: the numbers in the XML are those that the certificate prints, with its uncertainty, factor and probability, in D-SI units; before and after.
    [Fact]
    public void Dcc_says_what_the_certificate_prints()
    {
        SignedCertificate signed = Issue("volume");
        FigureIndex figures = new(signed.Certificate.Figures);
        XElement xml = XElement.Parse(CertificateDcc.Of(signed));
        Assert.Equal(["As found", "As left"], xml.Descendants(Dcc + "measurementResult").Select(each => each.Element(Dcc + "name")!.Value));
        XElement last = xml.Descendants(Dcc + "measurementResult").Last().Descendants(Dcc + "result").Last();
        XElement error = last.Descendants(Dcc + "quantity").Single(each => (string?)each.Attribute("refType") == "basic_measurementError").Element(Si + "real")!;
        Assert.Equal(figures.Value("as-left.point-3.error"), error.Element(Si + "value")!.Value);
        Assert.Equal("\\micro\\litre", error.Element(Si + "unit")!.Value);
        Assert.Equal(figures.Value("as-left.point-3.expanded"), error.Descendants(Si + "valueExpandedMU").Single().Value);
        Assert.Equal(figures.Value("as-left.point-3.k"), error.Descendants(Si + "coverageFactor").Single().Value);
        Assert.Equal("0.9545", error.Descendants(Si + "coverageProbability").Single().Value);
        Assert.Contains("SIMULATED", xml.Descendants(Dcc + "item").Single().Value, StringComparison.Ordinal);
    }

    // Aim: FHIR of each kind keeps R4's rules, speaks of the device and metric in the words of a session's bundle, and names the certificate.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fhir_keeps_the_rules_of_r4(string kind)
    {
        SignedCertificate signed = Issue(kind);
        JsonObject bundle = JsonNode.Parse(CertificateFhir.Of(signed))!.AsObject();
        Assert.Empty(R4Checker.Faults(bundle));
        JsonNode metric = bundle["entry"]!.AsArray().Select(each => each!["resource"]!).Single(each => (string?)each["resourceType"] == "DeviceMetric");
        Assert.Equal(kind, (string?)metric["type"]!["coding"]![0]!["code"]);
        Assert.Equal("calibrated", (string?)metric["calibration"]![0]!["state"]);
        Assert.Equal("C-2031-0001", (string?)metric["identifier"]![0]!["value"]);
        Assert.Contains(signed.Sha256, metric.ToJsonString(), StringComparison.Ordinal);
    }

    private SignedCertificate Issue(string kind, string? id = null)
    {
        CalibrationData data = kind switch
        {
            "volume" => SampleCalibration.Volume(),
            "depth" => SampleCalibration.Depth(),
            _ => SampleCalibration.Occlusion(),
        };
        return _scene.Issue(data with { CalibrationId = id ?? data.CalibrationId });
    }
}
