using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.People;

/// <summary>Accounts, sign-ins, tokens, competence and overrides.</summary>
public sealed record PeopleState
{
    /// <summary>Before the first event.</summary>
    public static PeopleState Empty { get; } = new();

    /// <summary>By sign-in name.</summary>
    public ImmutableSortedDictionary<string, Person> All { get; private init; } = ImmutableSortedDictionary<string, Person>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Tokens by the hash of their secret.</summary>
    public ImmutableDictionary<string, ApiTokenIssued> Tokens { get; private init; } = ImmutableDictionary<string, ApiTokenIssued>.Empty;

    /// <summary>Sign-ins by the hash of what the browser keeps.</summary>
    public ImmutableDictionary<string, SignIn> SignIns { get; private init; } = ImmutableDictionary<string, SignIn>.Empty;

    /// <summary>How people prove who they are, by sign-in name. Never shown.</summary>
    public ImmutableDictionary<string, Account> Accounts { get; private init; } = ImmutableDictionary<string, Account>.Empty;

    /// <summary>Overrides by id.</summary>
    public ImmutableSortedDictionary<string, Override> Overrides { get; private init; } =
        ImmutableSortedDictionary<string, Override>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>How a person proves who he is.</summary>
    public Account Account(string personId) => Accounts.GetValueOrDefault(personId, People.Account.Empty);

    /// <summary>The state after one more event.</summary>
    public PeopleState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Event switch
        {
            PersonAdded e => With(new Person(e.PersonId, e.Name, e.Roles, fact.Sequence)),
            PersonRolesChanged e => With(All[e.PersonId] with { Roles = e.Roles, Version = fact.Sequence }),
            PersonDeactivated e => With(All[e.PersonId] with { Active = false, Version = fact.Sequence }).WithoutSignIns(e.PersonId).WithoutTokens(e.PersonId),
            PersonReactivated e => With(All[e.PersonId] with { Active = true, Version = fact.Sequence }),
            CompetenceSignedOff e => With(All[e.PersonId] with
            {
                Competence = All[e.PersonId].Competence.SetItem(e.DeviceFamily, new Competence(e.DeviceFamily, e.Until, e.Signature)),
                Version = fact.Sequence,
            }),
            CompetenceWithdrawn e => With(All[e.PersonId] with
            {
                Competence = All[e.PersonId].Competence.Remove(e.DeviceFamily), Version = fact.Sequence,
            }),
            ApiTokenIssued e => this with { Tokens = Tokens.SetItem(e.Sha256, e) },
            ApiTokenRevoked e => this with { Tokens = Tokens.RemoveRange(Tokens.Where(each => each.Value.TokenId == e.TokenId).Select(each => each.Key)) },
            OverrideProposed e => With(new Override(e.OverrideId, e.Subject, e.Reason, e.Signature, fact.Sequence)),
            OverrideSigned e => With(Overrides[e.OverrideId] with { Agreed = e.Signature, Version = fact.Sequence }),
            OverrideWithdrawn e => With(Overrides[e.OverrideId] with { WithdrawnBy = e.By, Version = fact.Sequence }),
            _ => ApplySignIns(fact),
        };
    }

    private PeopleState ApplySignIns(ClinicFact fact) => fact.Event switch
    {
        PasswordSet e when e.By != e.PersonId =>
            With(e.PersonId, new Account(e.Hash, e.InitialUntil, 0, null)).WithoutSignIns(e.PersonId).WithoutTokens(e.PersonId),
        PasswordSet e => With(e.PersonId, new Account(e.Hash, e.InitialUntil, 0, null)).WithoutSignIns(e.PersonId),
        PasswordRehashed e => With(e.PersonId, Account(e.PersonId) with { PasswordHash = e.Hash }),
        PersonUnlocked e => With(e.PersonId, Account(e.PersonId) with { Failures = 0, LockedUntil = null }),
        SignInFailed { PersonId: "" } => this,
        SignInFailed { LockedUntil: { } until } e => With(e.PersonId, Account(e.PersonId) with { Failures = 0, LockedUntil = until }),
        SignInFailed e => With(e.PersonId, Account(e.PersonId) with { Failures = Account(e.PersonId).Failures + 1 }),
        SignInBegun e => With(e.By, Account(e.By) with { Failures = 0, LockedUntil = null }) with
        {
            SignIns = SignIns
                .RemoveRange(SignIns.Where(each => each.Value.ExpiresAt <= fact.At).Select(each => each.Key))
                .SetItem(e.Sha256, new SignIn(e.SignInId, e.By, e.Station, fact.At, e.ExpiresAt)),
        },
        SignInEnded e => this with { SignIns = SignIns.RemoveRange(SignIns.Where(each => each.Value.Id == e.SignInId).Select(each => each.Key)) },
        AllSignInsEnded e => WithoutSignIns(e.PersonId),
        _ => this,
    };

    private PeopleState With(Person person) => this with { All = All.SetItem(person.Id, person) };

    private PeopleState With(Override changed) => this with { Overrides = Overrides.SetItem(changed.Id, changed) };

    private PeopleState With(string personId, Account account) => this with { Accounts = Accounts.SetItem(personId, account) };

    private PeopleState WithoutSignIns(string personId) =>
        this with { SignIns = SignIns.RemoveRange(SignIns.Where(each => each.Value.PersonId == personId).Select(each => each.Key)) };

    /// <summary>Whoever had them may not be the person any more.</summary>
    private PeopleState WithoutTokens(string personId) =>
        this with { Tokens = Tokens.RemoveRange(Tokens.Where(each => each.Value.PersonId == personId).Select(each => each.Key)) };
}
