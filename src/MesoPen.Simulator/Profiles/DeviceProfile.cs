using MesoPen.Firmware;

namespace MesoPen.Simulator;

/// <summary>One file of hardware/profiles, read and checked.</summary>
/// <param name="Id">The profile's id; what the device answers as its model.</param>
/// <param name="Title">For people.</param>
/// <param name="Needles">Needles in the head.</param>
/// <param name="Caps">What the firmware enforces by itself.</param>
/// <param name="Mechanics">What the firmware knows of its machine.</param>
/// <param name="Tolerance">How far the device's own figures may lie from what happened.</param>
/// <param name="Plant">The physics, for the simulator alone.</param>
public sealed record DeviceProfile(
    string Id,
    string Title,
    int Needles,
    DeviceCaps Caps,
    DeviceMechanics Mechanics,
    ShotTolerance Tolerance,
    PlantConstants Plant)
{
    /// <summary>What is burnt into a device of this profile.</summary>
    /// <param name="serial">Serial number, at most 32 ASCII characters.</param>
    /// <param name="calibrationDueDay">Days since 1970-01-01; 0 = never calibrated.</param>
    public DeviceConfiguration Configure(string serial, uint calibrationDueDay) => new()
    {
        Model = Id,
        Serial = serial,
        Needles = Needles,
        CalibrationDueDay = calibrationDueDay,
        DepthMinUm = Caps.DepthMinUm,
        DepthMaxUm = Caps.DepthMaxUm,
        DoseMinNl = Caps.DoseMinNl,
        DoseMaxNl = Caps.DoseMaxNl,
        DoseStepNl = Caps.DoseStepNl,
        MinIntervalMs = Caps.MinIntervalMs,
        LeaseMaxMs = Caps.LeaseMaxMs,
        PermitShotsMax = Caps.PermitShotsMax,
        JournalCapacity = Caps.JournalCapacity,
        CartridgeNl = Caps.CartridgeNl,
        PrimeMaxNl = Caps.PrimeMaxNl,
        TriggerModes = Caps.TriggerModes,
        PlungerStepsPerMl = Mechanics.PlungerStepsPerMl,
        NeedleOutUmPerS = Mechanics.NeedleOutUmPerS,
        NeedleBackUmPerS = Mechanics.NeedleBackUmPerS,
        FlowNlPerS = Mechanics.FlowNlPerS,
        SettleMs = Mechanics.SettleMs,
        DwellMs = Mechanics.DwellMs,
        OcclusionKpa = Mechanics.OcclusionKpa,
        DepthToleranceUm = Mechanics.DepthToleranceUm,
        TemperatureMinCc = Mechanics.TemperatureMinCc,
        TemperatureMaxCc = Mechanics.TemperatureMaxCc,
        BatteryMinPermille = Mechanics.BatteryMinPermille,
        TriggerStuckMs = Mechanics.TriggerStuckMs,
    };
}
