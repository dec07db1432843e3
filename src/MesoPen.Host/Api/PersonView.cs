using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Api;

/// <summary>A person as the API shows it.</summary>
/// <param name="PersonId">Sign-in name.</param>
/// <param name="Name">Printed name.</param>
/// <param name="Roles">What the person may be.</param>
/// <param name="Active">Works here now.</param>
/// <param name="Competence">What the person is signed off for.</param>
/// <param name="MustChangePassword">Has a one-time password that was not changed yet.</param>
/// <param name="LockedUntil">The account is locked until then; null if it is not.</param>
/// <param name="Version">Version, as the ETag says it.</param>
public sealed record PersonView(
    string PersonId, string Name, IReadOnlyList<Role> Roles, bool Active, IReadOnlyList<Competence> Competence, bool MustChangePassword,
    DateTimeOffset? LockedUntil, long Version)
{
    /// <summary>One-time password of a person who was just added or whose password was reset: shown once, kept nowhere.</summary>
    public string? OneTimePassword { get; init; }

    /// <summary>The person; must be known.</summary>
    public static PersonView Of(ClinicState state, string personId)
    {
        ArgumentNullException.ThrowIfNull(state);
        Person person = state.People.All[personId];
        Account account = state.People.Account(personId);
        return new PersonView(
            person.Id, person.Name, RoleWords.List(person.Roles), person.Active, [.. person.Competence.Values], account.IsInitial, account.LockedUntil,
            person.Version);
    }

    /// <summary>The person; null if not known.</summary>
    public static PersonView? Find(ClinicState state, string personId)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.People.All.ContainsKey(personId) ? Of(state, personId) : null;
    }

    /// <summary>Without the one-time password: nothing that is logged may hold it.</summary>
    public override string ToString() => $"{nameof(PersonView)} {PersonId}";
}
