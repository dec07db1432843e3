namespace MesoPen.Host.Clinic.People;

/// <summary>Asks to change what a person may be.</summary>
/// <param name="Roles">What the person may be from now on; at least one.</param>
public sealed record ChangeRoles(IReadOnlyList<Role> Roles);
