namespace MesoPen.Host.Cli;

/// <summary>What <c>mesopen</c> ends with; documented in docs/operating.md.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Completed = 0;

    /// <summary>A defect of this program.</summary>
    public const int Defect = 1;

    /// <summary>The command line, a file, or the data folder is not what it must be. Nothing was changed.</summary>
    public const int BadInput = 2;

    /// <summary>A limit refused it.</summary>
    public const int Refused = 3;

    /// <summary>The device faulted or must not be used.</summary>
    public const int DeviceFault = 4;

    /// <summary>A person stopped it.</summary>
    public const int Stopped = 5;

    /// <summary>The device was not found, or was lost.</summary>
    public const int LinkLost = 6;

    /// <summary>A second person has to decide; then it can go on.</summary>
    public const int Waits = 7;
}
