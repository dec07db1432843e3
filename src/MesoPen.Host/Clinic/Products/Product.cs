using System.Diagnostics.CodeAnalysis;

namespace MesoPen.Host.Clinic.Products;

/// <summary>A product as it is known now.</summary>
public sealed record Product : ProductFacts
{
    /// <summary>A product by its sheet.</summary>
    [SetsRequiredMembers]
    public Product(string id, int revision, ProductFacts sheet, long version)
        : base(sheet) => (Id, Revision, Version) = (id, revision, version);

    /// <summary>The clinic's own id.</summary>
    public string Id { get; }

    /// <summary>Which sheet this is, from 1: every change of the sheet is a new one.</summary>
    public int Revision { get; }

    /// <summary>Why it is used no longer; null while it is.</summary>
    public string? RetiredBecause { get; init; }

    /// <summary>Sequence of the last event about it.</summary>
    public long Version { get; init; }
}
