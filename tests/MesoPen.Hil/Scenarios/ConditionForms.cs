using System.Globalization;
using System.Text.RegularExpressions;
using MesoPen.Host.Input;
using MesoPen.Kernel;
using MesoPen.Protocol;

namespace MesoPen.Hil;

/// <summary>The sentences that <c>when</c> and <c>expect</c> of a step may be: each a form of words, strictly.</summary>
internal static class ConditionForms
{
    /// <summary>Phases of a stroke as the plant sees it, in their order, as words and as sentences say them.</summary>
    public static IReadOnlyList<(string Verb, string Phase)> ShotVerbs { get; } =
    [
        ("begins", "begin"), ("goes out", "out"), ("is deep", "depth"), ("flows", "flow"), ("dwells", "dwell"), ("comes back", "back"), ("ends", "end"),
    ];

    private static readonly string[] Phases = [.. ShotVerbs.Select(each => each.Verb)];

    /// <summary>All forms: how it is written, an example, and whether real processes show it too.</summary>
    public static IReadOnlyList<SentenceForm<ConditionKind>> All { get; } =
    [
        new(ConditionKind.Shot, $"shot N ({string.Join('|', Phases)})", $"^shot (?<n>[0-9]+) (?<word>{string.Join('|', Phases)})$", "shot 3 flows", Pty: true),
        new(ConditionKind.DeviceHears, "the device hears MESSAGE [#N]", "^the device hears (?<word>[a-z_]+)(?: #(?<n>[0-9]+))?$", "the device hears permit_grant #2"),
        new(ConditionKind.HostHears, "the host hears MESSAGE [#N]", "^the host hears (?<word>[a-z_]+)(?: #(?<n>[0-9]+))?$", "the host hears identity_reply"),
        new(ConditionKind.HostSends, "the host sends MESSAGE [#N]", "^the host sends (?<word>[a-z_]+)(?: #(?<n>[0-9]+))?$", "the host sends journal_ack"),
        new(ConditionKind.State, "the session is STATE", "^the session is (?<word>[A-Z][A-Za-z]+)$", "the session is Paused"),
        new(ConditionKind.DeviceState, "the device is STATE", "^the device is (?<word>[a-z]+)$", "the device is armed"),
        new(ConditionKind.Zone, "zone ZONE is (armed|done)", "^zone (?<zone>[a-z0-9.-]+) is (?<word>armed|done)$", "zone cheek.left is armed"),
        new(ConditionKind.Asked, "a person is asked \"TEXT\"", "^a person is asked \"(?<word>[^\"]+)\"$", "a person is asked \"Prime\""),
        new(ConditionKind.Told, "a person is told \"TEXT\"", "^a person is told \"(?<word>[^\"]+)\"$", "a person is told \"make room\"", Pty: true),
        new(ConditionKind.FaultLatched, "fault N latches", "^fault (?<n>[0-9]+) latches$", "fault 10 latches", Pty: true),
        new(ConditionKind.RunEnds, "run N ends", "^run (?<n>[0-9]+) ends$", "run 1 ends", Pty: true),
        new(ConditionKind.Closed, "the treatment is closed", "^the treatment is closed$", "the treatment is closed", Pty: true),
        new(ConditionKind.Boot, "boot N begins", "^boot (?<n>[0-9]+) begins$", "boot 2 begins", Pty: true),
        new(ConditionKind.NeedleHome, "the needle is home", "^the needle is home$", "the needle is home", Pty: true),
        new(ConditionKind.PlungerStill, "the plunger is still", "^the plunger is still$", "the plunger is still", Pty: true),
        new(ConditionKind.AtRest, "needle and plunger are at rest", "^needle and plunger are at rest$", "needle and plunger are at rest", Pty: true),
        new(ConditionKind.ShotsFired, "N shots are fired", "^(?<n>[0-9]+) shots? (?:is|are) fired$", "7 shots are fired", Pty: true),
        new(ConditionKind.ShotsRecorded, "N shots are recorded", "^(?<n>[0-9]+) shots? (?:is|are) recorded$", "7 shots are recorded", Pty: true),
        new(ConditionKind.PermitLive, "a permit is live", "^a permit is live$", "a permit is live"),
        new(ConditionKind.NoPermitLive, "no permit is live", "^no permit is live$", "no permit is live"),
        new(ConditionKind.Row, "a row KIND is written [#N]", "^a row (?<word>[a-z-]+) is written(?: #(?<n>[0-9]+))?$", "a row window-closed is written", Pty: true),
    ];

    /// <summary>Reads a sentence.</summary>
    /// <exception cref="InputException">It is none of the forms, or names a state or message that does not exist.</exception>
    public static Condition Parse(string text, string file, int line)
    {
        (ConditionKind kind, Match match) = SentenceForm.Match(All, text, file, line, "condition");
        string word = match.Groups["word"].Value;
        long number = match.Groups["n"] is { Success: true } n ? long.Parse(n.Value, CultureInfo.InvariantCulture) : 1;
        switch (kind)
        {
            case ConditionKind.Shot:
                word = ShotVerbs.First(each => each.Verb == word).Phase;
                break;
            case ConditionKind.Zone:
                word = $"{match.Groups["zone"].Value} {word}";
                break;
            case ConditionKind.State:
                Require(Enum.GetNames<SessionState>(), word, "state of the session", file, line);
                break;
            case ConditionKind.DeviceState:
                Require([.. Enum.GetNames<DeviceState>().Select(each => each.ToLowerInvariant())], word, "state of the device", file, line);
                break;
            case ConditionKind.DeviceHears or ConditionKind.HostSends:
                Require(WireNames.Requests, word, "request", file, line);
                break;
            case ConditionKind.HostHears:
                Require(WireNames.FromDevice, word, "reply or event", file, line);
                break;
            default:
                break;
        }

        return new Condition(kind, number, word, text, line);
    }

    private static void Require(IReadOnlyList<string> allowed, string word, string what, string file, int line)
    {
        if (!allowed.Contains(word))
        {
            string meant = NearestWord.To(word, allowed) is { } near ? $"did you mean {near}?" : $"allowed are {string.Join(", ", allowed)}.";
            throw new InputException(file, line, $"{word} is no {what}: {meant}");
        }
    }
}
