using System.Text.RegularExpressions;
using MesoPen.Host.Input;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>The sentences that <c>do</c> of a step may be.</summary>
internal static class ActionForms
{
    /// <summary>All forms: how it is written, an example, and whether real processes can be made to do it.</summary>
    public static IReadOnlyList<SentenceForm<ActionKind>> All { get; } =
    [
        new(ActionKind.Stop, "stop", "^stop$", "stop", Pty: true),
        new(ActionKind.Pause, "pause", "^pause$", "pause", Pty: true),
        new(ActionKind.PressStopButton, "press the stop button", "^press the stop button$", "press the stop button"),
        new(ActionKind.ReleaseStopButton, "release the stop button", "^release the stop button$", "release the stop button"),
        new(ActionKind.KillHost, "kill the host", "^kill the host$", "kill the host", Pty: true),
        new(ActionKind.StartHost, "start the host", "^start the host$", "start the host", Pty: true),
        new(ActionKind.Fault, "fault SPEC", "^fault (?<word>[^ @]+)$", "fault occlusion,for=2s"),
        new(ActionKind.EndFault, "end fault NAME", "^end fault (?<word>[a-z_.]+)$", "end fault occlusion"),
        new(ActionKind.Weather, "weather (clear|ordinary|drawn)", "^weather (?<word>clear|ordinary|drawn)$", "weather clear"),
        new(ActionKind.Answer, "answer \"TEXT\" with (yes|no|nothing)", "^answer \"(?<word>[^\"]+)\" with (?<answer>yes|no|nothing)$", "answer \"Prime\" with no"),
        new(ActionKind.PullCartridge, "pull the cartridge", "^pull the cartridge$", "pull the cartridge"),
        new(ActionKind.InsertCartridge, "insert a cartridge", "^insert a cartridge$", "insert a cartridge"),
        new(ActionKind.TakeOverUnknown, "take over what is unknown", "^take over what is unknown$", "take over what is unknown"),
        new(ActionKind.SetScale, "another program sets the scale to N ppm", "^another program sets the scale to (?<word>[0-9]{1,9}) ppm$", "another program sets the scale to 1042000 ppm"),
        new(ActionKind.End, "end", "^end$", "end", Pty: true),
    ];

    /// <summary>Reads a sentence.</summary>
    /// <exception cref="InputException">It is none of the forms, or names a fault that does not exist.</exception>
    public static ScenarioAction Parse(string text, string file, int line)
    {
        (ActionKind kind, Match match) = SentenceForm.Match(All, text, file, line, "action");
        string word = match.Groups["word"].Value;
        if (kind == ActionKind.Fault)
        {
            FaultKind asked = FaultReader.Parse(word, file, line).Kind;
            if (asked.FromStart || asked.Name == FaultCatalogue.Brownout)
            {
                throw new InputException(file, line, $"{asked.Name} must be among the faults of the rig: it is prepared at the start.");
            }
        }
        else if (kind == ActionKind.EndFault && FaultCatalogue.Find(word) is null)
        {
            throw new InputException(file, line, $"There is no fault {word}: allowed are {string.Join(", ", FaultCatalogue.All.Select(each => each.Name))}.");
        }

        return new ScenarioAction(kind, word, match.Groups["answer"].Value, text, line);
    }
}
