namespace MesoPen.Kernel;

/// <summary>How much a notice matters.</summary>
public enum NoticeKind
{
    /// <summary>For information.</summary>
    Info,
    /// <summary>A request was refused; nothing changed.</summary>
    Refused,
    /// <summary>The treatment paused.</summary>
    Paused,
    /// <summary>Stopped or faulted.</summary>
    Stopped,
}
