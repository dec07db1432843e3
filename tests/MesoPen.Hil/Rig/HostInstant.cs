namespace MesoPen.Hil;

/// <summary>Where a host process can be killed so that the world sees a difference.</summary>
internal enum HostInstant
{
    /// <summary>A frame was decided and has not left.</summary>
    BeforeSend,

    /// <summary>A frame has left.</summary>
    AfterSend,

    /// <summary>Records were submitted and are not on the disk.</summary>
    BeforeWrite,

    /// <summary>Records are on the disk, and nobody has been told.</summary>
    AfterWrite,
}
