using System.Buffers;

namespace MesoPen.Host.Clinic.Products;

/// <summary>
/// Reads what a scanner sends of a GS1 symbol, or what people copy from below it. A lot is never guessed: if the separators are lost, as keyboard
/// scanners lose them, and the text can be read in several ways, all of them are given back for a person to choose.
/// </summary>
public static class Gs1
{
    /// <summary>Longest text: more than the largest symbol in use on packages holds.</summary>
    public const int LengthMax = 512;

    /// <summary>FNC1 as scanners send it: the group separator of ASCII.</summary>
    internal const char Separator = '\u001d';

    private const string Noise = "\uFEFF\r\n \t\0";

    // What may stand in a value, character set 82 of GS1, with the separator, and the space that people type between elements.
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"%&'()*+,-./:;<=>?_\u001d ");

    private static readonly string[] Prefixes = ["]d2", "]C1", "]Q3", "]e0"];

    /// <summary>Reads a text. Never throws, whatever the text.</summary>
    /// <param name="text">What was scanned or typed.</param>
    /// <param name="today">The day, which decides the century of dates.</param>
    public static Gs1Reading Parse(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LengthMax)
        {
            return Gs1Reading.Refused($"The scan has {text.Length} characters, and at most {LengthMax} are read: scan one symbol at a time.");
        }

        // Some wedges send the picture of the separator in its place; it can be nothing else.
        string clean = text.Replace('\u241d', Separator).Trim(Noise.ToCharArray());
        bool prefixed = clean.StartsWith(']') && clean.Length >= 3;
        string body = prefixed ? clean[3..].TrimStart(Noise.ToCharArray()) : clean;
        if (body.Trim(Separator).Length == 0)
        {
            return Gs1Reading.Refused("The scan is empty: scan the symbol again, or type what stands beside it.");
        }

        if (OtherIssuer(body) is { } issuer)
        {
            return Gs1Reading.Refused($"This is a symbol of {issuer}, which is not supported: type the lot and its expiry.");
        }

        if (prefixed && !Prefixes.Contains(clean[..3]))
        {
            return Gs1Reading.Refused("The scanner says that this is no GS1 symbol: scan the one beside the letters GTIN, or type the lot and its expiry.");
        }

        if (body.AsSpan().IndexOfAnyExcept(Allowed) is var at and >= 0)
        {
            return Gs1Reading.Refused(
                $"The scan holds the character U+{(int)body[at]:X4}, which no GS1 symbol does: set the scanner's keyboard to that of this computer and scan again.");
        }

        Gs1Forms forms = new(today);
        return body.StartsWith('(') ? forms.Bracketed(body)
            : body.Contains(Separator) ? forms.Separated(body)
            : forms.Unseparated(body);
    }

    private static string? OtherIssuer(string body) => body[0] switch
    {
        '+' => "HIBC",
        '*' when body.Length > 1 && body[1] == '+' => "HIBC",
        '=' or '&' => "ICCBBA",
        _ => null,
    };
}
