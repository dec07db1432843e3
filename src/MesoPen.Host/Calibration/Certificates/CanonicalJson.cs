using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MesoPen.Host.Calibration;

/// <summary>
/// One form for one value, after RFC 8785: no space between tokens; names of objects in the order of their UTF-16 units; strings with the least
/// escaping; numbers are whole and within ±(2⁵³ − 1), so that nobody's floating point can change them. Decimals are strings. UTF-8.
/// </summary>
internal static class CanonicalJson
{
    private const long LargestExact = (1L << 53) - 1;

    /// <summary>A value in canonical form.</summary>
    /// <exception cref="JsonException">It holds a fraction, a number beyond the range, a name twice, or half of a surrogate pair.</exception>
    public static string Of(JsonElement value)
    {
        StringBuilder text = new();
        Write(value, text);
        return text.ToString();
    }

    /// <summary>A value in canonical form, by way of its JSON.</summary>
    public static string Of<T>(T value, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonSerializer.SerializeToDocument(value, options);
        return Of(document.RootElement);
    }

    /// <summary>SHA-256 of canonical text, 64 lower-case hexadecimal digits.</summary>
    public static string Sha256(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    private static void Write(JsonElement value, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, text);
                break;
            case JsonValueKind.Array:
                text.Append('[');
                int before = text.Length;
                foreach (JsonElement each in value.EnumerateArray())
                {
                    text.Append(text.Length == before ? "" : ",");
                    Write(each, text);
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                WriteString(value.GetString()!, text);
                break;
            case JsonValueKind.Number:
                text.Append(Whole(value).ToString(CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void WriteObject(JsonElement value, StringBuilder text)
    {
        JsonProperty[] properties = [.. value.EnumerateObject().OrderBy(each => each.Name, StringComparer.Ordinal)];
        text.Append('{');
        for (int place = 0; place < properties.Length; place++)
        {
            if (place > 0 && properties[place].Name == properties[place - 1].Name)
            {
                throw new JsonException($"The name {properties[place].Name} stands twice in one object.");
            }

            text.Append(place == 0 ? "" : ",");
            WriteString(properties[place].Name, text);
            text.Append(':');
            Write(properties[place].Value, text);
        }

        text.Append('}');
    }

    private static long Whole(JsonElement value)
    {
        string raw = value.GetRawText();
        return value.TryGetInt64(out long whole) && whole is >= -LargestExact and <= LargestExact
            && raw == whole.ToString(CultureInfo.InvariantCulture)
            ? whole
            : throw new JsonException($"The number {raw} is not a whole one within ±(2^53 - 1), or not written in its one form.");
    }

    private static void WriteString(string value, StringBuilder text)
    {
        text.Append('"');
        for (int place = 0; place < value.Length; place++)
        {
            char unit = value[place];
            if (char.IsSurrogate(unit))
            {
                if (!char.IsHighSurrogate(unit) || place + 1 == value.Length || !char.IsLowSurrogate(value[place + 1]))
                {
                    throw new JsonException("A string holds half of a surrogate pair.");
                }

                text.Append(unit).Append(value[++place]);
                continue;
            }

            text.Append(unit switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < ' ' => $"\\u{(int)unit:x4}",
                _ => unit.ToString(),
            });
        }

        text.Append('"');
    }
}
