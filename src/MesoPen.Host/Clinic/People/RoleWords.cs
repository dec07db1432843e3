namespace MesoPen.Host.Clinic.People;

/// <summary>Roles as lists of words, as people and programs write them.</summary>
public static class RoleWords
{
    /// <summary>Every role.</summary>
    public const Role All = Role.Clinician | Role.Engineer | Role.Administrator | Role.Auditor;

    /// <summary>The roles in it, one by one.</summary>
    public static IReadOnlyList<Role> List(Role roles) => [.. Enum.GetValues<Role>().Where(role => role != Role.None && roles.HasFlag(role))];

    /// <summary>All of them in one; null if the list is empty or holds no role.</summary>
    public static Role? Join(IReadOnlyList<Role> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        return roles.Count == 0 || roles.Any(role => role == Role.None) ? null : roles.Aggregate((all, each) => all | each);
    }
}
