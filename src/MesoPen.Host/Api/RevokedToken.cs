namespace MesoPen.Host.Api;

/// <summary>A token that no longer counts.</summary>
/// <param name="TokenId">Id of the token.</param>
public sealed record RevokedToken(string TokenId);
