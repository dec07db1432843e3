using System.Text.RegularExpressions;
using MesoPen.Host.Input;

namespace MesoPen.Hil;

/// <summary>Finds the form that a sentence has.</summary>
internal static class SentenceForm
{
    /// <summary>The kind and the parts of a sentence.</summary>
    /// <exception cref="InputException">It has none of the forms: names them all.</exception>
    public static (TKind Kind, Match Parts) Match<TKind>(IReadOnlyList<SentenceForm<TKind>> forms, string text, string file, int line, string what)
        where TKind : struct, Enum
    {
        foreach (SentenceForm<TKind> form in forms)
        {
            if (form.Regex.Match(text) is { Success: true } match)
            {
                return (form.Kind, match);
            }
        }

        throw new InputException(file, line, $"{Quoted.Of(text)} is no {what}: write one of: {string.Join("; ", forms.Select(form => form.Shape))}.");
    }
}
