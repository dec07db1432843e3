using System.Collections.Immutable;
using MesoPen.Host.Input;
using MesoPen.Host.Links;

namespace MesoPen.Host.Calibration;

/// <summary>
/// Finds out what instrument is at an address: tries line settings and protocols one after another. It only asks what is shown; nothing is
/// set, tared or zeroed.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="told">Told each attempt as it ends.</param>
internal sealed class InstrumentDetector(TimeProvider time, Action<InstrumentAttempt>? told = null)
{
    private const string ByItself = "sends by itself";

    private static readonly TimeSpan OpenPatience = TimeSpan.FromSeconds(5);

    /// <summary>For a line to fall silent between two attempts: an answer to the one before may still be on its way.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(120);

    /// <summary>For all of that: what sends by itself never falls silent.</summary>
    private static readonly TimeSpan QuietAtMost = TimeSpan.FromMilliseconds(600);

    /// <summary>How long what was understood is listened to without being asked: whoever sends twice meanwhile sends by itself.</summary>
    private static readonly TimeSpan Unasked = TimeSpan.FromMilliseconds(2200);

    /// <summary>The settings in the order in which they are tried: the usual ones first.</summary>
    private static readonly ImmutableArray<InstrumentSettings> s_settings =
        [.. InstrumentDialect.Known.SelectMany(each => each.Settings).Distinct().OrderBy(each => each.Baud == InstrumentDialect.UsualBaud ? 0 : 1)];

    /// <summary>Tries everything at an address until something answers.</summary>
    public async Task<InstrumentFinding> FindAsync(InstrumentAddress address, CancellationToken cancel)
    {
        if (address.Place is null || address.Protocol == InstrumentProtocol.Pattern)
        {
            throw new InputException(address.Text, 0, "Nothing can be detected there: name a port or a host, without protocol=pattern.");
        }

        List<InstrumentAttempt> attempts = [];
        foreach (InstrumentSettings? settings in SettingsFor(address))
        {
            ImmutableArray<InstrumentDialect> dialects =
                [.. InstrumentDialect.Known.Where(each => (address.Protocol ?? each.Protocol) == each.Protocol && Uses(each, settings, address))];
            if (dialects.IsEmpty)
            {
                continue;
            }

            (InstrumentFinding? ended, string? closed) = await TryAsync(address, settings, dialects, attempts, cancel);
            if (ended is not null)
            {
                return ended;
            }

            if (closed is not null)
            {
                return new InstrumentFinding(address, null, null, null, [.. attempts], closed);
            }
        }

        return new InstrumentFinding(address, null, null, null, [.. attempts], Advice(address, attempts));
    }

    private static IEnumerable<InstrumentSettings?> SettingsFor(InstrumentAddress address)
    {
        if (address.Place!.Path is null)
        {
            return [null];
        }

        return address.Baud is { } baud && address.Format is { } format
            ? [new InstrumentSettings(baud, format)]
            : s_settings.Where(each => (address.Baud ?? each.Baud) == each.Baud && (address.Format ?? each.Format) == each.Format)
                .DefaultIfEmpty(new InstrumentSettings(address.Baud ?? InstrumentDialect.UsualBaud, address.Format ?? SerialFormat.Usual));
    }

    /// <summary>A dialect is tried with settings that its instruments have, or that the user has stated.</summary>
    private static bool Uses(InstrumentDialect dialect, InstrumentSettings? settings, InstrumentAddress address) =>
        settings is null || address.Baud is not null || address.Format is not null || dialect.Settings.Contains(settings);

    private async Task<(InstrumentFinding? Found, string? Closed)> TryAsync(
        InstrumentAddress address, InstrumentSettings? settings, ImmutableArray<InstrumentDialect> dialects, List<InstrumentAttempt> attempts,
        CancellationToken cancel)
    {
        List<InstrumentWire> wire = [];
        InstrumentAddress at = address.With(settings?.Baud, settings?.Format, dialects[0].Protocol);
        using InstrumentLine line = new(() => at.NewLink(time), time, each => Keep(wire, each));
        if (await line.OpenAsync(OpenPatience, cancel) is { Kind: LineNewsKind.Lost } lost)
        {
            return (null, lost.Reason);
        }

        foreach (InstrumentDialect dialect in dialects)
        {
            lock (wire)
            {
                wire.Clear();
            }

            string verdict = await ProbeAsync(line, dialect, settings, cancel);
            bool found = verdict.Length == 0;
            bool unasked = found && await SendsUnaskedAsync(line, cancel);
            InstrumentAttempt attempt = new(
                settings?.ToString() ?? string.Empty, dialect.Protocol.Word(), Copy(wire), unasked ? "understood, but it " + ByItself : found ? "understood" : verdict);
            attempts.Add(attempt);
            told?.Invoke(attempt);
            if (found)
            {
                line.Close();
                InstrumentAddress there = address.With(settings?.Baud, settings?.Format, dialect.Protocol);
                return (unasked ? Unusable(there, dialect, address, attempts) : await ConfirmAsync(there, address, attempts, cancel), null);
            }
        }

        return (null, null);
    }

