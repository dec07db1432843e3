using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Api;

/// <summary>Who asks, as the API knows it.</summary>
/// <param name="PersonId">Sign-in name.</param>
/// <param name="Name">Printed name.</param>
/// <param name="Roles">What the person or token may be.</param>
/// <param name="MustChangePassword">Signed in with a one-time password: nothing goes but changing it.</param>
/// <param name="AntiForgery">Value of the header Anti-Forgery of every change by cookie; null for a token.</param>
/// <param name="ExpiresAt">The sign-in counts until then; null for a token.</param>
public sealed record SessionView(
    string PersonId, string Name, IReadOnlyList<Role> Roles, bool MustChangePassword, string? AntiForgery, DateTimeOffset? ExpiresAt);
