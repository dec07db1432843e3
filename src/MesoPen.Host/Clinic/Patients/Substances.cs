using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace MesoPen.Host.Clinic.Patients;

/// <summary>
/// Whether names of substances mean the same. Case, accents, spaces, hyphens and a plural's s do not matter; a name within a longer one counts
/// ("lidocaine" in "lidocaine hydrochloride", and the other way round), because a needless question costs less than a reaction.
/// </summary>
public static class Substances
{
    // The program runs without the culture data of the computer, and so without the framework's Unicode normalization: letters of the languages that
    // product labels are written in, and the small digits of vitamins.
    private static readonly FrozenDictionary<char, string> Letters = Fold(
        "a àáâãäåāăąǎ", "c çćĉċč", "d ďđð", "e èéêëēĕėęě", "g ĝğġģ", "h ĥħ", "i ìíîïĩīĭįı", "j ĵ", "k ķ", "l ĺļľŀł", "n ñńņňŉ", "o òóôõöøōŏő",
        "r ŕŗř",
        "s śŝşšș", "t ţťŧț", "u ùúûüũūŭůűų", "w ŵ", "y ýÿŷ", "z źżž", "ss ß", "ae æ", "oe œ", "th þ",
        "α ά", "ε έ", "η ή", "ι ίϊΐ", "ο ό", "σ ς", "υ ύϋΰ", "ω ώ", "е ё", "и й",
        "0 ₀⁰", "1 ₁¹", "2 ₂²", "3 ₃³", "4 ₄⁴", "5 ₅⁵", "6 ₆⁶", "7 ₇⁷", "8 ₈⁸", "9 ₉⁹");

    /// <summary>Which of the substances that a patient named is among those of a product; null if none is.</summary>
    /// <param name="named">What the patient reacts to.</param>
    /// <param name="held">What the product holds, by all its names.</param>
    public static string? FirstIn(IEnumerable<string> named, IEnumerable<string> held)
    {
        ArgumentNullException.ThrowIfNull(named);
        List<string[]> words = [.. held.Select(WordsOf)];
        return named.FirstOrDefault(each => words.Any(other => Same(WordsOf(each), other)));
    }

    /// <summary>Whether there is a name at all: at least two letters or digits.</summary>
    public static bool IsName(string text) => WordsOf(text).Sum(word => word.Length) >= 2;

    private static bool Same(string[] one, string[] other) =>
        one.Length > 0 && other.Length > 0 && (string.Concat(one) == string.Concat(other) || Contains(one, other) || Contains(other, one));

    private static bool Contains(string[] longer, string[] shorter) =>
        Enumerable.Range(0, Math.Max(0, longer.Length - shorter.Length + 1)).Any(start => longer.AsSpan(start, shorter.Length).SequenceEqual(shorter));

    private static string[] WordsOf(string text)
    {
        StringBuilder plain = new();
        foreach (char each in text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(each) is not UnicodeCategory.NonSpacingMark)
            {
                plain.Append(Plain(each));
            }
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Length > 3 ? word.TrimEnd('s') : word)];
    }

    /// <summary>A sign without case, accent and width; a space for what is neither letter nor digit.</summary>
    private static string Plain(char sign)
    {
        // Wide forms of ASCII lie in one block, in its order.
        char small = char.ToLowerInvariant(sign is >= '\uFF01' and <= '\uFF5E' ? (char)(sign - 0xFEE0) : sign);
        return Letters.TryGetValue(small, out string? letters) ? letters : char.IsLetterOrDigit(small) ? small.ToString() : " ";
    }

    private static FrozenDictionary<char, string> Fold(params string[] groups) => groups
        .Select(group => group.Split(' '))
        .SelectMany(group => group[1].Select(sign => KeyValuePair.Create(sign, group[0])))
        .ToFrozenDictionary();
}
