using System.Text.RegularExpressions;

namespace MesoPen.Tests.Safety;

/// <summary>
/// The same as <see cref="ReflectedTests"/> from the source text: for test programs that this one does not reference. It knows the style of this
/// house: a class at the margin, a test indented by four spaces, an attribute on lines of its own.
/// </summary>
internal static partial class WrittenTests
{
    public static IReadOnlyList<Evidence> In(string code)
    {
        List<Evidence> found = [];
        List<string> attributes = [];
        string space = "", type = "";
        string[] ofClass = [];
        bool open = false;
        foreach (string line in code.Split('\n'))
        {
            string text = line.Trim();
            if (open || text.StartsWith('['))
            {
                attributes.Add(text);
                open = !text.EndsWith(']');
            }
            else if (Namespace().Match(line) is { Success: true } named)
            {
                space = named.Groups[1].Value;
            }
            else if (Class().Match(line) is { Success: true } declared)
            {
                (type, ofClass) = (declared.Groups[1].Value, [.. attributes]);
                attributes.Clear();
            }
            else if (Method().Match(line) is { Success: true } method && attributes.Any(each => Fact().IsMatch(each)))
            {
                string[] requirements =
                [
                    .. ofClass.Concat(attributes).SelectMany(each => Requirement().Matches(each)).Select(match => match.Groups[1].Value)
                        .Distinct().Order(StringComparer.Ordinal),
                ];
                if (requirements.Length > 0)
                {
                    string name = ReflectedTests.NameOf($"{space}.{type}", method.Groups[1].Value);
                    found.Add(Evidence.OfTest(name, !attributes.Any(each => Off().IsMatch(each)), requirements));
                }

                attributes.Clear();
            }
            else if (!text.StartsWith("//", StringComparison.Ordinal) && text.Length > 0)
            {
                attributes.Clear();
            }
        }

        return found;
    }

    [GeneratedRegex(@"^namespace ([\w.]+);")]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:\w+ )*class (\w+)")]
    private static partial Regex Class();

    [GeneratedRegex(@"^    public (?:async )?(?:void|Task|ValueTask) (\w+)\(")]
    private static partial Regex Method();

    [GeneratedRegex(@"^\[(?:Fact|Theory)\b")]
    private static partial Regex Fact();

    [GeneratedRegex(@"\bTrait\(""Requirement"", ""([^""]*)""\)")]
    private static partial Regex Requirement();

    [GeneratedRegex(@"\b(?:Explicit\s*=\s*true|Skip(?:When|Unless)?\s*=)")]
    private static partial Regex Off();
}
