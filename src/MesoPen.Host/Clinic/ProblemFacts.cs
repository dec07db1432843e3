using System.Collections.Immutable;

namespace MesoPen.Host.Clinic;

/// <summary>What a problem is about.</summary>
public sealed record ProblemFacts
{
    /// <summary>Nothing is said.</summary>
    public static ProblemFacts None { get; } = new();

    /// <summary>Questions of the screening, by id.</summary>
    public ImmutableArray<string> Questions { get; init; } = [];

    /// <summary>Zone id; <c>all</c> for everywhere; null if it is about none.</summary>
    public string? Zone { get; init; }

    /// <summary>First day on which it does not block any more.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>After how many days something is over.</summary>
    public int? Days { get; init; }

    /// <summary>Kind of another treatment.</summary>
    public string? Kind { get; init; }

    /// <summary>The substance that the patient named.</summary>
    public string? Substance { get; init; }

    /// <summary>Which session of the series.</summary>
    public int? Session { get; init; }

    /// <summary>Whose signature is missing: patient or clinician.</summary>
    public string? Signature { get; init; }

    /// <summary>Id of the consent.</summary>
    public string? Consent { get; init; }
}
