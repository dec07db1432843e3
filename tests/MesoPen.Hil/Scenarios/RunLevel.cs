namespace MesoPen.Hil;

/// <summary>Where a scenario runs.</summary>
internal enum RunLevel
{
    /// <summary>Host and simulator in one process, on virtual time, bit for bit the same from a seed.</summary>
    Virtual,

    /// <summary>Real processes on a real pseudo-terminal, in real time.</summary>
    Pty,
}
