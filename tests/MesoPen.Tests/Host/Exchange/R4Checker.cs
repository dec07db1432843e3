using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MesoPen.Tests.Walls;

namespace MesoPen.Tests;

/// <summary>
/// Holds a bundle against the rules of FHIR R4 that can be held without a terminology server: known elements, cardinalities, forms of primitive
/// values, codes of required bindings, targets of references, that every reference leads to an entry, no empty arrays, objects or texts, and UCUM.
/// It shares nothing with what writes bundles.
/// </summary>
internal sealed partial class R4Checker
{
    private static readonly ILookup<string, R4Element> Elements = Repository.Lines("tests/MesoPen.Tests/Host/Exchange/fhir-r4-elements.txt")
        .Where(line => !line.StartsWith('#')).Select(R4Element.Parse)
        .ToLookup(element => element.Path[..element.Path.LastIndexOf('.')]);

    private static readonly HashSet<string> Units = ["uL", "um", "mm", "1", "%", "[arb'U]", "{score}", "uS", "g/(m2.h)"];

    private readonly Dictionary<string, string> _typeOf;
    private readonly List<string> _faults = [];

    private R4Checker(JsonObject bundle) => _typeOf = (bundle["entry"] as JsonArray ?? []).ToDictionary(
        entry => (string?)entry!["fullUrl"] ?? "", entry => (string?)entry!["resource"]?["resourceType"] ?? "");

    /// <summary>Everything that is wrong; empty if nothing is.</summary>
    public static IReadOnlyList<string> Faults(JsonObject bundle)
    {
        R4Checker checker = new(bundle);
        checker.Object(bundle, "Bundle", "Bundle");
        foreach (JsonNode? entry in bundle["entry"] as JsonArray ?? [])
        {
            JsonObject resource = entry!["resource"]!.AsObject();
            string type = (string)resource["resourceType"]!;
            checker.Object(resource, type, type);
            if ((string?)entry["fullUrl"] != "urn:uuid:" + (string?)resource["id"])
            {
                checker._faults.Add($"{type}: fullUrl is not its id");
            }
        }

        return checker._faults;
    }

    private void Object(JsonObject found, string path, string at)
    {
        if (found.Count == 0)
        {
            _faults.Add($"{at}: empty object");
        }

        R4Element[] known = [.. Elements[path]];
        foreach ((string name, JsonNode? value) in found)
        {
            if (name == "resourceType" && !path.Contains('.', StringComparison.Ordinal))
            {
                continue;
            }

            (R4Element? element, string? type) = known
                .SelectMany(each => each.IsChoice
                    ? each.Types.Select(type => (each, type, Name: each.Name[..^3] + char.ToUpperInvariant(Bare(type)[0]) + Bare(type)[1..]))
                    : [(each, type: each.Types[0], each.Name)])
                .Where(each => each.Name == name)
                .Select(each => ((R4Element?)each.each, (string?)each.type)).FirstOrDefault();
            if (element is null && path == "Extension" && name.StartsWith("value", StringComparison.Ordinal))
            {
                (element, type) = (known.Single(each => each.IsChoice), name[5..]);
            }

            if (element is null)
            {
                _faults.Add($"{at}.{name}: no such element");
            }
            else
            {
                Value(value, element, type!, $"{at}.{name}");
            }
        }

        foreach (R4Element needed in known.Where(each => each.Min > 0))
        {
            string stem = needed.IsChoice ? needed.Name[..^3] : needed.Name;
            if (!found.Any(each => needed.IsChoice ? each.Key.StartsWith(stem, StringComparison.Ordinal) : each.Key == stem))
            {
                _faults.Add($"{at}.{needed.Name}: missing");
            }
        }

        if (path == "Reference")
        {
            return;
        }

        if (path == "Quantity" && ((string?)found["system"] != "http://unitsofmeasure.org" || !Units.Contains((string?)found["code"] ?? "")))
        {
            _faults.Add($"{at}: no unit of UCUM");
        }
    }

    private void Value(JsonNode? value, R4Element element, string type, string at)
    {
        if (element.Many != value is JsonArray)
        {
            _faults.Add($"{at}: {(element.Many ? "must be an array" : "must be no array")}");
            return;
        }

        JsonNode?[] items = value is JsonArray array ? [.. array] : [value];
        if (items.Length == 0)
        {
            _faults.Add($"{at}: empty array");
        }

        foreach (JsonNode? item in items)
        {
            Item(item, element, type, at);
        }
    }

    private void Item(JsonNode? item, R4Element element, string type, string at)
    {
        string bare = Bare(type);
        if (item is null)
        {
            _faults.Add($"{at}: null");
        }
        else if (bare == "Resource")
        {
            // Each entry's resource is checked by itself.
        }
        else if (char.IsUpper(bare[0]) && bare != "Integer" && bare != "Date")
        {
            if (item is not JsonObject inner)
            {
                _faults.Add($"{at}: must be an object");
                return;
            }

            Object(inner, bare == "BackboneElement" ? element.Path : bare, at);
            if (bare == "Reference")
            {
                Reference(inner, type, at);
            }

            if (bare == "CodeableConcept" && element.Codes is not null && !inner["coding"]!.AsArray().Any(code => element.Codes.Contains((string)code!["code"]!)))
            {
                _faults.Add($"{at}: none of the codes that the binding requires");
            }
        }
        else if (!IsPrimitive(item, bare))
        {
            _faults.Add($"{at}: {item.ToJsonString()} is no {bare}");
        }
        else if (element.Codes is not null && !element.Codes.Contains((string)item!))
        {
            _faults.Add($"{at}: {item.ToJsonString()} is none of the codes that the binding requires");
        }
    }

    private void Reference(JsonObject reference, string type, string at)
    {
        if ((string?)reference["reference"] is not { } to)
        {
            return;
        }

        if (!_typeOf.TryGetValue(to, out string? target))
        {
            _faults.Add($"{at}: leads to no entry");
            return;
        }

        string[] allowed = type.Contains('(', StringComparison.Ordinal) ? type[(type.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(',') : ["Resource"];
        if ((!allowed.Contains("Resource") && !allowed.Contains(target)) || (string?)reference["type"] != target)
        {
            _faults.Add($"{at}: may not lead to {target}");
        }
    }

    private static string Bare(string type) => type.Split('(')[0];

    private static bool IsPrimitive(JsonNode item, string type) => item.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Number => type is "decimal" || (type is "integer" or "Integer" or "unsignedInt" && !item.ToJsonString().Contains('.', StringComparison.Ordinal)),
        JsonValueKind.String => (string)item! is { Length: > 0 } text && (type switch
        {
            "code" => Code().IsMatch(text),
            "date" or "Date" => Date().IsMatch(text),
            "dateTime" => Date().IsMatch(text) || Instant().IsMatch(text),
            "instant" => Instant().IsMatch(text),
            "uri" or "canonical" => !text.Contains(' ', StringComparison.Ordinal),
            "base64Binary" => Convert.TryFromBase64String(text, new byte[text.Length], out _),
            "string" or "markdown" => true,
            _ => false,
        }),
        _ => false,
    };

    [GeneratedRegex(@"^\S+( \S+)*$")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\d{4}(-\d{2}(-\d{2})?)?$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$")]
    private static partial Regex Instant();
}
