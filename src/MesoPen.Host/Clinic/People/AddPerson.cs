namespace MesoPen.Host.Clinic.People;

/// <summary>Asks to add a person.</summary>
/// <param name="PersonId">Sign-in name: small letters, digits, dots, hyphens.</param>
/// <param name="Name">Printed name, as it stands under signatures.</param>
/// <param name="Roles">What the person may be; at least one.</param>
public sealed record AddPerson(string PersonId, string Name, IReadOnlyList<Role> Roles);
