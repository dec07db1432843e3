using System.Text;
using System.Xml;

namespace MesoPen.Host.Calibration;

/// <summary>Elements of a digital calibration certificate as they are written: PTB's schema 3.3.0 (ptb.de/dcc) with values by D-SI (ptb.de/si).</summary>
internal sealed class DccWriter
{
    /// <summary>Version of the schema.</summary>
    public const string Version = "3.3.0";

    /// <summary>Namespace of the certificate.</summary>
    public const string Dcc = "https://ptb.de/dcc";

    /// <summary>Namespace of values.</summary>
    public const string Si = "https://ptb.de/si";

    private readonly StringBuilder _text = new();
    private readonly XmlWriter _xml;

    /// <summary>An empty document.</summary>
    public DccWriter() => _xml = XmlWriter.Create(
        _text, new XmlWriterSettings { Indent = true, IndentChars = "  ", NewLineChars = "\n", OmitXmlDeclaration = true });

    /// <summary>The document.</summary>
    public override string ToString()
    {
        _xml.Flush();
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + _text + "\n";
    }

    /// <summary>The root with what is in it.</summary>
    public void Root(Action inside)
    {
        const string instance = "http://www.w3.org/2001/XMLSchema-instance";
        _xml.WriteStartElement("dcc", "digitalCalibrationCertificate", Dcc);
        _xml.WriteAttributeString("xmlns", "si", null, Si);
        _xml.WriteAttributeString("xmlns", "xsi", null, instance);
        _xml.WriteAttributeString("xsi", "schemaLocation", instance, $"{Dcc} {Dcc}/v{Version}/dcc.xsd");
        _xml.WriteAttributeString("schemaVersion", Version);
        inside();
        _xml.WriteEndElement();
    }

    /// <summary>An element with what is in it.</summary>
    public void In(string name, Action inside, string? refType = null)
    {
        _xml.WriteStartElement(name, Dcc);
        if (refType is not null)
        {
            _xml.WriteAttributeString("refType", refType);
        }

        inside();
        _xml.WriteEndElement();
    }

    /// <summary>An element with text.</summary>
    public void Text(string name, string text) => _xml.WriteElementString(name, Dcc, Clean(text));

    /// <summary>An element with text in English.</summary>
    public void Words(string name, string text) => In(name, () =>
    {
        _xml.WriteStartElement("content", Dcc);
        _xml.WriteAttributeString("lang", "en");
        _xml.WriteString(Clean(text));
        _xml.WriteEndElement();
    });

    /// <summary>Somebody with a place, which the schema asks for.</summary>
    public void Contact(string element, string name, string place, string country) => In(element, () =>
    {
        Words("name", name);
        In("location", () =>
        {
            Text("countryCode", country);
            Words("further", place);
        });
    });

    /// <summary>An identification.</summary>
    public void Identification(string issuer, string value, string name) => In("identification", () =>
    {
        Text("issuer", issuer);
        Text("value", value);
        Words("name", name);
    });

    /// <summary>A value with its unit, and its expanded uncertainty if there is one.</summary>
    public void Real(string value, string unit, (string Expanded, string K, string Probability)? uncertainty = null)
    {
        _xml.WriteStartElement("real", Si);
        _xml.WriteElementString("value", Si, value);
        _xml.WriteElementString("unit", Si, DsiUnits.Of(unit));
        if (uncertainty is { } stated)
        {
            _xml.WriteStartElement("measurementUncertaintyUnivariate", Si);
            _xml.WriteStartElement("expandedMU", Si);
            _xml.WriteElementString("valueExpandedMU", Si, stated.Expanded);
            _xml.WriteElementString("coverageFactor", Si, stated.K);
            _xml.WriteElementString("coverageProbability", Si, stated.Probability);
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    /// <summary>Several values of one unit.</summary>
    public void Reals(IEnumerable<string> values, string unit)
    {
        _xml.WriteStartElement("realListXMLList", Si);
        _xml.WriteElementString("valueXMLList", Si, string.Join(' ', values));
        _xml.WriteElementString("unitXMLList", Si, DsiUnits.Of(unit));
        _xml.WriteEndElement();
    }

    /// <summary>The schema's texts neither begin nor end with a space and are never empty; XML knows no control characters.</summary>
    private static string Clean(string text)
    {
        StringBuilder clean = new();
        for (int place = 0; place < text.Length; place++)
        {
            if (place + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[place + 1], text[place]))
            {
                clean.Append(text[place]).Append(text[++place]);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[place]) ? text[place] : '?');
            }
        }

        return clean.ToString().Trim() is { Length: > 0 } there ? there : "-";
    }
}
