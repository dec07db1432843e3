namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>What an outcome measures.</summary>
public enum Measure
{
    /// <summary>Hydration of the skin.</summary>
    Hydration,

    /// <summary>Elasticity of the skin.</summary>
    Elasticity,

    /// <summary>Pigmentation of the skin.</summary>
    Pigmentation,

    /// <summary>A score of the clinic's own choice, which has a name.</summary>
    Score,
}
