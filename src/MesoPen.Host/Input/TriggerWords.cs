using MesoPen.Kernel;

namespace MesoPen.Host.Input;

/// <summary>The words for trigger modes in files.</summary>
internal static class TriggerWords
{
    /// <summary>All of them.</summary>
    public static readonly string[] All = ["single", "repeat", "continuous"];

    /// <summary>The mode of a word.</summary>
    public static ShotTrigger Parse(string word) => (ShotTrigger)Array.IndexOf(All, word);

    /// <summary>The word of a mode.</summary>
    public static string Of(ShotTrigger trigger) => All[(int)trigger];
}
