using System.Security.Cryptography;
using System.Text;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MesoPen.Host.Api;

/// <summary>
/// What a browser does on behalf of another site goes no further: a change with a cookie needs the token that only this site's pages can read, and
/// no request that changes or signs in may say that it comes from elsewhere. A stop is refused only if it certainly does.
/// </summary>
internal static class CrossSiteGuard
{
    /// <summary>Header with the token.</summary>
    public const string Header = "Anti-Forgery";

    /// <summary>Refuses what came from elsewhere, and all but the change of password to who has a one-time password.</summary>
    public static void UseCrossSiteGuard(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (Refuse(http) is { } problem)
        {
            await ProblemAnswer.WriteAsync(http, problem);
            return;
        }

        await next(http);
    });

    private static Problem? Refuse(HttpContext http)
    {
        bool changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        bool byProgram = http.Request.Headers.ContainsKey("Authorization");
        if (http.GetEndpoint()?.Metadata.GetMetadata<StopLane>() is not null)
        {
            return changes && !byProgram && IsAnotherSites(http) ? Elsewhere() : null;
        }

        bool byCookie = http.User.Identity is { IsAuthenticated: true, AuthenticationType: CookieAuthentication.Scheme };
        // A browser lets any page open a WebSocket, and sends the cookie from every port of the same host.
        bool opens = http.Request.Headers.Upgrade.Count > 0;
        if ((changes || opens) && !byProgram && ComesFromElsewhere(http))
        {
            return Elsewhere();
        }

        if (!byCookie || http.GetEndpoint() is not { } endpoint)
        {
            return null;
        }

        bool begins = endpoint.Metadata.GetMetadata<AllowedRoles>() is { AnyOf: null };
        return changes && !begins && !HasToken(http) ? ApiProblems.CrossSite.With($"A change with a cookie needs the header {Header}: GET /api/v1/session says its value.")
            : http.User.HasClaim(CookieAuthentication.InitialClaim, "true") && !begins && endpoint.Metadata.GetMetadata<ForInitialPassword>() is null
                ? PeopleProblems.PasswordChangeNeeded.With("Choose a password of your own first: POST /api/v1/session/password.")
            : null;
    }

    private static Problem Elsewhere() => ApiProblems.CrossSite.With("The browser says that the request comes from another site.");

    /// <summary>
    /// Whether a stop is certainly another site's. A needless stop does no harm and one that is refused does: a browser that tells no more than that it
    /// will not say where a form comes from (an origin "null", without the newer header) is taken for one of ours, whose pages tell no referrer.
    /// </summary>
    private static bool IsAnotherSites(HttpContext http) => http.Request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "cross-site" or "same-site" => true,
        "" => Uri.TryCreate(http.Request.Headers.Origin, UriKind.Absolute, out Uri? origin)
            && !string.Equals(origin.Authority, http.Request.Host.Value, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool ComesFromElsewhere(HttpContext http)
    {
        string? site = http.Request.Headers["Sec-Fetch-Site"];
        string? origin = http.Request.Headers.Origin;
        if (site == "same-origin" && origin == "null")
        {
            // A plain form of our own page, which tells no referrer: browsers blank the origin then, and say in the other header where it comes from.
            return false;
        }

        return site is not (null or "" or "same-origin" or "none")
            || (!string.IsNullOrEmpty(origin) && !string.Equals(origin, $"{http.Request.Scheme}://{http.Request.Host}", StringComparison.OrdinalIgnoreCase));
    }

    private static bool HasToken(HttpContext http) =>
        http.Request.Headers[Header] is [{ } given] && http.Request.Cookies[CookieAuthentication.CookieName(http)] is { } secret
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(CookieAuthentication.AntiForgery(secret)));
}
