using MesoPen.Firmware;

namespace MesoPen.Gpio;

/// <summary>Reads of a profile in hardware/profiles what is burnt into a device: caps and mechanics.</summary>
internal static class ProfileCaps
{
    private static readonly string[] TriggerModeNames = ["single", "repeat", "continuous"];
    private static readonly string[] Others = ["title", "version", "kind", "baud", "tolerance", "plant", "sources"];

    /// <summary>Reads a profile.</summary>
    /// <exception cref="BoardException">It cannot be used.</exception>
    internal static (DeviceConfiguration Device, int RetractMsMax) Read(string file)
    {
        BoardSection y = BoardSection.Open(file);
        _ = y.Int("profile", 1, 1);
        string id = y.Text("id");
        int needles = y.Int("needles", 1, 64);
        foreach (string other in Others)
        {
            y.PassOver(other);
        }

        BoardSection caps = y.Section("caps");
        BoardSection mechanics = y.Section("mechanics");
        y.Done();
        var device = new DeviceConfiguration
        {
            Model = id,
            Serial = "",
            Needles = needles,
            CalibrationDueDay = 0,
            DepthMinUm = caps.Int("depth_min_um", 1, 50_000),
            DepthMaxUm = caps.Int("depth_max_um", 1, 50_000),
            DoseMinNl = caps.Int("dose_min_nl", 1, 10_000_000),
            DoseMaxNl = caps.Int("dose_max_nl", 1, 10_000_000),
            DoseStepNl = caps.Int("dose_step_nl", 1, 10_000_000),
            MinIntervalMs = caps.Int("min_interval_ms", 1, 60_000),
            LeaseMaxMs = caps.Int("lease_max_ms", 1, 250),
            PermitShotsMax = caps.Int("permit_shots_max", 1, 1_000),
            JournalCapacity = caps.Int("journal_capacity", 2, 2_000),
            CartridgeNl = caps.Integer("cartridge_nl", 1, 100_000_000),
            PrimeMaxNl = caps.Int("prime_max_nl", 1, 10_000_000),
            TriggerModes = Modes(caps),
            PlungerStepsPerMl = mechanics.Integer("plunger_steps_per_ml", 100, 100_000_000),
            NeedleOutUmPerS = mechanics.Int("needle_out_um_per_s", 100, 2_000_000),
            NeedleBackUmPerS = mechanics.Int("needle_back_um_per_s", 100, 2_000_000),
            FlowNlPerS = mechanics.Integer("flow_nl_per_s", 100, 100_000_000),
            SettleMs = mechanics.Int("settle_ms", 0, 10_000),
            DwellMs = mechanics.Int("dwell_ms", 0, 10_000),
            OcclusionKpa = mechanics.Int("occlusion_kpa", 1, 100_000),
            DepthToleranceUm = mechanics.Int("depth_tolerance_um", 0, 10_000),
            TemperatureMinCc = mechanics.Int("temperature_min_cc", -10_000, 20_000),
            TemperatureMaxCc = mechanics.Int("temperature_max_cc", -10_000, 20_000),
            BatteryMinPermille = mechanics.Int("battery_min_permille", 0, 1_000),
            TriggerStuckMs = mechanics.Int("trigger_stuck_ms", 1, 3_600_000),
        };
        int retractMsMax = mechanics.Int("retract_ms_max", 1, 10_000);
        caps.Done();
        mechanics.Done();
        return (device, retractMsMax);
    }

    private static int Modes(BoardSection caps)
    {
        int modes = 0;
        foreach (string name in caps.Texts("trigger_modes"))
        {
            int bit = Array.IndexOf(TriggerModeNames, name);
            modes |= bit >= 0 ? 1 << bit : throw caps.Fail("trigger_modes", $"unknown trigger mode '{name}'; allowed: {string.Join(", ", TriggerModeNames)}");
        }

        return modes;
    }
}
