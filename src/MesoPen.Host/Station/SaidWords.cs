using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>
/// From a sentence of the control path to its code. The journal holds sentences, also those of earlier versions: so they are read, not passed beside. One
/// that is not known stays the English sentence that it is.
/// </summary>
internal static class SaidWords
{
    private const RegexOptions Exactly = RegexOptions.ExplicitCapture | RegexOptions.Singleline;

    // The first that fits. A named group is an argument; values that are words of the kernel are told as its codes below.
    private static readonly (Regex Pattern, SaidCode Code)[] Known =
    [
        (new("The device stops by itself\\.$", Exactly), SaidCode.LinkLost),
        (new(" (could not be identified|did not open) within [0-9.]+ s: ", Exactly), SaidCode.NoAnswer),
        (new(" is in use by ", Exactly), SaidCode.PortInUse),
        (new("^The device at .+, expected .+: .+\\.$", Exactly), SaidCode.DeviceRefused),
        (new("^The device was reset; ", Exactly), SaidCode.DeviceReset),
        (new("^The device said (?<ms>[0-9]+) ms after the stop that ", Exactly), SaidCode.AtRest),
        (new("^The device keeps the fault: ", Exactly), SaidCode.DeviceKeepsFault),
        (new("^The device refused the permit: (?<device>.+)$", Exactly), SaidCode.PermitRefused),
        (new("^Priming refused by the device: (?<device>.+)$", Exactly), SaidCode.PrimingRefused),
        (new("^Priming ended early: ", Exactly), SaidCode.PrimingEndedEarly),
        (new("^Shots are not known: ", Exactly), SaidCode.ShotsUnknown),
        (new(
            "^(?<limit>[A-Z][a-z ]+?)( in zone (?<zone>\\S+))?: (?<asked>.+?) asked, (?<bound>at most|at least|only multiples of) (?<allowed>.+?) allowed by ",
            Exactly), SaidCode.Limit),
        (new("^Records are written again; ", Exactly), SaidCode.RecordsAgain),
        (new("^Paused by (?<person>.+)\\.$", Exactly), SaidCode.Paused),
        (new("^The program was told to end\\.$", Exactly), SaidCode.ProgramEnds),
        (new("^(Another session was opened at this station|The site's records do not hold this session as open|The session was given up)\\.$", Exactly),
            SaidCode.SessionGone),
        (new("^(?<to>.+?) \\([^)]*\\) took the control over from (?<from>.+?) \\([^)]*\\)(: (?<reason>.+)|\\.)$", Exactly), SaidCode.ControlTaken),
        (new("^(?<action>[A-Z][a-z ]+?) refused: needed first: (?<needed>.+)\\.$", Exactly), SaidCode.NeededFirst),
        (new("^(?<action>[A-Z][a-z ]+?) refused: (not possible while|nothing is latched, the session is) (?<state>[A-Za-z]+)\\.$", Exactly), SaidCode.NotPossible),
        (new("^(?<action>[A-Z][a-z ]+?) refused: it needs a person( and a reason)?\\.$", Exactly), SaidCode.NeedsPerson),
        (new("^(?<action>[A-Z][a-z ]+?) refused: ", Exactly), SaidCode.Refused),
    ];

    // The kernel's word for what was asked, and the action's id in StationAction.
    private static readonly ImmutableDictionary<string, string> Actions = new Dictionary<string, string>
    {
        ["Priming"] = "prime", ["Arming"] = "arm", ["Pause"] = "pause", ["Release"] = "release", ["Settling"] = "settle", ["Needle change"] = "needle",
        ["Closing"] = "close", ["Confirmation"] = "confirm", ["Calibration"] = "calibrate", ["End of calibration"] = "calibrate",
    }.ToImmutableDictionary();

    // The words of DeviceWords for what a device answers.
    private static readonly (string Words, string Code)[] Answers =
    [
        ("it touches the skin", "in-contact"), ("it is not tested, not primed, or has no cartridge", "not-ready"), ("a fault is latched", "faulted"),
        ("the cause is still there", "cause-remains"), ("it is doing something else", "wrong-state"), ("its journal is full", "journal-full"),
        ("the request came too late", "time-stale"),
    ];

    /// <summary>What a sentence says; null if it is not known here.</summary>
    public static Said? Of(string? sentence)
    {
        if (sentence is null)
        {
            return null;
        }

        if (FaultCatalogue.All.FirstOrDefault(each => sentence == $"{each.Sentence} {each.Remedy}") is { } fault)
        {
            return new Said(SaidCode.Fault, new Dictionary<string, string> { ["number"] = Invariant(fault.Number) });
        }

        foreach ((Regex pattern, SaidCode code) in Known)
        {
            if (pattern.Match(sentence) is { Success: true } match)
            {
                IEnumerable<Group> named = match.Groups.Values.Where(group => group.Success && !char.IsDigit(group.Name[0]));
                return new Said(code, named.ToDictionary(group => group.Name, group => Value(group.Name, group.Value)));
            }
        }

        return null;
    }

    private static string Value(string name, string words) => name switch
    {
        "action" => Actions.GetValueOrDefault(words, words),
        "needed" => string.Join(' ', StationNeeds.In(words).Select(each => JsonNamingPolicy.KebabCaseLower.ConvertName(each.ToString()))),
        "device" => Answers.FirstOrDefault(each => words.StartsWith(each.Words, StringComparison.Ordinal)).Code ?? "other",
        "limit" or "bound" => words.ToLowerInvariant().Replace(' ', '-'),
        _ => words,
    };

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
