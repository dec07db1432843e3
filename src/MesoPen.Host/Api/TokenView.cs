using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Api;

/// <summary>A token as the API shows it.</summary>
/// <param name="TokenId">Id of the token; not a secret.</param>
/// <param name="PersonId">In whose name.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Roles">What it may be.</param>
/// <param name="ExpiresAt">It does not count from then on.</param>
public sealed record TokenView(string TokenId, string PersonId, string Name, IReadOnlyList<Role> Roles, DateTimeOffset ExpiresAt)
{
    /// <summary>The token itself: shown once, when it is issued, and kept nowhere.</summary>
    public string? Token { get; init; }

    /// <summary>A token without its secret.</summary>
    public static TokenView Of(ApiTokenIssued token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new TokenView(token.TokenId, token.PersonId, token.Name, RoleWords.List(token.Roles), token.ExpiresAt);
    }

    /// <summary>Without the secret: nothing that is logged may hold it.</summary>
    public override string ToString() => $"{nameof(TokenView)} {TokenId}";
}
