using System.Globalization;

namespace MesoPen.Simulator;

/// <summary>Caps given on the command line: a device that allows other things than its profile says.</summary>
internal static class CapsOverride
{
    private static readonly Dictionary<string, Func<DeviceCaps, int, DeviceCaps>> Keys = new(StringComparer.Ordinal)
    {
        ["depth_min_um"] = (caps, v) => caps with { DepthMinUm = v },
        ["depth_max_um"] = (caps, v) => caps with { DepthMaxUm = v },
        ["dose_min_nl"] = (caps, v) => caps with { DoseMinNl = v },
        ["dose_max_nl"] = (caps, v) => caps with { DoseMaxNl = v },
        ["dose_step_nl"] = (caps, v) => caps with { DoseStepNl = v },
        ["min_interval_ms"] = (caps, v) => caps with { MinIntervalMs = v },
        ["lease_max_ms"] = (caps, v) => caps with { LeaseMaxMs = v },
        ["permit_shots_max"] = (caps, v) => caps with { PermitShotsMax = v },
        ["journal_capacity"] = (caps, v) => caps with { JournalCapacity = v },
        ["cartridge_nl"] = (caps, v) => caps with { CartridgeNl = v },
        ["prime_max_nl"] = (caps, v) => caps with { PrimeMaxNl = v },
    };

    /// <summary>Reads <c>key=value,key=value</c>. Throws <see cref="SimulatorInputException"/>.</summary>
    internal static DeviceCaps Apply(DeviceCaps caps, string text)
    {
        foreach (var pair in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? pair : pair[..equals];
            if (!Keys.TryGetValue(key, out var set))
            {
                throw new SimulatorInputException($"--caps {text}: there is no cap '{key}'; allowed: {string.Join(", ", Keys.Keys)}.");
            }

            caps = equals >= 0 && int.TryParse(pair[(equals + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
                ? set(caps, value)
                : throw new SimulatorInputException($"--caps {text}: {key} needs a whole number above 0, as in {key}=1000.");
        }

        return caps.DepthMinUm <= caps.DepthMaxUm && caps.DoseMinNl <= caps.DoseMaxNl
            ? caps
            : throw new SimulatorInputException($"--caps {text}: a minimum would be above its maximum.");
    }
}
