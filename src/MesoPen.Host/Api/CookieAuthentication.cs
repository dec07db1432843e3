using System.Security.Claims;
using System.Text.Encodings.Web;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MesoPen.Host.Api;

/// <summary>People: a cookie that holds a secret of the sign-in.</summary>
internal sealed class CookieAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ClinicDesk desk, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "cookie";

    /// <summary>Claim with the id of the sign-in.</summary>
    public const string SignInClaim = "sign-in";

    /// <summary>Claim of who signed in with a one-time password, and must change it.</summary>
    public const string InitialClaim = "initial";

    /// <summary>The cookie's name. With HTTPS browsers take a name of this form only from this very host.</summary>
    public static string CookieName(HttpContext http) => http.Request.IsHttps ? "__Host-mesopen" : "mesopen";

    /// <summary>What a page of this site sends along with a change: known only to who can read the answers of this site.</summary>
    public static string AntiForgery(string secret) => Passwords.SecretSha256("anti-forgery:" + secret);

    /// <summary>The cookie of a new sign-in.</summary>
    public static void Set(HttpContext http, string secret, DateTimeOffset expires) => http.Response.Cookies.Append(CookieName(http), secret, Form(http, expires));

    /// <summary>Takes the cookie away.</summary>
    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(CookieName(http), Form(http, null));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[CookieName(Context)] is not { Length: > 0 and <= 128 } secret)
        {
            return AuthenticateResult.NoResult();
        }

        string sha256 = Passwords.SecretSha256(secret);
        ClinicState state = await IdentityState.ReadAsync(Context, desk, known => known.People.SignIns.ContainsKey(sha256));
        if (!state.People.SignIns.TryGetValue(sha256, out SignIn? signIn)
            || signIn.ExpiresAt <= clock.GetUtcNow()
            || !state.People.All.TryGetValue(signIn.PersonId, out Person? person)
            || !person.Active)
        {
            return AuthenticateResult.Fail("The sign-in is not known, or has expired.");
        }

        ClaimsPrincipal user = SignedIn.As(person.Id, person.Roles, Scheme);
        ClaimsIdentity identity = (ClaimsIdentity)user.Identity!;
        identity.AddClaim(new Claim(SignInClaim, signIn.Id));
        if (state.People.Account(person.Id).IsInitial)
        {
            identity.AddClaim(new Claim(InitialClaim, "true"));
        }

        return AuthenticateResult.Success(new AuthenticationTicket(user, Scheme));
    }

    private static CookieOptions Form(HttpContext http, DateTimeOffset? expires) => new()
    {
        HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", Expires = expires, IsEssential = true,
    };
}
