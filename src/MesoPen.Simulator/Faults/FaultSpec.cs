using System.Globalization;

namespace MesoPen.Simulator;

/// <summary>One fault asked for: which, when, how long. See <see cref="Grammar"/>.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Value">Its value in the kind's unit.</param>
/// <param name="AtMs">Begins this long after the start, ms; null if it begins with a shot.</param>
/// <param name="AtShot">Begins with the stroke of this label; 0 if it begins at a time.</param>
/// <param name="PlusMs">Later than that by this, ms.</param>
/// <param name="ForMs">Lasts this long, ms; null is for ever.</param>
public sealed record FaultSpec(FaultKind Kind, int Value, long? AtMs, uint AtShot, int PlusMs, int? ForMs)
{
    /// <summary>How a fault is written.</summary>
    public const string Grammar = "NAME[=VALUE][@t=5s | @shot=7][+20ms][,for=2s]";

    /// <summary>Reads one. Throws <see cref="SimulatorInputException"/> with a sentence; for an unknown name it lists those allowed.</summary>
    public static FaultSpec Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(',');
        int? lasts = null;
        foreach (var option in parts.Skip(1))
        {
            lasts = option.StartsWith("for=", StringComparison.Ordinal)
                ? Duration(text, option["for=".Length..])
                : throw Bad(text, $"'{option}' is no option; the only one is for=2s");
        }

        var head = parts[0];
        var plus = 0;
        if (head.LastIndexOf('+') is var at and >= 0)
        {
            plus = Duration(text, head[(at + 1)..]);
            head = head[..at];
        }

        (head, var when) = Cut(head, '@');
        var (name, given) = Cut(head, '=');
        var kind = FaultCatalogue.Find(name)
            ?? throw new SimulatorInputException(
                $"--fault {text}: there is no fault '{name}'; allowed: {string.Join(", ", FaultCatalogue.All.Select(k => k.Name))}.");
        var (ms, shot) = When(text, when);
        return new FaultSpec(kind, Amount(text, kind, given), ms, shot, plus, lasts ?? kind.ForMs);
    }

    private static (string Before, string? After) Cut(string text, char at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);
    }

    private static (long? Ms, uint Shot) When(string text, string? when)
    {
        if (when is null)
        {
            return (0, 0);
        }

        if (when.StartsWith("t=", StringComparison.Ordinal))
        {
            return (Duration(text, when[2..]), 0);
        }

        return when.StartsWith("shot=", StringComparison.Ordinal) &&
            uint.TryParse(when[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var shot) && shot > 0
            ? (null, shot)
            : throw Bad(text, $"'@{when}' is no time to begin; write @t=5s or @shot=7");
    }

    private static int Amount(string text, FaultKind kind, string? given)
    {
        if (given is null)
        {
            return kind.Value;
        }

        if (kind.Value == 0)
        {
            throw Bad(text, $"{kind.Name} takes no value");
        }

        var digits = kind.Unit.Length > 0 && given.EndsWith(kind.Unit, StringComparison.Ordinal) ? given[..^kind.Unit.Length] : given;
        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Bad(text, $"'{given}' is no whole number{(kind.Unit.Length > 0 ? " of " + kind.Unit : "")}");
    }

    private static int Duration(string text, string duration)
    {
        var (digits, scale) = duration switch
        {
            _ when duration.EndsWith("ms", StringComparison.Ordinal) => (duration[..^2], 1),
            _ when duration.EndsWith('s') => (duration[..^1], 1000),
            _ => (duration, 1),
        };
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= int.MaxValue / scale
            ? value * scale
            : throw Bad(text, $"'{duration}' is no duration; write 5s or 250ms");
    }

    private static SimulatorInputException Bad(string text, string why) => new($"--fault {text}: {why}. A fault is written {Grammar}.");
}
