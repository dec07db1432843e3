namespace MesoPen.Host.Clinic.Products;

/// <summary>An application identifier with what may stand behind it (GS1 General Specifications, section 3 and figure 7.8.5-2).</summary>
/// <param name="Ai">Its digits.</param>
/// <param name="Min">Fewest characters behind it.</param>
/// <param name="Max">Most characters behind it.</param>
/// <param name="Ends">How its end is known.</param>
internal readonly record struct Gs1Identifier(string Ai, int Min, int Max, Gs1End Ends)
{
    // Identifiers of predefined length by their first two digits: digits of the identifier, digits behind it.
    private static readonly Dictionary<string, (int Ai, int Value)> Predefined = new()
    {
        ["00"] = (2, 18), ["01"] = (2, 14), ["02"] = (2, 14), ["03"] = (2, 14), ["04"] = (2, 16),
        ["11"] = (2, 6), ["12"] = (2, 6), ["13"] = (2, 6), ["14"] = (2, 6), ["15"] = (2, 6), ["16"] = (2, 6), ["17"] = (2, 6), ["18"] = (2, 6),
        ["19"] = (2, 6), ["20"] = (2, 2),
        ["31"] = (4, 6), ["32"] = (4, 6), ["33"] = (4, 6), ["34"] = (4, 6), ["35"] = (4, 6), ["36"] = (4, 6), ["41"] = (3, 13),
    };

    // Those of variable length that this reader takes.
    private static readonly Dictionary<string, int> Variable = new() { ["10"] = 20, ["21"] = 20, ["240"] = 30 };

    // Identifiers that exist and are not read here, by how they begin, with how many digits they have. Some families are wider than what GS1 has
    // given out: then a text without separators is asked about once too often, never once too rarely.
    private static readonly (string Begins, int Digits)[] Others =
    [
        ("22", 2), ("235", 3), ("241", 3), ("242", 3), ("243", 3), ("25", 3), ("30", 2), ("37", 2), ("39", 4), ("40", 3), ("42", 3), ("43", 4),
        ("700", 4), ("701", 4), ("702", 4), ("703", 4), ("704", 4), ("71", 3), ("723", 4), ("724", 4), ("725", 4), ("800", 4), ("801", 4),
        ("802", 4), ("803", 4), ("811", 4), ("820", 4), ("9", 2),
    ];

    /// <summary>The identifier that a text begins with; null if it begins with none.</summary>
    public static Gs1Identifier? At(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]))
        {
            return null;
        }

        if (Predefined.TryGetValue(text[..2].ToString(), out (int Ai, int Value) known))
        {
            return Digits(text, known.Ai) is { } ai ? new Gs1Identifier(ai, known.Value, known.Value, Gs1End.Predefined) : null;
        }

        foreach ((string variable, int most) in Variable)
        {
            if (text.StartsWith(variable, StringComparison.Ordinal))
            {
                return new Gs1Identifier(variable, 1, most, Gs1End.Separator);
            }
        }

        foreach ((string begins, int digits) in Others)
        {
            if (text.StartsWith(begins, StringComparison.Ordinal) && Digits(text, digits) is { } ai)
            {
                return new Gs1Identifier(ai, 1, int.MaxValue, Gs1End.NotSupported);
            }
        }

        return null;
    }

    private static string? Digits(ReadOnlySpan<char> text, int count) =>
        text.Length >= count && !text[..count].ContainsAnyExceptInRange('0', '9') ? text[..count].ToString() : null;
}
