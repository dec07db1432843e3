using System.Security.Claims;
using System.Text.Encodings.Web;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MesoPen.Host.Api;

/// <summary>Programs: <c>Authorization: Bearer TOKEN</c>.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ClinicDesk desk, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "token";

    /// <summary>Claim with the id of the token.</summary>
    public const string TokenClaim = "token";

    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? header = Request.Headers.Authorization;
        if (header is null || header.Length > 512 || !header.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return AuthenticateResult.NoResult();
        }

        string hash = Passwords.SecretSha256(header[Prefix.Length..]);
        ClinicState state = await IdentityState.ReadAsync(Context, desk, known => known.People.Tokens.ContainsKey(hash));
        if (!state.People.Tokens.TryGetValue(hash, out ApiTokenIssued? token)
            || token.ExpiresAt <= clock.GetUtcNow()
            || !state.People.All.TryGetValue(token.PersonId, out Person? person)
            || !person.Active)
        {
            return AuthenticateResult.Fail("The token is not known, or has expired.");
        }

        ClaimsPrincipal user = SignedIn.As(person.Id, token.Roles & person.Roles, Scheme);
        ((ClaimsIdentity)user.Identity!).AddClaim(new Claim(TokenClaim, token.TokenId));
        return AuthenticateResult.Success(new AuthenticationTicket(user, Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }
}
