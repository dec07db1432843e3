namespace MesoPen.Host.Api.Events;

/// <summary>How soon somebody has to act, in the manner of IEC 60601-1-8: by what may come of not acting, and how soon.</summary>
public enum AlarmPriority
{
    /// <summary>An injury that does not pass by itself may come at once: red.</summary>
    High,

    /// <summary>An injury may come soon, or nobody can tell what was given: yellow.</summary>
    Medium,

    /// <summary>Nothing comes of it but that the treatment waits: cyan.</summary>
    Low,
}
