using System.Security.Claims;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using Microsoft.AspNetCore.Http;

namespace MesoPen.Host.Api;

/// <summary>The person behind a request, as claims and back.</summary>
internal static class SignedIn
{
    /// <summary>Claims of a person: id and one for each role.</summary>
    public static ClaimsPrincipal As(string person, Role roles, string scheme)
    {
        IEnumerable<Claim> claims = Enum.GetValues<Role>()
            .Where(role => role != Role.None && roles.HasFlag(role))
            .Select(role => new Claim(ClaimTypes.Role, role.ToString()))
            .Append(new Claim(ClaimTypes.NameIdentifier, person));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    /// <summary>Id of who asks; empty if nobody is signed in.</summary>
    public static string PersonOf(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    /// <summary>Who asks.</summary>
    public static Actor Of(HttpContext http, string station, DateTimeOffset now) => new(PersonOf(http), RolesOf(http.User), station, now);

    /// <summary>What somebody may be.</summary>
    public static Role RolesOf(ClaimsPrincipal user) =>
        user.FindAll(ClaimTypes.Role).Aggregate(Role.None, (roles, claim) => roles | Enum.Parse<Role>(claim.Value));
}
