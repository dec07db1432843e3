using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Clinic.Site;

/// <summary>Asks to begin a clinic that has no person yet, with its first one.</summary>
/// <param name="Code">The setup code that the station printed when it started.</param>
/// <param name="SiteName">The clinic's name, as it is printed on records.</param>
/// <param name="PersonId">Sign-in name of the first person.</param>
/// <param name="Name">Printed name, as it stands under signatures.</param>
/// <param name="Password">The person's own password.</param>
/// <param name="Roles">What the person may be; administrator must be among them.</param>
/// <param name="Example">Fills the clinic with an example: it treats on simulated devices alone, for ever.</param>
/// <param name="Language">Language of the clinic, BCP 47, such as en; null if it does not matter.</param>
public sealed record BeginSite(
    string Code, string SiteName, string PersonId, string Name, string Password, IReadOnlyList<Role> Roles, bool Example = false, string? Language = null);
