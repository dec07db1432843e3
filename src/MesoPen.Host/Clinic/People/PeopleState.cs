using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.People;

/// <summary>Accounts, tokens and competence.</summary>
public sealed record PeopleState
{
    /// <summary>Before the first event.</summary>
    public static PeopleState Empty { get; } = new();

    /// <summary>By sign-in name.</summary>
    public ImmutableSortedDictionary<string, Person> All { get; private init; } = ImmutableSortedDictionary<string, Person>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Tokens by the hash of their secret.</summary>
    public ImmutableDictionary<string, ApiTokenIssued> Tokens { get; private init; } = ImmutableDictionary<string, ApiTokenIssued>.Empty;

    /// <summary>The state after one more event.</summary>
    public PeopleState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Event switch
        {
            PersonAdded e => this with { All = All.SetItem(e.PersonId, new Person(e.PersonId, e.Name, e.Roles, fact.Sequence)) },
            ApiTokenIssued e => this with { Tokens = Tokens.SetItem(e.Sha256, e) },
            _ => this,
        };
    }
}
