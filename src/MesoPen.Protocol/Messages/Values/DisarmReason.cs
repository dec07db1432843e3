namespace MesoPen.Protocol;

/// <summary>Why there is no live permit.</summary>
public enum DisarmReason : byte
{
    /// <summary>None was granted in this boot.</summary>
    None = 0,

    /// <summary>It was revoked.</summary>
    Revoked = 1,

    /// <summary>Its lease lapsed.</summary>
    Lapsed = 2,

    /// <summary>A stop ended it.</summary>
    Stop = 3,

    /// <summary>A fault ended it.</summary>
    Fault = 4,

    /// <summary>There is one.</summary>
    Live = 255,
}
