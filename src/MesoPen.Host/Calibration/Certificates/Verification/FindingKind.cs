namespace MesoPen.Host.Calibration;

/// <summary>What a check came to.</summary>
internal enum FindingKind
{
    /// <summary>As it must be.</summary>
    Right,

    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Not as it must be: do not rely on the file.</summary>
    Wrong,
}
