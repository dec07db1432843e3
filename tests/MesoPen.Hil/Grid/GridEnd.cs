namespace MesoPen.Hil;

/// <summary>The safe states in which a treatment with a fault may end.</summary>
internal enum GridEnd
{
    /// <summary>Every point treated once, each shot settled, the record equal to the plant.</summary>
    Completed,

    /// <summary>Latched: stopped or faulted, at rest, no permit live; what is known is settled, what is not is shown as unknown.</summary>
    Latched,

    /// <summary>Nothing was armed, or nothing any more, and a person was told why.</summary>
    Refused,

    /// <summary>The device was not found; the person was told.</summary>
    LinkLost,
}
