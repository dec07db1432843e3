namespace MesoPen.Host.Api.Health;

/// <summary>How a part of the station stands, the better the smaller.</summary>
public enum ReadinessState
{
    /// <summary>As it should be.</summary>
    Ready,

    /// <summary>Works, and somebody should look at it soon.</summary>
    Degraded,

    /// <summary>Nothing new can begin.</summary>
    Down,
}
