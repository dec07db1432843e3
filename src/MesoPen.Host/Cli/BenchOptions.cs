using System.CommandLine;
using System.Collections.Immutable;
using System.Globalization;
using MesoPen.Host.Calibration;
using MesoPen.Host.Input;

namespace MesoPen.Host.Cli;

/// <summary>The options of verbs that measure at the bench.</summary>
internal sealed class BenchOptions
{
    private readonly CalibrationKind _kind;

    /// <param name="kind">What is calibrated.</param>
    public BenchOptions(CalibrationKind kind)
    {
        _kind = kind;
        (string name, string what) = kind == CalibrationKind.Volume ? ("--balance", "Balance") : ("--gauge", "Gauge");
        Instrument = new(name)
        {
            Description = $"{what}: serial:PATH?baud=9600&format=8N1, tcp://HOST:PORT, or typed; typed if left out", HelpName = "ADDRESS",
        };
    }

    /// <summary>Where the device is.</summary>
    public Option<string> Device { get; } = new("--device")
    {
        Description = "Device address: a path, serial:PATH?baud=N, or tcp://HOST:PORT", HelpName = "ADDRESS", Required = true,
    };

    /// <summary>Where the instrument is.</summary>
    public Option<string?> Instrument { get; }

    /// <summary>What the instrument speaks.</summary>
    public Option<string?> Protocol { get; } = new("--protocol")
    {
        Description = $"What the instrument speaks, if its address does not say: {InstrumentProtocols.Words}", HelpName = "WORD",
    };

    /// <summary>Room and water.</summary>
    public Option<string?> Environment { get; } = new("--environment")
    {
        Description = "Room and water: " + EnvironmentText.Form + "; asked for if left out", HelpName = "VALUES",
    };

    /// <summary>A logger's file.</summary>
    public Option<string?> EnvironmentFile { get; } = new("--environment-file")
    {
        Description = "CSV of a logger: time,water_c,air_c,pressure_hpa,humidity_percent", HelpName = "FILE",
    };

    /// <summary>Reference instruments.</summary>
    public Option<string?> References { get; } = new("--references")
    {
        Description = "JSON file of the reference instruments, a list as in GET /api/v1/references; those of the clinic if left out", HelpName = "FILE",
    };

    /// <summary>Do not wait for a person.</summary>
    public Option<bool> Yes { get; } = new("--yes") { Description = "Take what a person is asked to do as done: for simulations and tests" };

    /// <summary>Lines of JSON.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Say everything as lines of JSON; the last one is the result" };

    /// <summary>Time for the last drop.</summary>
    public Option<int> Drain { get; } = NumberOption.Build("--drain", "Milliseconds between the last shot and the weight after it", "MS", 2000, 0, 600_000);

    /// <summary>How long a blank lasts.</summary>
    public Option<int> Blank { get; } = NumberOption.Build("--blank", "Milliseconds that a blank lasts", "MS", 120_000, 1000, 3_600_000);

    /// <summary>Device profiles.</summary>
    public Option<string> Profiles { get; } = HardwareFiles.Profiles();

    /// <summary>The options that the verb takes.</summary>
    public IEnumerable<Option> All => _kind == CalibrationKind.Occlusion
        ? [Device, Environment, EnvironmentFile, References, Yes, Json, Profiles]
        : _kind == CalibrationKind.Depth
            ? [Device, Instrument, Protocol, Environment, EnvironmentFile, References, Yes, Json, Profiles]
            : [Device, Instrument, Protocol, Environment, EnvironmentFile, References, Yes, Json, Drain, Blank, Profiles];

    /// <summary>The instrument's address with its protocol; null if a person reads it.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public string? InstrumentOf(ParseResult parsed)
    {
        if (parsed.GetValue(Instrument) is not { } text || text == "typed")
        {
            return null;
        }

        InstrumentAddress address = InstrumentAddress.Parse(text);
        if (parsed.GetValue(Protocol) is { } word)
        {
            address = InstrumentProtocols.TryParse(word, out InstrumentProtocol? protocol) && protocol != InstrumentProtocol.Typed
                ? address.With(address.Baud, address.Format, protocol.Value)
                : throw new InputException("--protocol", 0, $"'{word}' is no protocol: write one of {InstrumentProtocols.Words}.");
        }

        return address.Protocol is not null
            ? address.Text
            : throw new InputException(text, 0, $"How is the instrument spoken to? State --protocol, one of {InstrumentProtocols.Words}, or let mesopen instruments detect find it.");
    }

    /// <summary>Room and water as stated; null to ask.</summary>
    /// <exception cref="InputException">What was stated cannot be.</exception>
    public Func<EnvironmentReading>? EnvironmentOf(ParseResult parsed, TimeProvider clock)
    {
        if (parsed.GetValue(EnvironmentFile) is { } path)
        {
            EnvironmentFile file = new(path, clock);
            file.Newest();
            return file.Newest;
        }

        if (parsed.GetValue(Environment) is not { } text)
        {
            return null;
        }

        _ = EnvironmentText.Read(text, clock.GetUtcNow(), "typed", out string wrong) ?? throw new InputException("--environment", 0, wrong);
        return () => EnvironmentText.Read(text, clock.GetUtcNow(), "typed", out _)!;
    }

    /// <summary>Values to measure: <c>10,50:shots=3:n=10:tol=0.4</c> in µL, mm or kPa.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static ImmutableArray<PointAsked> PointsOf(CalibrationKind kind, string text, string? toleranceSource)
    {
        decimal factor = kind == CalibrationKind.Occlusion ? 1 : 1000;
        ImmutableArray<PointAsked>.Builder points = ImmutableArray.CreateBuilder<PointAsked>();
        foreach (string each in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = each.Split(':', StringSplitOptions.TrimEntries);
            PointAsked point = new((long)Math.Round(Number(parts[0], each) * factor));
            foreach (string setting in parts.Skip(1))
            {
                string[] sides = setting.Split('=', 2);
                decimal value = Number(sides.Length == 2 ? sides[1] : "", each);
                point = sides[0] switch
                {
                    "shots" => point with { ShotsPerReading = (int)value },
                    "n" => point with { Replicates = (int)value },
                    "tol" => point with { Tolerance = (long)Math.Round(value * factor), ToleranceSource = toleranceSource },
                    _ => throw Wrong(each),
                };
            }

            points.Add(point);
        }

        return points.Count > 0 ? points.ToImmutable() : throw Wrong(text);
    }

    private static decimal Number(string text, string whole) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && value is > 0 and < 1_000_000 ? value : throw Wrong(whole);

    private static InputException Wrong(string text) =>
        new("--plan", 0, $"'{text}' is no list of points: write values with commas between, each with :shots=, :n= and :tol= behind it where they differ, as 10:shots=5:n=10,50,100.");
}
