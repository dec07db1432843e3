using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Products;

/// <summary>What became of a scan: elements, or several ways to read it, or none.</summary>
public sealed record Gs1Reading
{
    private Gs1Reading(Gs1Elements? elements, ImmutableArray<Gs1Elements> candidates, string sentence) =>
        (Elements, Candidates, Sentence) = (elements, candidates, sentence);

    /// <summary>What was read; null if nothing was, or if it is not certain.</summary>
    public Gs1Elements? Elements { get; }

    /// <summary>Every way in which the text can be read, if there are several: the separators are lost. A person has to say which.</summary>
    public ImmutableArray<Gs1Elements> Candidates { get; }

    /// <summary>Why there are no elements, and what to do; empty if there are.</summary>
    public string Sentence { get; }

    /// <summary>Whether a person has to say which way of reading is right.</summary>
    public bool IsAmbiguous => !Candidates.IsEmpty;

    /// <summary>Read, and certain.</summary>
    internal static Gs1Reading Of(Gs1Elements elements) => new(elements, [], "");

    /// <summary>Several ways.</summary>
    internal static Gs1Reading Ambiguous(ImmutableArray<Gs1Elements> candidates, string sentence) => new(null, candidates, sentence);

    /// <summary>Not read.</summary>
    internal static Gs1Reading Refused(string sentence) => new(null, [], sentence);
}
