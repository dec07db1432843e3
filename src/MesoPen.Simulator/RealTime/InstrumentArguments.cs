using System.CommandLine;

namespace MesoPen.Simulator;

/// <summary>The part of the command line that is about instruments beside the device, and about what is wrong with the device itself.</summary>
internal static class InstrumentArguments
{
    private static readonly KeyValues<PlantErrors> ErrorKeys = new("--plant-error", new(StringComparer.Ordinal)
    {
        ["plunger_ppm"] = (errors, v) => errors with { PlungerPpm = Small("--plant-error", v) },
        ["needle_offset_um"] = (errors, v) => errors with { NeedleOffsetUm = Small("--plant-error", v) },
        ["needle_backlash_um"] = (errors, v) => errors with { NeedleBacklashUm = Small("--plant-error", v) },
    });

    private static readonly KeyValues<BalanceOptions> BalanceKeys = new("--balance-set", new(StringComparer.Ordinal)
    {
        ["readability_ng"] = (balance, v) => balance with { ReadabilityNg = PowerOfTen("--balance-set", v, 100, 1_000_000_000) },
        ["capacity_ng"] = (balance, v) => balance with { CapacityNg = v },
        ["vessel_ng"] = (balance, v) => balance with { VesselNg = v },
        ["noise_ng"] = (balance, v) => balance with { NoiseNg = v },
        ["drift_ng_per_h"] = (balance, v) => balance with { DriftNgPerH = v },
        ["evaporation_ng_per_h"] = (balance, v) => balance with { EvaporationNgPerH = v },
        ["static_ng"] = (balance, v) => balance with { StaticNg = v },
        ["vibration_ng"] = (balance, v) => balance with { VibrationNg = v },
        ["settle_ms"] = (balance, v) => balance with { SettleMs = Small("--balance-set", v) },
        ["unstable_permille"] = (balance, v) => balance with { UnstablePermille = Small("--balance-set", v) },
        ["overload_permille"] = (balance, v) => balance with { OverloadPermille = Small("--balance-set", v) },
        ["parity_permille"] = (balance, v) => balance with { ParityPermille = Small("--balance-set", v) },
        ["water_mc"] = (balance, v) => balance with { WaterMilliC = Within("--balance-set", v, 0, 40_000) },
        ["air_mc"] = (balance, v) => balance with { AirMilliC = Within("--balance-set", v, 0, 40_000) },
        ["pressure_pa"] = (balance, v) => balance with { PressurePa = Within("--balance-set", v, 50_000, 120_000) },
        ["humidity_permille"] = (balance, v) => balance with { HumidityPermille = Within("--balance-set", v, 0, 1_000) },
    });

    private static readonly KeyValues<GaugeOptions> GaugeKeys = new("--gauge-set", new(StringComparer.Ordinal)
    {
        ["resolution_nm"] = (gauge, v) => gauge with { ResolutionNm = (int)PowerOfTen("--gauge-set", v, 100, 100_000) },
        ["zero_nm"] = (gauge, v) => gauge with { ZeroNm = Small("--gauge-set", v) },
        ["noise_nm"] = (gauge, v) => gauge with { NoiseNm = Small("--gauge-set", v) },
        ["drift_nm_per_h"] = (gauge, v) => gauge with { DriftNmPerH = Small("--gauge-set", v) },
        ["vibration_nm"] = (gauge, v) => gauge with { VibrationNm = Small("--gauge-set", v) },
        ["parity_permille"] = (gauge, v) => gauge with { ParityPermille = Small("--gauge-set", v) },
    });

    private static readonly Option<string?> PlantError = Text(
        "--plant-error",
        $"How the machine differs from what its firmware believes: {ErrorKeys.Names}; a plunger of 42000 ppm delivers 4.2 % too much",
        "KEY=VALUE,...");

    private static readonly Option<string?> Balance = Text(
        "--balance", "A balance with a vessel under the needle: mt-sics, sbi, sbi-22 or radwag", "LANGUAGE");

    private static readonly Option<string?> BalancePty = Text("--balance-pty", "A pseudo-terminal for the balance", "PATH");

    private static readonly Option<string?> BalanceTcp = Text("--balance-tcp", "A TCP port for the balance", "HOST:PORT");

    private static readonly Option<string?> BalanceSet = Text(
        "--balance-set", $"What the balance, the vessel and the room are like: {BalanceKeys.Names}", "KEY=VALUE,...");

    private static readonly Option<string?> Gauge = Text("--gauge", "A gauge on the tip of the needle: mitutoyo, mahr or starrett", "LANGUAGE");

