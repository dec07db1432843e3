using System.Collections.Immutable;
using MesoPen.Kernel;

namespace MesoPen.Host.Input;

/// <summary>One kind of device: <c>hardware/profiles/ID.yaml</c>. Its caps become limits; the section about the simulator is not read.</summary>
public sealed record DeviceProfile
{
    private const int NewestSchema = 1;

    /// <summary>The file that it was read from.</summary>
    public required InputFile File { get; init; }

    /// <summary>Id, as the device reports it as its model.</summary>
    public required string Id { get; init; }

    /// <summary>For people.</summary>
    public required string Title { get; init; }

    /// <summary>Version of the profile.</summary>
    public required string Version { get; init; }

    /// <summary>"pen" or "gun".</summary>
    public required string Kind { get; init; }

    /// <summary>Rate of its serial line, Bd.</summary>
    public required int Baud { get; init; }

    /// <summary>Needles in the head.</summary>
    public required int Needles { get; init; }

    /// <inheritdoc cref="ProfileCaps" />
    public required ProfileCaps Caps { get; init; }

    /// <inheritdoc cref="ProfileMechanics" />
    public required ProfileMechanics Mechanics { get; init; }

    /// <inheritdoc cref="ProfileTolerance" />
    public required ProfileTolerance Tolerance { get; init; }

    /// <summary>Where values come from: key such as caps.depth_max_um to source.</summary>
    public required ImmutableDictionary<string, string> Sources { get; init; }

    /// <summary>Reads a profile.</summary>
    /// <exception cref="InputException">It is not what it must be.</exception>
    public static DeviceProfile Load(string path)
    {
        InputFile file = InputFile.Read(path);
        MapReader root = new(
            path, YamlTree.Read(file), "the profile",
            "profile", "id", "title", "version", "kind", "baud", "needles", "caps", "mechanics", "tolerance", "plant", "sources");
        root.Schema("profile", NewestSchema);
        DeviceProfile profile = new()
        {
            File = file,
            Id = root.Id("id"),
            Title = root.Text("title"),
            Version = root.Text("version"),
            Kind = root.Word("kind", "pen", "gun"),
            Baud = root.Integer("baud", 1200, 4_000_000),
            Needles = root.Integer("needles", 1, 18),
            Caps = ReadCaps(root),
            Mechanics = ReadMechanics(root),
            Tolerance = ReadTolerance(root),
            Sources = ReadSources(root),
        };
        if (profile.Id != Path.GetFileNameWithoutExtension(path))
        {
            throw root.Error("id", $"The profile's id is {profile.Id}, but its file is named {Path.GetFileName(path)}: make them the same.");
        }

        return profile;
    }

    /// <summary>Reads the profile with an id from a folder of profiles.</summary>
    /// <exception cref="InputException">It is not there or not what it must be.</exception>
    public static DeviceProfile Find(string directory, string id) => Load(Path.Combine(directory, id + ".yaml"));

    /// <summary>Its caps as limits for the kernel.</summary>
    public IEnumerable<Limit> Limits()
    {
        yield return Cap(LimitKind.NeedleLengthMin, Caps.DepthMinUm, "caps.depth_min_um");
        yield return Cap(LimitKind.NeedleLengthMax, Caps.DepthMaxUm, "caps.depth_max_um");
        yield return Cap(LimitKind.DoseMin, Caps.DoseMinNl, "caps.dose_min_nl");
        yield return Cap(LimitKind.DoseMax, Caps.DoseMaxNl, "caps.dose_max_nl");
        yield return Cap(LimitKind.DoseStep, Caps.DoseStepNl, "caps.dose_step_nl");
        yield return Cap(LimitKind.ShotIntervalMin, Caps.MinIntervalMs, "caps.min_interval_ms");
        yield return Cap(LimitKind.PrimeMax, Caps.PrimeMaxNl, "caps.prime_max_nl");
    }

    private Limit Cap(LimitKind kind, long value, string key)
    {
        string reference = Sources.TryGetValue(key, out string? source) ? $"{Id}, {key}, {source}" : $"{Id}, {key}";
        return new Limit(kind, null, value, LimitSource.DeviceProfile, reference, Version);
    }

