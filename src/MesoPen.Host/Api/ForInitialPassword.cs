namespace MesoPen.Host.Api;

/// <summary>Metadata of an endpoint that is open to who must change a one-time password first.</summary>
internal sealed record ForInitialPassword;
