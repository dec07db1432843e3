using System.CommandLine;
using System.Device.Gpio;
using System.Device.Gpio.Drivers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MesoPen.Firmware;

namespace MesoPen.Gpio;

/// <summary>The command line of <c>mesopen-gpio</c>.</summary>
internal static class GpioCommand
{
    private const int Done = 0;
    private const int BadInput = 2;
    private const int Broken = 70;

    /// <summary>
    /// How long nobody may have watched the cartridge for it to count as the same, ms: systemd starts a daemon anew within two
    /// seconds.
    /// </summary>
    private const long GapMs = 10_000;

    private static readonly Option<string> BoardFile = new("--board")
    {
        Description = "The board: a file of hardware/boards",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string?> Pty = new("--pty")
    {
        Description = "Open a pseudo-terminal and make PATH a symbolic link to it",
        HelpName = "PATH",
    };

    private static readonly Option<string?> Unix = new("--socket")
    {
        Description = "Listen at a path, for one host at a time",
        HelpName = "PATH",
    };

    private static readonly Option<string?> Tcp = new("--tcp")
    {
        Description = "Listen on a TCP port, for one host at a time",
        HelpName = "HOST:PORT",
    };

    private static readonly Option<string> State = new("--state")
    {
        Description = "Folder of the device's memory and of its counts of steps",
        HelpName = "DIR",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("STATE_DIRECTORY") ?? ".",
    };

    private static readonly Option<string> Serial = new("--serial")
    {
        Description = "Serial number of the device",
        HelpName = "S",
        DefaultValueFactory = _ => "GPIO-0001",
    };

    private static readonly Option<string> Due = new("--calibration-due")
    {
        Description = "Day on which the calibration is due, or never, for a device that holds no adjustment",
        HelpName = "YYYY-MM-DD|never",
        DefaultValueFactory = _ => "never",
    };

    private static readonly Option<string?> PanelFile = new("--panel")
    {
        Description = "Show lamp and stroke in a mapped file, for a display",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Watchdog = new("--hardware-watchdog")
    {
        Description = "Feed the computer's watchdog, such as /dev/watchdog",
        HelpName = "FILE",
    };

    /// <summary>Runs a command line.</summary>
    internal static int Run(string[] args, TextReader input, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var check = new Command("check", "Moves one thing at a time and asks what was seen. Without a needle and without a cartridge.") { BoardFile };
        check.SetAction(parsed => Guarded(error, () => Check(parsed, input, output, error, clock)));
        var root = new RootCommand(
            "The firmware on real pins: a device for a Raspberry Pi.\n\n" +
            "Example:\n  mesopen-gpio --board hardware/boards/pi-step-dir.yaml --pty /run/mesopen/gun --state /var/lib/mesopen-gpio\n\n" +
            "Prints \"ready PATH\" when a host can connect, and runs until SIGINT or SIGTERM.\n" +
            "Exit codes: 0 ended by a signal or everything as it should be, 1 check found something, 2 bad input, 70 the firmware or its pins failed.")
        {
            BoardFile, Pty, Unix, Tcp, State, Serial, Due, PanelFile, Watchdog, check,
        };
        root.SetAction(parsed => Guarded(error, () => Serve(parsed, output, error, clock)));
        ParseResult result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            error.WriteLine($"mesopen-gpio: {result.Errors[0].Message}");
            return BadInput;
        }

        return result.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }

    private static int Guarded(TextWriter error, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (BoardException e)
        {
            error.WriteLine($"mesopen-gpio: {e.Message}");
            return BadInput;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            // The process ends, and with it the drives' power; whoever supervises starts another.
            error.WriteLine($"mesopen-gpio: the firmware or its pins failed: {e}");
            return Broken;
        }
    }

    private static int Serve(ParseResult parsed, TextWriter output, TextWriter error, TimeProvider clock)
    {
        Board board = BoardReader.Open(parsed.GetValue(BoardFile)!);
        DeviceConfiguration configuration = board.Device with { Serial = parsed.GetValue(Serial)!, CalibrationDueDay = DueDay(parsed.GetValue(Due)!) };
        long NowNs() => NanosecondsOf(clock);
        string state = Directory.CreateDirectory(parsed.GetValue(State)!).FullName;
        using var memory = DeviceMemoryFile.Open(Path.Combine(state, "device.nvm"), NonVolatileLayout.RequiredLength(configuration));
        using var axes = AxesFile.Open(Path.Combine(state, "axes"), NowNs() / 1_000_000, GapMs);
        using var panel = new Panel(parsed.GetValue(PanelFile));
        using GpioController pins = Open(board);
        using var actuators = new PinActuators(board, pins, axes, panel, NowNs, text => error.WriteLine($"mesopen-gpio: {text}"));
        var device = new Device(configuration, actuators, memory, BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))));
        using IWire wire = Wire(parsed);
        using var supervisor = new Supervisor(Environment.GetEnvironmentVariable, parsed.GetValue(Watchdog));
        using var end = new CancellationTokenSource();
        using PosixSignalRegistration interrupt = OnSignal(PosixSignal.SIGINT, end);
        using PosixSignalRegistration terminate = OnSignal(PosixSignal.SIGTERM, end);
        output.WriteLine($"ready {wire.Name}");
        output.Flush();
        new GpioDaemon(device, actuators, panel, wire, supervisor, axes, NowNs).Run(end.Token);
        JitterHistogram late = actuators.Jitter;
        error.WriteLine(FormattableString.Invariant(
            $"mesopen-gpio: {late.Count} steps, late by {late.Permille(500)} µs (p50), {late.Permille(990)} µs (p99), {late.MaxUs} µs (max)."));
        return Done;
    }

    private static int Check(ParseResult parsed, TextReader input, TextWriter output, TextWriter error, TimeProvider clock)
    {
        Board board = BoardReader.Open(parsed.GetValue(BoardFile)!);
        long NowNs() => NanosecondsOf(clock);
        string file = Path.GetTempFileName();
        File.Delete(file);
        try
        {
            // Counts of its own: what it moves is no part of any cartridge.
            using var axes = AxesFile.Open(file, 0, 0);
            using var panel = new Panel(null);
            using GpioController pins = Open(board);
            using var actuators = new PinActuators(board, pins, axes, panel, NowNs, text => error.WriteLine($"mesopen-gpio: {text}"));
            return new CheckProcedure(board, actuators, input, output, NowNs).Run() ? Done : 1;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static GpioController Open(Board board)
    {
        int chip = ChipInspection.Find(board);
        ChipInspection.RequireFree(board, chip);
        return new GpioController(new LibGpiodDriver(chip));
    }

    private static IWire Wire(ParseResult parsed) => (parsed.GetValue(Pty), parsed.GetValue(Unix), parsed.GetValue(Tcp)) switch
    {
        ({ } path, null, null) => new PseudoTerminalWire(path),
        (null, { } path, null) => SocketWire.Unix(path),
        (null, null, { } address) => SocketWire.Tcp(address),
        _ => throw new BoardException("Give one of --pty PATH, --socket PATH and --tcp HOST:PORT."),
    };

    private static PosixSignalRegistration OnSignal(PosixSignal signal, CancellationTokenSource end) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        end.Cancel();
    });

    private static long NanosecondsOf(TimeProvider clock) => (long)(clock.GetTimestamp() * (1e9 / clock.TimestampFrequency));

    private static uint DueDay(string text) => text == "never"
        ? 0
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day > DateOnly.FromDateTime(DateTime.UnixEpoch)
            ? (uint)(day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber)
            : throw new BoardException($"--calibration-due {text}: write a day as 2099-12-31, or never.");
}
