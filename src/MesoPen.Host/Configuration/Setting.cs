namespace MesoPen.Host.Configuration;

/// <summary>One thing that can be configured.</summary>
/// <param name="Key">Its name: parts with colons between them, such as <c>Api:Urls</c>.</param>
/// <param name="Default">Its value if nothing states one; null for none.</param>
/// <param name="Description">What it does, in one sentence.</param>
/// <param name="Check">What is wrong with a value, as the end of a sentence that begins with the key; null if nothing is.</param>
/// <param name="Secret">The value is never shown.</param>
/// <param name="Required">It must be stated.</param>
internal sealed record Setting(string Key, string? Default, string Description, Func<string, string?>? Check = null, bool Secret = false, bool Required = false)
{
    /// <summary>The environment variable that states it: MESOPEN__API__URLS.</summary>
    public string Variable => SettingsFile.Prefix + Key.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant();
}
