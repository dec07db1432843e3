using System.Text.Json.Serialization;

namespace MesoPen.Host.Api;

/// <summary>Why something is done.</summary>
public sealed record Reason
{
    /// <summary>One line; the kernel refuses an empty one.</summary>
    [JsonPropertyName("reason")]
    public string Text { get; init; } = "";
}
