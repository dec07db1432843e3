namespace MesoPen.Host.Api.Health;

/// <summary>One thing that /health/ready looks at. Registered as a service; there may be many.</summary>
public interface IReadinessCheck
{
    /// <summary>Its name, one or more small words with hyphens.</summary>
    string Name { get; }

    /// <summary>How it stands. Must answer within a second and never throw but for <paramref name="cancel"/>.</summary>
    Task<ReadinessFinding> CheckAsync(CancellationToken cancel);
}
