namespace MesoPen.Host.Calibration;

/// <summary>Text as it may stand in HTML and SVG.</summary>
internal static class HtmlText
{
    /// <summary>With what would be markup escaped.</summary>
    public static string Of(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
