namespace MesoPen.Host.Clinic.Products;

/// <summary>Global trade item numbers.</summary>
public static class Gtin
{
    /// <summary>Digits of the stored form.</summary>
    public const int Length = 14;

    /// <summary>A GTIN of 8, 12, 13 or 14 digits in its form of 14; null with a sentence if it is none.</summary>
    /// <param name="text">What was typed or read.</param>
    /// <param name="sentence">What is wrong with it; empty if nothing is.</param>
    public static string? Read(string text, out string sentence)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is not (8 or 12 or 13 or Length) || !text.All(char.IsAsciiDigit))
        {
            sentence = "A GTIN has 8, 12, 13 or 14 digits.";
            return null;
        }

        string digits = text.PadLeft(Length, '0');
        char expected = CheckDigit(digits.AsSpan(0, Length - 1));
        sentence = digits[^1] == expected ? "" : $"The check digit of GTIN {text} is {text[^1]}, and would be {expected}: a digit is wrong, scan or type it anew.";
        return sentence.Length == 0 ? digits : null;
    }

    /// <summary>The check digit behind the first 13 digits: weights 3 and 1 from the left (GS1 General Specifications, 7.9.1).</summary>
    public static char CheckDigit(ReadOnlySpan<char> first)
    {
        int sum = 0;
        for (int i = 0; i < first.Length; i++)
        {
            sum += (first[i] - '0') * (i % 2 == 0 ? 3 : 1);
        }

        return (char)('0' + (10 - sum % 10) % 10);
    }
}
