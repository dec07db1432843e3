namespace MesoPen.Host.Api;

/// <summary>What the API needs to begin.</summary>
public sealed record ApiOptions
{
    /// <summary>Addresses to listen on; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5480"];

    /// <summary>Id of this station: on events and rows of its own.</summary>
    public required string Station { get; init; }
}