    /// <summary>Asks twice, since noise may look like an answer once. Empty if both answers are of this dialect.</summary>
    private async Task<string> ProbeAsync(
        InstrumentLine line, InstrumentDialect dialect, InstrumentSettings? settings, CancellationToken cancel)
    {
        bool quiet = await FallsSilentAsync(line, cancel);
        for (int answers = 0; answers < 2;)
        {
            line.Send(dialect.AskNow);
            LineNews news = await line.NextAsync(Patience(dialect, settings), cancel);
            if (news.Kind != LineNewsKind.Line)
            {
                return news.Kind == LineNewsKind.Lost ? "the line was lost" : "no answer";
            }

            InstrumentReply reply = dialect.Read(news.Line);
            bool told = reply.Kind == InstrumentReplyKind.Value
                || (reply.Kind == InstrumentReplyKind.Problem && reply.Problem is InstrumentProblem.Overload or InstrumentProblem.Underload);
            if (!told)
            {
                return !quiet ? ByItself : news.Line.Any(each => each is < 0x20 or > 0x7E) ? "an answer that cannot be read" : "another answer";
            }

            answers++;
        }

        return string.Empty;
    }

    /// <summary>Lets what still comes in answer to the attempt before pass. False if the line does not fall silent.</summary>
    private async Task<bool> FallsSilentAsync(InstrumentLine line, CancellationToken cancel)
    {
        long began = time.GetTimestamp();
        while (await line.NextAsync(Quiet, cancel) is { Kind: LineNewsKind.Line })
        {
            if (time.GetElapsedTime(began) >= QuietAtMost)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an instrument that was understood goes on sending when nobody asks.</summary>
    private async Task<bool> SendsUnaskedAsync(InstrumentLine line, CancellationToken cancel)
    {
        if (!await FallsSilentAsync(line, cancel))
        {
            return true;
        }

        long began = time.GetTimestamp();
        for (int lines = 0; lines < 2; lines++)
        {
            TimeSpan left = Unasked - time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero || await line.NextAsync(left, cancel) is not { Kind: LineNewsKind.Line })
            {
                return false;
            }
        }

        return true;
    }

    private static InstrumentFinding Unusable(
        InstrumentAddress there, InstrumentDialect dialect, InstrumentAddress asked, List<InstrumentAttempt> attempts) => new(
        asked, null, null, null, [.. attempts],
        $"{Kind(dialect.Quantity)} that speaks {dialect.Protocol.Word()} is at {there.Text}, and it {ByItself}: "
        + $"{InstrumentProblems.OnRequest}, then detect it again.");

    private static string Kind(InstrumentQuantity quantity) => quantity == InstrumentQuantity.Mass ? "A balance" : "A gauge";

    private static TimeSpan Patience(InstrumentDialect dialect, InstrumentSettings? settings) =>
        TimeSpan.FromMilliseconds((settings is { Baud: < 4800 } ? 1000 : 600) + (dialect.Protocol == InstrumentProtocol.Sbi ? 900 : 0));

    private async Task<InstrumentFinding> ConfirmAsync(
        InstrumentAddress found, InstrumentAddress asked, List<InstrumentAttempt> attempts, CancellationToken cancel)
    {
        List<InstrumentWire> wire = [];
        using IInstrument instrument = found.NewInstrument(new InstrumentOptions { Wire = each => Keep(wire, each) }, time);
        InstrumentIdentity identity = await instrument.IdentifyAsync(cancel);
        InstrumentReading shows = await instrument.ReadNowAsync(cancel);
        InstrumentAttempt attempt = new(string.Empty, found.Protocol!.Value.Word(), Copy(wire), "who it is, and what it shows");
        attempts.Add(attempt);
        told?.Invoke(attempt);
        string[] names = [identity.Model, identity.Serial.Length > 0 ? $"serial number {identity.Serial}" : string.Empty];
        string who = string.Join(", ", names.Where(each => each.Length > 0));
        string shown = shows.HasValue ? $" It shows {InstrumentText.Shown(shows)}." : $" {shows.Sentence}";
        return new InstrumentFinding(
            asked, found, identity, shows, [.. attempts],
            $"{Kind(instrument.Quantity)} that speaks {found.Protocol!.Value.Word()}{(who.Length > 0 ? $": {who}" : string.Empty)}.{shown} Its address is {found.Text}");
    }

    private static string Advice(InstrumentAddress address, List<InstrumentAttempt> attempts)
    {
        if (attempts.Any(each => each.Verdict == ByItself))
        {
            return $"Something at {address.Text} {ByItself} and is not understood: {InstrumentProblems.OnRequest}, "
                + "and state rate, data bits and parity as they stand there, as in serial:PATH?baud=4800&format=7E1.";
        }

        if (attempts.Any(each => each.Verdict == "an answer that cannot be read"))
        {
            return $"Something answers at {address.Text} that cannot be read: look up rate, data bits and parity in the instrument's menu "
                + "and state them, as in serial:PATH?baud=4800&format=7E1.";
        }

        return attempts.Any(each => each.Verdict == "another answer")
            ? $"Something answers at {address.Text} in a language that is not known: choose MT-SICS or SBI in its menu, "
                + "or describe its lines by a pattern."
            : $"Nothing answers at {address.Text}: switch the instrument on, use the cable that belongs to it (crossed or straight), "
                + "and set its interface to a computer, not to a printer or its print key.";
    }

    private static void Keep(List<InstrumentWire> wire, InstrumentWire each)
    {
        lock (wire)
        {
            wire.Add(each);
        }
    }

    private static ImmutableArray<InstrumentWire> Copy(List<InstrumentWire> wire)
    {
        lock (wire)
        {
            return [.. wire];
        }
    }
}
