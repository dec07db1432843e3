using System.Globalization;
using System.Text;

namespace MesoPen.Host.Clinic.Patients;

/// <summary>
/// Whether names of substances mean the same. Case, accents, spaces, hyphens and a plural's s do not matter; a name within a longer one counts
/// ("lidocaine" in "lidocaine hydrochloride", and the other way round), because a needless question costs less than a reaction.
/// </summary>
public static class Substances
{
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
        foreach (char each in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(each) is not UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsLetterOrDigit(each) ? char.ToLowerInvariant(each) : ' ');
            }
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Length > 3 ? word.TrimEnd('s') : word)];
    }
}
