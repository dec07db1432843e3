namespace MesoPen.Hil;

/// <summary>What is expected when a run is over.</summary>
internal enum ExpectationKind
{
    /// <summary>How the runs of treat ended, in order.</summary>
    Runs,

    /// <summary>State of the session at the end.</summary>
    State,

    /// <summary>State of the device at the end.</summary>
    Device,

    /// <summary>A person was told a refusal with this text, or that of this limit.</summary>
    Refusal,

    /// <summary>A field of the record.</summary>
    Record,

    /// <summary>A figure of the plant's truth.</summary>
    Truth,

    /// <summary>How many frames of a type the host sent.</summary>
    Wire,

    /// <summary>A fault that latched.</summary>
    Latched,

    /// <summary>A person was told this.</summary>
    Told,

    /// <summary>A person was asked this.</summary>
    Asked,
}