    private static readonly Option<string?> GaugePty = Text("--gauge-pty", "A pseudo-terminal for the gauge", "PATH");

    private static readonly Option<string?> GaugeTcp = Text("--gauge-tcp", "A TCP port for the gauge", "HOST:PORT");

    private static readonly Option<string?> GaugeSet = Text("--gauge-set", $"What the gauge is like: {GaugeKeys.Names}", "KEY=VALUE,...");

    /// <summary>All of them.</summary>
    internal static IEnumerable<Option> All => [PlantError, Balance, BalancePty, BalanceTcp, BalanceSet, Gauge, GaugePty, GaugeTcp, GaugeSet];

    /// <summary>What is wrong with the machine. Throws <see cref="SimulatorInputException"/>.</summary>
    internal static PlantErrors Errors(ParseResult parsed) => ErrorKeys.Apply(new PlantErrors(), parsed.GetValue(PlantError)).Checked();

    /// <summary>The balance at its line; null if there is none. Throws <see cref="SimulatorInputException"/>.</summary>
    internal static InstrumentPort? OpenBalance(ParseResult parsed, SimulatedDevice device, ulong seed)
    {
        if (parsed.GetValue(Balance) is not { } language)
        {
            RefuseAlone(parsed, BalancePty, BalanceTcp, BalanceSet);
            return null;
        }

        BalanceProtocol protocol = language switch
        {
            "mt-sics" => BalanceProtocol.MtSics,
            "sbi" => BalanceProtocol.Sbi,
            "sbi-22" => BalanceProtocol.Sbi22,
            "radwag" => BalanceProtocol.Radwag,
            _ => throw new SimulatorInputException($"--balance {language}: allowed: mt-sics, sbi, sbi-22, radwag."),
        };
        var options = BalanceKeys.Apply(new BalanceOptions { Protocol = protocol, Seed = seed }, parsed.GetValue(BalanceSet));
        return new InstrumentPort(VirtualInstrument.Balance(options, device.Plant), Line(parsed, BalancePty, BalanceTcp));
    }

    /// <summary>The gauge at its line; null if there is none. Throws <see cref="SimulatorInputException"/>.</summary>
    internal static InstrumentPort? OpenGauge(ParseResult parsed, SimulatedDevice device, ulong seed)
    {
        if (parsed.GetValue(Gauge) is not { } language)
        {
            RefuseAlone(parsed, GaugePty, GaugeTcp, GaugeSet);
            return null;
        }

        GaugeProtocol protocol = language switch
        {
            "mitutoyo" => GaugeProtocol.Mitutoyo,
            "mahr" => GaugeProtocol.Mahr,
            "starrett" => GaugeProtocol.Starrett,
            _ => throw new SimulatorInputException($"--gauge {language}: allowed: mitutoyo, mahr, starrett."),
        };
        var options = GaugeKeys.Apply(new GaugeOptions { Protocol = protocol, Seed = seed }, parsed.GetValue(GaugeSet));
        return new InstrumentPort(VirtualInstrument.Gauge(options, device.Plant), Line(parsed, GaugePty, GaugeTcp));
    }

    private static IHostSide Line(ParseResult parsed, Option<string?> pty, Option<string?> tcp) => (parsed.GetValue(pty), parsed.GetValue(tcp)) switch
    {
        ({ } path, null) => new PseudoTerminal(path, pty.Name),
        (null, { } port) => new TcpPort(port, tcp.Name),
        _ => throw new SimulatorInputException($"Give one of {pty.Name} PATH and {tcp.Name} HOST:PORT."),
    };

    private static void RefuseAlone(ParseResult parsed, params Option<string?>[] options)
    {
        if (options.FirstOrDefault(each => parsed.GetValue(each) is not null) is { } alone)
        {
            var kind = alone.Name.Split('-')[2];
            throw new SimulatorInputException($"{alone.Name} {parsed.GetValue(alone)}: say which {kind}, by --{kind} LANGUAGE.");
        }
    }

    private static Option<string?> Text(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName };

    private static int Small(string option, long value) => Within(option, value, -int.MaxValue, int.MaxValue);

    private static int Within(string option, long value, int low, int high) => value >= low && value <= high
        ? (int)value
        : throw new SimulatorInputException($"{option}: {value} is not from {low} to {high}.");

    private static long PowerOfTen(string option, long value, long low, long high)
    {
        for (var power = low; power <= high; power *= 10)
        {
            if (power == value)
            {
                return value;
            }
        }

        throw new SimulatorInputException($"{option}: {value} is none of {low}, {low * 10} and so on to {high}.");
    }
}
