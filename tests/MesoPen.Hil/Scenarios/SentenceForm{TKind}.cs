using System.Text.RegularExpressions;

namespace MesoPen.Hil;

/// <summary>One form of words.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Shape">How it is written, for people.</param>
/// <param name="Pattern">The same for machines.</param>
/// <param name="Example">One that fits.</param>
/// <param name="Pty">Whether it can be had with real processes too.</param>
internal sealed record SentenceForm<TKind>(TKind Kind, string Shape, string Pattern, string Example, bool Pty = false)
    where TKind : struct, Enum
{
    public Regex Regex { get; } = new(Pattern, RegexOptions.CultureInvariant);
}
