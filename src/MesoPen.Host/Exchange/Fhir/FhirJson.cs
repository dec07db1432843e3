using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MesoPen.Host.Exchange.Fhir;

/// <summary>Building blocks of FHIR R4 in JSON. What is null or empty is left out: FHIR knows no empty arrays or objects.</summary>
internal static class FhirJson
{
    /// <summary>Units of measure: ucum.org.</summary>
    public const string Ucum = "http://unitsofmeasure.org";

    /// <summary>An object of what is there; null if nothing is.</summary>
    public static JsonObject? Some(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        JsonObject made = [];
        foreach ((string name, JsonNode? value) in fields)
        {
            if (value is not null and not JsonArray { Count: 0 })
            {
                made[name] = value;
            }
        }

        return made.Count == 0 ? null : made;
    }

    /// <summary>An array of what is there; null if nothing is.</summary>
    public static JsonArray? List(params IEnumerable<JsonNode?> items)
    {
        JsonNode?[] there = [.. items.Where(item => item is not null)];
        return there.Length == 0 ? null : new JsonArray(there);
    }

    /// <summary>A concept by code and by words.</summary>
    public static JsonObject Concept(string? text, params IEnumerable<JsonNode?> codings) => Some(("coding", List(codings)), ("text", text))!;

    /// <summary>One code of a code system.</summary>
    public static JsonObject Coding(string system, string code, string? display = null) => Some(("system", system), ("code", code), ("display", display))!;

    /// <summary>An id in a system of ours.</summary>
    public static JsonArray Identifier(string what, string value) => [Some(("system", "urn:mesopen:" + what), ("value", value))];

    /// <summary>An amount in a unit of UCUM. Decimal, so that it has the digits that it should have and no others.</summary>
    public static JsonObject Quantity(decimal value, string unit) => Some(("value", value), ("unit", unit), ("system", Ucum), ("code", unit))!;

    /// <summary>A volume in µL, as FHIR's receivers expect it.</summary>
    public static JsonObject Microlitres(long nl) => Quantity(nl / 1000m, "uL");

    /// <summary>An instant, UTC, to the ms.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>From and to.</summary>
    public static JsonObject Period(DateTimeOffset from, DateTimeOffset to) => Some(("start", Instant(from)), ("end", Instant(to)))!;

    /// <summary>
    /// A UUID from what a thing is, not from chance: the same thing of the same site has the same, for ever. Version 8 of RFC 9562, from the first 16
    /// bytes of SHA-256 over three netstrings: site key, sort, key.
    /// </summary>
    public static string Uuid(string siteKey, string sort, string key)
    {
        StringBuilder text = new();
        foreach (string part in (ReadOnlySpan<string>)[siteKey, sort, key])
        {
            text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(part)}:{part},");
        }

        Span<byte> hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        hash[6] = (byte)(0x80 | (hash[6] & 0x0F));
        hash[8] = (byte)(0x80 | (hash[8] & 0x3F));
        return new Guid(hash[..16], bigEndian: true).ToString("D");
    }
}
