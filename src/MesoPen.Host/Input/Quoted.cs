using System.Text;

namespace MesoPen.Host.Input;

/// <summary>Foreign text inside a sentence: short, in quotes, without anything that a terminal would obey.</summary>
internal static class Quoted
{
    private const int MaxLength = 60;

    /// <summary>The text as it may be shown.</summary>
    public static string Of(string text)
    {
        StringBuilder shown = new("\"");
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (shown.Length > MaxLength)
            {
                shown.Append('…');
                break;
            }

            shown.Append(Rune.IsControl(rune) ? "?" : rune.ToString());
        }

        return shown.Append('"').ToString();
    }
}
