using System.Globalization;

namespace MesoPen.Simulator;

/// <summary>Reads one fault as <see cref="FaultSpec.Grammar"/> says, or refuses it in a sentence.</summary>
/// <param name="text">The fault.</param>
/// <param name="source">Where it stood.</param>
internal sealed class FaultSpecReader(string text, string source)
{
    private const int FrameBytes = 256;

    internal FaultSpec Read()
    {
        var parts = text.Split(',');
        var head = parts[0];
        string? plus = null;
        if (head.LastIndexOf('+') is var at and >= 0)
        {
            plus = head[(at + 1)..];
            head = head[..at];
        }

        (head, var when) = Cut(head, '@');
        var (name, given) = Cut(head, '=');
        var kind = FaultCatalogue.Find(name)
            ?? throw new SimulatorInputException(
                $"{source} {text}: there is no fault '{name}'; allowed: {string.Join(", ", FaultCatalogue.All.Select(k => k.Name))}.");
        var spec = new FaultSpec(kind, Amount(kind, given), When(kind, when))
        {
            PlusMs = plus is null ? 0 : Duration(plus),
            ForMs = kind.ForMs,
            LateMs = kind.LateMs,
            Text = text,
        };
        foreach (var option in parts.Skip(1))
        {
            spec = With(spec, option);
        }

        CheckOneFrame(spec, given is not null, plus is not null, parts.Skip(1));
        return spec;
    }

    private static (string Before, string? After) Cut(string whole, char at)
    {
        var index = whole.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (whole, null) : (whole[..index], whole[(index + 1)..]);
    }

    private static string Allowed(FaultKind kind)
    {
        List<string> options = ["for=2s"];
        if (kind.LateMs > 0)
        {
            options.Add("late=500ms");
        }

        if (kind.TakesByte)
        {
            options.Add("byte=17");
        }

        if (kind.Frame == FrameFault.Flip)
        {
            options.Add("bit=3");
        }

        return string.Join(", ", options);
    }

    private FaultTrigger When(FaultKind kind, string? when)
    {
        if (kind.FromStart && when is not null)
        {
            throw Bad($"{kind.Name} is there from the start and takes no '@{when}'");
        }

        var (word, of) = when is null ? ("t", "0") : Cut(when, '=');
        switch (word)
        {
            case "now" when of is null:
                return new FaultTrigger.Now();
            case "t" when of is not null:
                return new FaultTrigger.Time(Duration(of));
            case "shot" when of is not null:
                var (label, phase) = Cut(of, '.');
                if (uint.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var shot) && shot > 0)
                {
                    return new FaultTrigger.Shot(shot, phase is null ? StrokePhase.Begin : Phase(phase));
                }

                break;
            case "message" when of is not null:
                return Message(of);
            case "boot" when long.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var boot) && boot > 0:
                return new FaultTrigger.Boot(boot);
            default:
                break;
        }

        throw Bad($"'@{when}' is no time to begin; write @now, @t=5s, @shot=7, @message=permit_grant or @boot=2");
    }

    private StrokePhase Phase(string name) =>
        Enum.GetValues<StrokePhase>().Where(phase => phase != StrokePhase.None)
            .Select(phase => (StrokePhase?)phase)
            .FirstOrDefault(phase => phase.ToString()!.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw Bad($"a stroke has no phase '{name}'; allowed: begin, out, depth, flow, dwell, back, end");

    private FaultTrigger.Message Message(string of)
    {
        var (name, number) = Cut(of, '#');
        var type = MessageNames.Find(name) ?? throw Bad($"there is no message '{name}'; allowed: {string.Join(", ", MessageNames.All)}");
        var count = 1;
        return number is null ||
            (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0)
            ? new FaultTrigger.Message(type, number is null ? 1 : count)
            : throw Bad($"'#{number}' is no number of a message; write #2 for the second");
    }

    private FaultSpec With(FaultSpec spec, string option)
    {
        var (key, given) = Cut(option, '=');
        return key switch
        {
            "for" when given is not null => spec with { ForMs = Duration(given) },
            "late" when given is not null && spec.Kind.LateMs > 0 => spec with { LateMs = Duration(given) },
            "byte" when spec.Kind.TakesByte => spec with { ByteAt = Place(given, FrameBytes, "byte of a frame") },
            "bit" when spec.Kind.Frame == FrameFault.Flip => spec with { Bit = Place(given, 8, "bit of a byte") },
            _ => throw Bad($"'{option}' is no option of {spec.Kind.Name}; allowed: {Allowed(spec.Kind)}"),
        };
    }

    /// <summary>One frame is spoilt for certain and at once: shares, lengths and delays would mean nothing, and are refused.</summary>
    private void CheckOneFrame(FaultSpec spec, bool valued, bool delayed, IEnumerable<string> options)
    {
        if (!spec.SpoilsOneFrame)
        {
            return;
        }

        if ((valued && spec.Kind.Frame != FrameFault.Delay) || delayed ||
            options.Any(option => option.StartsWith("for=", StringComparison.Ordinal)))
        {
            throw Bad($"with @message {spec.Kind.Name} spoils that one frame for certain, so it takes no share, no +delay and no for=");
        }
    }

    private int Place(string? digits, int length, string what) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < length
            ? place
            : throw Bad($"'{digits}' is no {what}: they are 0 to {length - 1}");

    private int Amount(FaultKind kind, string? given)
    {
        if (given is null)
        {
            return kind.Value;
        }

        if (!kind.TakesValue)
        {
            throw Bad($"{kind.Name} takes no value");
        }

        var digits = kind.Unit.Length > 0 && given.EndsWith(kind.Unit, StringComparison.Ordinal) ? given[..^kind.Unit.Length] : given;
        if (!int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            throw Bad($"'{given}' is no whole number{(kind.Unit.Length > 0 ? " of " + kind.Unit : "")}");
        }

        return value >= kind.Min && value <= kind.Max
            ? value
            : throw Bad($"{value} is out of range: {kind.Name} takes {kind.Min} to {kind.Max} {kind.Unit}".TrimEnd());
    }

    private int Duration(string duration)
    {
        var (digits, scale) = duration switch
        {
            _ when duration.EndsWith("ms", StringComparison.Ordinal) => (duration[..^2], 1),
            _ when duration.EndsWith('s') => (duration[..^1], 1000),
            _ => (duration, 1),
        };
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= int.MaxValue / scale
            ? value * scale
            : throw Bad($"'{duration}' is no duration; write 5s or 250ms");
    }

    private SimulatorInputException Bad(string why) => new($"{source} {text}: {why}. A fault is written {FaultSpec.Grammar}.");
}
