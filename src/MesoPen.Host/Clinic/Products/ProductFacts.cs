using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Products;

/// <summary>
/// What is known of a product. No number here has a default: each has its source beside it (the instructions for use, a publication, the clinic's
/// own decision by name and date), and a sheet without one of them is refused.
/// </summary>
public abstract record ProductFacts
{
    /// <summary>Name on the label.</summary>
    public required string Name { get; init; }

    /// <summary>GTIN of 8, 12, 13 or 14 digits; stored with 14. Null if the package has none.</summary>
    public string? Gtin { get; init; }

    /// <summary>Who makes it.</summary>
    public required string Manufacturer { get; init; }

    /// <summary>All ingredients, at least one.</summary>
    public required ImmutableArray<Ingredient> Ingredients { get; init; }

    /// <summary>Allergens that the label names; may be empty.</summary>
    public required ImmutableArray<string> Allergens { get; init; }

    /// <summary>Zones it may be used in: ids of <c>hardware/zones.yaml</c>, at least one.</summary>
    public required ImmutableArray<string> AllowedZones { get; init; }

    /// <summary>Deepest, vertically in tissue, µm.</summary>
    public required int DepthMaxUm { get; init; }

    /// <summary>Who says so.</summary>
    public required string DepthSource { get; init; }

    /// <summary>Most in one session, nL.</summary>
    public required long SessionMaxNl { get; init; }

    /// <summary>Who says so.</summary>
    public required string SessionSource { get; init; }

    /// <summary>Most in one point, which is one shot of the whole head, nL.</summary>
    public required long PointMaxNl { get; init; }

    /// <summary>Who says so.</summary>
    public required string PointSource { get; init; }

    /// <summary>How long a vial may be used once it is opened, hours.</summary>
    public required int OpenHoursMax { get; init; }

    /// <summary>Who says so.</summary>
    public required string OpenSource { get; init; }

    /// <summary>Products it may be mixed with, each with a source; none unless said.</summary>
    public ImmutableArray<MixingPartner> MixableWith { get; init; } = [];

    /// <summary>The sheet alone, without what was asked or is known around it.</summary>
    internal ProductSheet Plain() => new(this);
}
