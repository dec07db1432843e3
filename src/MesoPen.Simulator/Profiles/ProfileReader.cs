using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MesoPen.Simulator;

/// <summary>Reads a profile. Whatever is missing, unknown or out of its range is refused with file and line.</summary>
public static class ProfileReader
{
    private static readonly string[] TriggerModeNames = ["single", "repeat", "continuous"];

    /// <summary>Ids of the profiles inside this assembly.</summary>
    public static IReadOnlyList<string> BuiltInIds { get; } =
        [.. typeof(ProfileReader).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("profiles/", StringComparison.Ordinal))
            .Select(name => name["profiles/".Length..])
            .Order(StringComparer.Ordinal)];

    /// <summary>Reads a profile by its path, or by its id if no such file exists. Throws <see cref="ProfileException"/>.</summary>
    public static DeviceProfile Open(string fileOrId)
    {
        if (File.Exists(fileOrId))
        {
            try
            {
                return Parse(File.ReadAllText(fileOrId), fileOrId);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new ProfileException($"{fileOrId}: cannot be read: {e.Message}", e);
            }
        }

        using var stream = typeof(ProfileReader).Assembly.GetManifestResourceStream("profiles/" + fileOrId)
            ?? throw new ProfileException(
                $"{fileOrId}: no such file, and no profile has this id; profiles: {string.Join(", ", BuiltInIds)}.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), fileOrId);
    }

    /// <summary>Reads a profile from its text. Throws <see cref="ProfileException"/>.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="file">The name that errors carry.</param>
    public static DeviceProfile Parse(string yaml, string file)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException)
        {
            // The parser throws the last two, too, on some texts that are cut off.
            throw new ProfileException($"{file}:{(e as YamlException)?.Start.Line ?? 1}: not YAML: {e.Message}", e);
        }

        if (stream.Documents.Count != 1 || stream.Documents[0].RootNode is not YamlMappingNode root)
        {
            throw new ProfileException($"{file}:1: a profile is one mapping.");
        }

        return Profile(new YamlSection(file, "", root));
    }

    private static DeviceProfile Profile(YamlSection y)
    {
        _ = y.Int("profile", 1, 1);
        var id = y.Text("id");
        if (id.Length is 0 or > 32 || id.Any(c => c is < ' ' or > '~'))
        {
            throw y.Fail("id", "id must be 1 to 32 ASCII characters");
        }

        var title = y.Text("title");
        _ = y.Text("version");
        if (y.Text("kind") is not ("pen" or "gun"))
        {
            throw y.Fail("kind", "kind must be pen or gun");
        }

        _ = y.Int("baud", 300, 4_000_000);
        var needles = y.Int("needles", 1, 64);
        var profile = new DeviceProfile(
            id, title, needles, Caps(y.Section("caps")), Mechanics(y.Section("mechanics")), Tolerance(y.Section("tolerance")),
            PlantReader.Read(y.Section("plant")));
        foreach (var source in y.Sections("sources"))
        {
            _ = source.Text("for");
            _ = source.Text("source");
            source.Done();
        }

        y.Done();
        return profile;
    }

    private static DeviceCaps Caps(YamlSection y)
    {
        var modes = 0;
        foreach (var name in y.Texts("trigger_modes"))
        {
            var bit = Array.IndexOf(TriggerModeNames, name);
            modes |= bit >= 0
                ? 1 << bit
                : throw y.Fail("trigger_modes", $"unknown trigger mode '{name}'; allowed: {string.Join(", ", TriggerModeNames)}");
        }

        var caps = new DeviceCaps(
            y.Int("depth_min_um", 1, 50_000),
            y.Int("depth_max_um", 1, 50_000),
            y.Int("dose_min_nl", 1, 10_000_000),
            y.Int("dose_max_nl", 1, 10_000_000),
            y.Int("dose_step_nl", 1, 10_000_000),
            y.Int("min_interval_ms", 1, 60_000),
            y.Int("lease_max_ms", 1, 250),
            y.Int("permit_shots_max", 1, 1_000),
            y.Int("journal_capacity", 2, 2_000),
            y.Integer("cartridge_nl", 1, 100_000_000),
            y.Int("prime_max_nl", 1, 10_000_000),
            modes);
        y.Done();
        Ordered(y, "depth_max_um", caps.DepthMinUm, caps.DepthMaxUm);
        Ordered(y, "dose_max_nl", caps.DoseMinNl, caps.DoseMaxNl);
        return caps;
    }

    private static DeviceMechanics Mechanics(YamlSection y)
    {
        var mechanics = new DeviceMechanics(
            y.Integer("plunger_steps_per_ml", 100, 100_000_000),
            y.Int("needle_out_um_per_s", 100, 2_000_000),
            y.Int("needle_back_um_per_s", 100, 2_000_000),
            y.Integer("flow_nl_per_s", 100, 100_000_000),
            y.Int("settle_ms", 0, 10_000),
            y.Int("dwell_ms", 0, 10_000),
            y.Int("occlusion_kpa", 1, 100_000),
            y.Int("depth_tolerance_um", 0, 10_000),
            y.Int("temperature_min_cc", -10_000, 20_000),
            y.Int("temperature_max_cc", -10_000, 20_000),
            y.Int("battery_min_permille", 0, 1_000),
            y.Int("trigger_stuck_ms", 1, 3_600_000),
            y.Int("retract_ms_max", 1, 10_000));
        y.Done();
        Ordered(y, "temperature_max_cc", mechanics.TemperatureMinCc, mechanics.TemperatureMaxCc);
        return mechanics;
    }

    private static ShotTolerance Tolerance(YamlSection y)
    {
        var tolerance = new ShotTolerance(y.Int("depth_um", 0, 10_000), y.Int("dose_nl", 0, 1_000_000), y.Int("dose_permille", 0, 1_000), y.Int("cut_nl", 0, 1_000_000));
        y.Done();
        return tolerance;
    }

    private static void Ordered(YamlSection y, string key, long low, long high)
    {
        if (high < low)
        {
            throw y.Fail(key, $"{key} is {high}, below its minimum of {low}");
        }
    }
}
