using MesoPen.Host.Clinic.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace MesoPen.Host.Api;

/// <summary>Who may use an endpoint. Every endpoint says it; one that does not fails a test.</summary>
internal static class EndpointRights
{
    /// <summary>Only people and programs with one of these roles.</summary>
    public static T For<T>(this T endpoint, Role anyOf)
        where T : IEndpointConventionBuilder
    {
        string[] roles = [.. Enum.GetValues<Role>().Where(role => role != Role.None && anyOf.HasFlag(role)).Select(role => role.ToString())];
        endpoint.RequireAuthorization(new AuthorizeAttribute { Roles = string.Join(',', roles) });
        return endpoint.WithMetadata(new AllowedRoles(anyOf));
    }

    /// <summary>Everybody, without signing in.</summary>
    public static T ForAnyone<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.AllowAnonymous().WithMetadata(new AllowedRoles(null));

    private static T WithMetadata<T>(this T endpoint, object metadata)
        where T : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(metadata));
        return endpoint;
    }
}
