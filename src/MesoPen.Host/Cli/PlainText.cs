namespace MesoPen.Host.Cli;

/// <summary>Text of a journal that anyone may have made, as it may be shown: without what a terminal would obey.</summary>
internal static class PlainText
{
    /// <summary>The text with a question mark for each control character.</summary>
    public static string Of(string? text) => text is null ? string.Empty
        : text.Any(char.IsControl) ? string.Concat(text.Select(each => char.IsControl(each) ? '?' : each))
        : text;
}
