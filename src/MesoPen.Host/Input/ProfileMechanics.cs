namespace MesoPen.Host.Input;

/// <summary>How fast a device moves, as its profile states it: for time estimates and for the timing it must keep after a stop.</summary>
public sealed record ProfileMechanics
{
    /// <summary>Plunger steps per millilitre.</summary>
    public required long PlungerStepsPerMl { get; init; }

    /// <summary>Needle speed outwards, µm/s.</summary>
    public required int NeedleOutUmPerS { get; init; }

    /// <summary>Needle speed back, µm/s.</summary>
    public required int NeedleBackUmPerS { get; init; }

    /// <summary>Flow while injecting, nL/s for the whole head.</summary>
    public required long FlowNlPerS { get; init; }

    /// <summary>Pause between needle out and plunger start, ms.</summary>
    public required int SettleMs { get; init; }

    /// <summary>Pause between plunger stop and needle back, ms.</summary>
    public required int DwellMs { get; init; }

    /// <summary>Line pressure at which the device says that the way out is blocked, kPa.</summary>
    public required int OcclusionKpa { get; init; }

    /// <summary>Needle positions beyond the permitted depth by more than this are a fault, µm.</summary>
    public required int DepthToleranceUm { get; init; }

    /// <summary>Longest time from "needle back" to needle home, ms.</summary>
    public required int RetractMsMax { get; init; }
}
