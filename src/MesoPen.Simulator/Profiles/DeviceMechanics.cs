namespace MesoPen.Simulator;

/// <summary>The mechanics section of a profile: what the firmware knows of its machine. Units are in the names.</summary>
/// <param name="PlungerStepsPerMl">Encoder steps per millilitre.</param>
/// <param name="NeedleOutUmPerS">Needle speed outwards, µm/s.</param>
/// <param name="NeedleBackUmPerS">Needle speed back, µm/s.</param>
/// <param name="FlowNlPerS">Flow of the whole head, nL/s.</param>
/// <param name="SettleMs">Pause between needle out and plunger start, ms.</param>
/// <param name="DwellMs">Pause between plunger stop and needle back, ms.</param>
/// <param name="OcclusionKpa">Line pressure that counts as an occlusion, kPa.</param>
/// <param name="DepthToleranceUm">Encoder positions beyond the permit by more than this are a fault, µm.</param>
/// <param name="TemperatureMinCc">Lowest operating temperature, hundredths of a degree.</param>
/// <param name="TemperatureMaxCc">Highest operating temperature, hundredths of a degree.</param>
/// <param name="BatteryMinPermille">Charge below which the device faults, thousandths.</param>
/// <param name="TriggerStuckMs">A trigger held longer than this without a permit is stuck, ms.</param>
/// <param name="RetractMsMax">Longest time from "needle back" to needle home, ms.</param>
public sealed record DeviceMechanics(
    long PlungerStepsPerMl,
    int NeedleOutUmPerS,
    int NeedleBackUmPerS,
    long FlowNlPerS,
    int SettleMs,
    int DwellMs,
    int OcclusionKpa,
    int DepthToleranceUm,
    int TemperatureMinCc,
    int TemperatureMaxCc,
    int BatteryMinPermille,
    int TriggerStuckMs,
    int RetractMsMax);
