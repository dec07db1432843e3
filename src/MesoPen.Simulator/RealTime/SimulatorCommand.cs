using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MesoPen.Simulator;

/// <summary>The command line of <c>mesopen-sim</c>. Exit codes: 0 ended by a signal, 2 bad input.</summary>
internal static class SimulatorCommand
{
    private const int Done = 0;
    private const int BadInput = 2;

    private static readonly Option<string> Profile = new("--profile")
    {
        Description = $"Device profile: a file, or one of {string.Join(", ", ProfileReader.BuiltInIds)}",
        HelpName = "FILE|ID",
        Required = true,
    };

    private static readonly Option<string?> Pty = new("--pty")
    {
        Description = "Open a pseudo-terminal and make PATH a symbolic link to it",
        HelpName = "PATH",
    };

    private static readonly Option<string?> Tcp = new("--tcp")
    {
        Description = "Listen on a TCP port, for one host at a time (port 0: any free one)",
        HelpName = "HOST:PORT",
    };

    private static readonly Option<string?> Nvm = new("--nvm")
    {
        Description = "Keep the device's memory in FILE and the machine's state in FILE.plant",
        HelpName = "FILE",
    };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "Seed of all chance",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string?> Truth = new("--truth")
    {
        Description = "Append what the needle did to FILE, a JSON object a line",
        HelpName = "FILE.jsonl",
    };

    private static readonly Option<string[]> Fault = new("--fault")
    {
        Description = FaultHelp(),
        HelpName = "SPEC",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string> Hands = new("--operator")
    {
        Description = "Who holds the device: auto (a person), fast, off",
        HelpName = "auto|fast|off",
        DefaultValueFactory = _ => "auto",
    };

    private static readonly Option<string> Serial = new("--serial")
    {
        Description = "Serial number that the device answers",
        HelpName = "S",
        DefaultValueFactory = _ => "SIM-0001",
    };

    private static readonly Option<string?> Caps = new("--caps")
    {
        Description = "Caps other than the profile's, such as depth_max_um=1000,dose_max_nl=20000",
        HelpName = "KEY=VALUE,...",
    };

    private static readonly Option<string> CalibrationDue = new("--calibration-due")
    {
        Description = "Day on which the calibration is due, or never",
        HelpName = "YYYY-MM-DD|never",
        DefaultValueFactory = _ => "2099-12-31",
    };

    private static readonly Option<int?> Control = new("--control")
    {
        Description = "Take lines of JSON on a port of 127.0.0.1 while it runs (0: any free one): faults begun and ended, the hands, the machine " +
            "as it is; docs/faults.md lists them",
        HelpName = "PORT",
    };

    private static readonly Option<bool> DenySimulated = new("--deny-simulated")
    {
        Description = "For tests of hosts: do not say that the device is simulated",
        Hidden = true,
    };

    internal static int Run(string[] args, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var root = new RootCommand(
            "A simulated injection device: firmware, machine, skin and operator behind a serial line.\n\n" +
            "Example:\n  mesopen-sim --profile gun-5 --pty /tmp/gun --nvm gun.nvm --truth truth.jsonl --fault occlusion@shot=7\n" +
            "  mesopen-sim --profile gun-5 --operator off --pty /tmp/gun --plant-error plunger_ppm=42000 " +
            "--balance mt-sics --balance-pty /tmp/balance\n\n" +
            "Prints \"ready PATH\" when a host can connect, then \"control 127.0.0.1:PORT\", \"balance PATH\" and \"gauge PATH\"\n" +
            "if there are such, and runs until SIGINT or SIGTERM.\n" +
            "Exit codes: 0 ended by a signal, 2 bad input.")
        {
            Profile, Pty, Tcp, Nvm, Seed, Truth, Fault, Hands, Serial, Caps, CalibrationDue, Control, DenySimulated,
            CompareCommand.Build(output, error),
        };
        foreach (var option in InstrumentArguments.All)
        {
            root.Options.Add(option);
        }

        root.SetAction(parsed => Guarded(parsed, output, error, clock));
        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            error.WriteLine($"mesopen-sim: {result.Errors[0].Message}");
            return BadInput;
        }

        return result.Invoke(new InvocationConfiguration { Output = output, Error = error });
    }

    private static int Guarded(ParseResult parsed, TextWriter output, TextWriter error, TimeProvider clock)
    {
        try
        {
            Simulate(parsed, output, error, clock);
            return Done;
        }
        catch (Exception e) when (e is SimulatorInputException or ProfileException)
        {
            error.WriteLine($"mesopen-sim: {e.Message}");
            return BadInput;
        }
    }

