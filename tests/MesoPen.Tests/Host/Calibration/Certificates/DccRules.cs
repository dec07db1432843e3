using System.Text.RegularExpressions;
using System.Xml.Linq;
using MesoPen.Tests.Walls;

namespace MesoPen.Tests;

/// <summary>
/// Holds a digital calibration certificate against the rules of PTB's schema that are stated in dcc-3.3.0-rules.txt: which elements, in which order, how
/// many, and the form of texts. It shares nothing with what writes certificates.
/// </summary>
internal sealed class DccRules
{
    private const string Dcc = "https://ptb.de/dcc";
    private const string Si = "https://ptb.de/si";

    private static readonly Dictionary<string, string> Rules = Repository.Lines("tests/MesoPen.Tests/Host/Calibration/Certificates/dcc-3.3.0-rules.txt")
        .Where(line => line.Length > 0 && !line.StartsWith('#'))
        .ToDictionary(line => Regex.Match(line, @"^\w+").Value, line => line);

    private readonly List<string> _faults = [];

    /// <summary>Everything that is wrong; empty if nothing is.</summary>
    public static IReadOnlyList<string> Faults(XElement root)
    {
        DccRules rules = new();
        if (root.Name != XName.Get("digitalCalibrationCertificate", Dcc) || (string?)root.Attribute("schemaVersion") != "3.3.0")
        {
            rules._faults.Add("The root is not a certificate of the schema 3.3.0.");
        }

        rules.Check(root, "certificate", root.Name.LocalName);
        return rules._faults;
    }

    private void Check(XElement element, string type, string at)
    {
        if (type == "anything")
        {
            return;
        }

        string rule = Rules[type];
        if (Regex.Match(rule, @"^\w+ text /(.*)/$") is { Success: true } text)
        {
            if (element.HasElements || !Regex.IsMatch(element.Value, $"^(?:{text.Groups[1].Value})$"))
            {
                _faults.Add($"{at}: \"{element.Value}\" is not a {type}.");
            }

            return;
        }

        (string Name, string Type, char Many)[] known =
        [
            .. Regex.Matches(rule, @"(\w+)=(\w+)([?*+]?)").Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value is [char many] ? many : '1')),
        ];
        Children(element, at, known, ordered: !rule.StartsWith(type + " any", StringComparison.Ordinal) && !rule.StartsWith(type + " choice", StringComparison.Ordinal), counted: !rule.StartsWith(type + " choice", StringComparison.Ordinal));
    }

    private void Children(XElement element, string at, (string Name, string Type, char Many)[] known, bool ordered, bool counted)
    {
        XElement[] children = [.. element.Elements()];
        int last = 0;
        foreach (XElement child in children)
        {
            string name = child.Name.LocalName;
            int place = Array.FindIndex(known, each => each.Name == name);
            if (place < 0 || child.Name.NamespaceName != (name is "real" or "realListXMLList" || element.Name.NamespaceName == Si ? Si : Dcc))
            {
                _faults.Add($"{at}: {child.Name} does not belong here.");
                continue;
            }

            if (ordered && place < last)
            {
                _faults.Add($"{at}: {name} comes too late.");
            }

            last = Math.Max(last, place);
            Check(child, known[place].Type, $"{at}/{name}");
        }

        foreach ((string name, _, char many) in known.Where(_ => counted))
        {
            int count = children.Count(each => each.Name.LocalName == name);
            if ((many is '1' or '+' && count == 0) || (many is '1' or '?' && count > 1))
            {
                _faults.Add($"{at}: {name} comes {count} times.");
            }
        }

        if (!counted && children.Length == 0)
        {
            _faults.Add($"{at}: empty.");
        }
    }
}
