using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Api;

/// <summary>Metadata of an endpoint: who may use it.</summary>
/// <param name="AnyOf">One of these roles; null for anybody.</param>
internal sealed record AllowedRoles(Role? AnyOf);