    private static ProfileCaps ReadCaps(MapReader root)
    {
        MapReader caps = root.Map(
            "caps", "caps", "depth_min_um", "depth_max_um", "dose_min_nl", "dose_max_nl", "dose_step_nl", "min_interval_ms", "lease_max_ms",
            "permit_shots_max", "journal_capacity", "cartridge_nl", "prime_max_nl", "trigger_modes");
        int depthMin = caps.Integer("depth_min_um", 0, 50_000);
        long doseMin = caps.Number("dose_min_nl", 1, 10_000_000);
        return new ProfileCaps
        {
            DepthMinUm = depthMin,
            DepthMaxUm = caps.Integer("depth_max_um", Math.Max(1, depthMin), 50_000),
            DoseMinNl = doseMin,
            DoseMaxNl = caps.Number("dose_max_nl", doseMin, 10_000_000),
            DoseStepNl = caps.Number("dose_step_nl", 1, 10_000_000),
            MinIntervalMs = caps.Integer("min_interval_ms", 1, 60_000),
            LeaseMaxMs = caps.Integer("lease_max_ms", 1, 250), // hardware/protocol.md section 7: at most 250
            PermitShotsMax = caps.Integer("permit_shots_max", 1, 65_535),
            JournalCapacity = caps.Integer("journal_capacity", 1, 65_535),
            CartridgeNl = caps.Number("cartridge_nl", 1, uint.MaxValue),
            PrimeMaxNl = caps.Number("prime_max_nl", 1, uint.MaxValue),
            TriggerModes = [.. caps.Words("trigger_modes", TriggerWords.All).Select(TriggerWords.Parse)],
        };
    }

    private static ProfileMechanics ReadMechanics(MapReader root)
    {
        MapReader mechanics = root.Map(
            "mechanics", "mechanics", "plunger_steps_per_ml", "needle_out_um_per_s", "needle_back_um_per_s", "flow_nl_per_s", "settle_ms", "dwell_ms",
            "occlusion_kpa", "depth_tolerance_um", "temperature_min_cc", "temperature_max_cc", "battery_min_permille", "trigger_stuck_ms",
            "retract_ms_max");
        return new ProfileMechanics
        {
            PlungerStepsPerMl = mechanics.Number("plunger_steps_per_ml", 1, 1_000_000_000),
            NeedleOutUmPerS = mechanics.Integer("needle_out_um_per_s", 1, 10_000_000),
            NeedleBackUmPerS = mechanics.Integer("needle_back_um_per_s", 1, 10_000_000),
            FlowNlPerS = mechanics.Number("flow_nl_per_s", 1, 1_000_000_000),
            SettleMs = mechanics.Integer("settle_ms", 0, 60_000),
            DwellMs = mechanics.Integer("dwell_ms", 0, 60_000),
            OcclusionKpa = mechanics.Integer("occlusion_kpa", 1, 100_000),
            DepthToleranceUm = mechanics.Integer("depth_tolerance_um", 0, 10_000),
            RetractMsMax = mechanics.Integer("retract_ms_max", 1, 60_000),
        };
    }

    private static ProfileTolerance ReadTolerance(MapReader root)
    {
        MapReader tolerance = root.Map("tolerance", "tolerance", "depth_um", "dose_nl", "dose_permille", "cut_nl");
        return new ProfileTolerance(
            tolerance.Integer("depth_um", 0, 10_000), tolerance.Number("dose_nl", 0, 1_000_000), tolerance.Integer("dose_permille", 0, 1000),
            tolerance.Number("cut_nl", 0, 1_000_000));
    }

    private static ImmutableDictionary<string, string> ReadSources(MapReader root)
    {
        ImmutableDictionary<string, string>.Builder sources = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (MapReader item in root.Has("sources") ? root.Maps("sources", "source", "for", "source") : [])
        {
            string key = item.Text("for");
            if (!sources.TryAdd(key, item.Text("source")))
            {
                throw item.Error("for", $"{Quoted.Of(key)} has a source already: keep one entry.");
            }
        }

        return sources.ToImmutable();
    }
}
