namespace MesoPen.Host.Connection;

/// <summary>Why a device was refused.</summary>
public enum RefusalKind
{
    /// <summary>It speaks no version of the protocol that the host speaks.</summary>
    ProtocolVersion,

    /// <summary>It is of another model.</summary>
    Model,

    /// <summary>It has another serial.</summary>
    Serial,

    /// <summary>Its lifetime shot counter is lower than it was: its memory was lost or put back.</summary>
    MemoryLost,
}
