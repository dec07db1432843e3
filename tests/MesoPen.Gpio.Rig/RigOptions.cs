using System.Globalization;
using MesoPen.Simulator;

namespace MesoPen.Gpio.Rig;

/// <summary>
/// The command line: what <c>mesopen-sim</c> understands, as far as lines can carry it, and where the board and the daemon are.
/// </summary>
internal sealed record RigOptions(
    string ProfilePath, string Pty, string State, string? Truth, ulong Seed, OperatorPace Pace, string Due, string Serial, string BoardFile, string Daemon, string? Note)
{
    /// <summary>Reads a command line.</summary>
    /// <exception cref="SimulatorInputException">Something in it cannot be done over lines.</exception>
    internal static RigOptions Parse(string[] args)
    {
        Dictionary<string, string> given = [];
        for (int i = 0; i + 1 < args.Length; i += 2)
        {
            given.Add(args[i], args[i + 1]);
        }

        string Take(string name, string otherwise) => given.Remove(name, out string? value) ? value : otherwise;
        string here = AppContext.BaseDirectory;
        var options = new RigOptions(
            Take("--profile", "pen-1"), Take("--pty", "gun"), Take("--nvm", "device") + ".state", Take("--truth", "") is { Length: > 0 } truth ? truth : null,
            ulong.Parse(Take("--seed", "1"), CultureInfo.InvariantCulture),
            Take("--operator", "auto") switch { "fast" => OperatorPace.Fast, "off" => OperatorPace.Off, _ => OperatorPace.Auto },
            Take("--calibration-due", "2099-12-31"), Take("--serial", "SIM-0001"),
            Take("--board", Path.Combine(here, "hardware", "boards", "pi-step-dir.yaml")), Take("--daemon", Path.Combine(here, "mesopen-gpio")),
            Take("--note", "") is { Length: > 0 } note ? note : null);
        return given.Count == 0 ? options : throw new SimulatorInputException($"{given.Keys.First()} cannot be done over lines.");
    }
}