    private static void Simulate(ParseResult parsed, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var options = Options(parsed, clock);
        if (options.DeniesSimulated)
        {
            error.WriteLine("mesopen-sim: --deny-simulated: this simulated device passes for a real one; no host will warn of it. For tests only.");
        }

        using var nvm = parsed.GetValue(Nvm) is { } path ? NvmFile.Open(path) : null;
        options = options with { Memory = nvm };
        var truth = parsed.GetValue(Truth) is { } truthPath ? TruthFile.Open(truthPath) : null;
        using var device = Device(options, parsed.GetValue(Nvm), truth);
        using var host = Host(parsed);
        using var control = parsed.GetValue(Control) is { } port ? new ControlPort(PortOf(port)) : null;
        using var balance = InstrumentArguments.OpenBalance(parsed, device, options.Seed);
        using var gauge = InstrumentArguments.OpenGauge(parsed, device, options.Seed);
        using var end = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            end.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        output.WriteLine($"ready {host.Name}");
        if (control is not null)
        {
            output.WriteLine($"control {control.Name}");
        }

        foreach (var (name, line) in new[] { ("balance", balance), ("gauge", gauge) })
        {
            if (line is not null)
            {
                output.WriteLine($"{name} {line.Name}");
            }
        }

        output.Flush();
        var desk = new ControlDesk(device, options.Profile);
        new RealTimeLoop(device, host, clock, Between).Run(end.Token);

        void Between()
        {
            control?.Serve(desk.Answer);
            balance?.Serve();
            gauge?.Serve();
        }
    }

    private static SimulatedDevice Device(SimulationOptions options, string? nvmPath, TruthFile? truth)
    {
        try
        {
            return nvmPath is not null
                ? SimulatedDevice.Open(options, nvmPath + ".plant", truth)
                : new SimulatedDevice(options with { Truth = truth is null ? null : truth.Append });
        }
        catch (ArgumentException e)
        {
            throw new SimulatorInputException($"The firmware refuses to be a device of this profile and these caps: {e.Message}", e);
        }
    }

    private static IHostSide Host(ParseResult parsed) => (parsed.GetValue(Pty), parsed.GetValue(Tcp)) switch
    {
        ({ } path, null) => new PseudoTerminal(path),
        (null, { } port) => new TcpPort(port),
        _ => throw new SimulatorInputException("Give one of --pty PATH and --tcp HOST:PORT."),
    };

    private static SimulationOptions Options(ParseResult parsed, TimeProvider clock)
    {
        var profile = ProfileReader.Open(parsed.GetValue(Profile)!);
        if (parsed.GetValue(Caps) is { } caps)
        {
            profile = profile with { Caps = CapsOverride.Apply(profile.Caps, caps) };
        }

        var serial = parsed.GetValue(Serial)!;
        if (serial.Length > 32 || serial.Any(c => c is < ' ' or > '~'))
        {
            throw new SimulatorInputException($"--serial {serial}: a serial number is at most 32 ASCII characters.");
        }

        var hands = Pace(parsed.GetValue(Hands)!);
        FaultSpec[] faults = [.. parsed.GetValue(Fault)!.Select(text => FaultSpec.Parse(text))];
        foreach (var fault in faults)
        {
            fault.RequireInSimulator(hands);
        }

        return new SimulationOptions
        {
            Profile = profile,
            Serial = serial,
            AnyFaultLater = parsed.GetValue(Control) is not null,
            DeniesSimulated = parsed.GetValue(DenySimulated),
            Errors = InstrumentArguments.Errors(parsed),
            Seed = parsed.GetValue(Seed),
            Operator = hands,
            Faults = faults,
            CalibrationDueDay = DueDay(parsed.GetValue(CalibrationDue)!),
            MonotonicUs = () => (long)(clock.GetTimestamp() * (1e6 / clock.TimestampFrequency)),
        };
    }

    private static string FaultHelp() => $"A fault, any number of times: {FaultSpec.Grammar}.\n" +
        string.Join('\n', FaultCatalogue.All.GroupBy(kind => kind.Group).OrderBy(group => group.Key).Select(group =>
            $"{group.Key} faults{(group.Key == FaultGroup.Host ? " (refused here: only the test runner can do them)" : "")}:\n" +
            string.Join('\n', group.Select(kind => $"  {kind.Usage}: {kind.Summary}"))));

    private static OperatorPace Pace(string text) => text switch
    {
        "auto" => OperatorPace.Auto,
        "fast" => OperatorPace.Fast,
        "off" => OperatorPace.Off,
        _ => throw new SimulatorInputException($"--operator {text}: allowed: auto, fast, off."),
    };

    private static int PortOf(int port) => port is >= 0 and <= 65_535
        ? port
        : throw new SimulatorInputException($"--control {port}: a port is 0 to 65535.");

    private static uint DueDay(string text)
    {
        if (text == "never")
        {
            return 0;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) &&
            day > DateOnly.FromDateTime(DateTime.UnixEpoch)
            ? (uint)(day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber)
            : throw new SimulatorInputException($"--calibration-due {text}: write a day as 2099-12-31, or never.");
    }
}
