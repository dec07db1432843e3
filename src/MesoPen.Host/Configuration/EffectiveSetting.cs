namespace MesoPen.Host.Configuration;

/// <summary>A setting with the value that holds and where it came from.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Value">Its value; null if it has none.</param>
/// <param name="Layer">Where it was stated: the default, a file, an environment variable, the command line.</param>
/// <param name="Overridden">Layers that state it too and do not count, the strongest first.</param>
internal sealed record EffectiveSetting(Setting Setting, string? Value, string Layer, IReadOnlyList<string> Overridden)
{
    /// <summary>The value as it may be shown.</summary>
    public string Shown => Value is null ? "" : Setting.Secret ? "(not shown)" : Value;
}
