using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Products;

/// <summary>What a GS1 element string says.</summary>
public sealed record Gs1Elements
{
    /// <summary>All elements, in the order of the string, those too that mean nothing here.</summary>
    public ImmutableArray<Gs1Element> All { get; init; } = [];

    /// <summary>GTIN of 14 digits with a right check digit: identifier 01.</summary>
    public string? Gtin => Value("01");

    /// <summary>Lot or batch: 10.</summary>
    public string? Lot => Value("10");

    /// <summary>Serial number: 21.</summary>
    public string? Serial => Value("21");

    /// <summary>Additional product identification of the maker: 240.</summary>
    public string? Additional => Value("240");

    /// <summary>Day of production: 11.</summary>
    public DateOnly? Produced { get; init; }

    /// <summary>Last day of use: 17.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>What is left of the string from an identifier on whose end cannot be known here; null if all of it was read.</summary>
    public string? Unread { get; init; }

    /// <summary>The elements as people read them: <c>(01)09521234543213(10)ABC</c>.</summary>
    public override string ToString() =>
        string.Concat(All.Select(each => $"({each.Ai}){each.Value}")) + (Unread is null ? "" : $" and {Unread}, which is not supported");

    private string? Value(string ai) => All.FirstOrDefault(each => each.Ai == ai)?.Value;
}
