namespace MesoPen.Host.Clinic.Products;

/// <summary>What an ingredient is, as the field sorts them.</summary>
public enum IngredientClass
{
    /// <summary>Hyaluronic acid that is not cross-linked.</summary>
    NonCrossLinkedHyaluronicAcid,

    /// <summary>A vitamin.</summary>
    Vitamin,

    /// <summary>An amino acid.</summary>
    AminoAcid,

    /// <summary>A peptide.</summary>
    Peptide,

    /// <summary>A growth factor.</summary>
    GrowthFactor,

    /// <summary>A mineral or a coenzyme.</summary>
    MineralOrCoenzyme,

    /// <summary>A nucleic acid, or parts of one.</summary>
    NucleicAcid,

    /// <summary>An extract of a plant.</summary>
    PlantExtract,

    /// <summary>Anything else: a preservative, a buffer, an anaesthetic.</summary>
    Other,
}
