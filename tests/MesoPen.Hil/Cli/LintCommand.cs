using System.CommandLine;
using MesoPen.Host.Input;

namespace MesoPen.Hil;

/// <summary><c>mesopen-hil lint</c>: reads every scenario and says all that is wrong, one sentence a file.</summary>
internal static class LintCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        Argument<string[]> paths = HilOptions.Paths();
        Option<string> profiles = HilOptions.Profiles();
        Option<string> zones = HilOptions.Zones();
        Command command = new("lint", "Check scenario files without running them. Example: mesopen-hil lint tests/scenarios") { paths, profiles, zones };
        command.SetAction(parsed =>
        {
            HardwareFolder hardware = new(parsed.GetValue(zones)!, parsed.GetValue(profiles)!);
            IReadOnlyList<string> files = ScenarioFolder.Files(parsed.GetValue(paths)!);
            int wrong = 0;
            foreach (string file in files)
            {
                try
                {
                    ScenarioReader.Read(file, hardware);
                }
                catch (InputException bad)
                {
                    wrong++;
                    error.WriteLine(bad.Message);
                }
            }

            if (wrong == 0)
            {
                ScenarioFolder.Read(files, hardware);
            }

            output.WriteLine($"{files.Count} files, {wrong} wrong");
            return wrong == 0 ? HilExit.Passed : HilExit.BadInput;
        });
        return command;
    }
}
