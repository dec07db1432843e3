namespace MesoPen.Hil;

/// <summary>What <c>mesopen-hil</c> ends with; documented in docs/hil.md.</summary>
internal static class HilExit
{
    /// <summary>Everything passed.</summary>
    public const int Passed = 0;

    /// <summary>Something failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line or a file is not what it must be. Nothing was run.</summary>
    public const int BadInput = 2;
}
