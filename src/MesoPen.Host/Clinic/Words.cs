namespace MesoPen.Host.Clinic;

/// <summary>What ids and lines of text may be, the same everywhere.</summary>
public static class Words
{
    /// <summary>Longest line of text: a name, a reason.</summary>
    public const int LineMax = 200;

    /// <summary>Longest text of several lines: a note.</summary>
    public const int TextMax = 4000;

    /// <summary>What <see cref="IsId"/> allows, for sentences.</summary>
    public const string IdRule = "1 to 32 letters, digits, dots or hyphens, beginning with a letter or digit";

    /// <summary>Whether a text can be an id.</summary>
    public static bool IsId(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= 32 && char.IsAsciiLetterOrDigit(text[0]) && text.All(each => char.IsAsciiLetterOrDigit(each) || each is '.' or '-');
    }

    /// <summary>Whether a text is one line with something on it, without control characters.</summary>
    public static bool IsLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= LineMax && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl);
    }

    /// <summary>Whether a text can be a note: lines, perhaps none.</summary>
    public static bool IsText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= TextMax && !text.Any(each => char.IsControl(each) && each is not ('\n' or '\t'));
    }

    /// <summary>Whether a text has the form of a language tag (BCP 47), such as en or pt-BR.</summary>
    public static bool IsLanguage(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return tag.Length is >= 2 and <= 10 && tag.Split('-').All(part => part.Length is >= 2 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }
}
