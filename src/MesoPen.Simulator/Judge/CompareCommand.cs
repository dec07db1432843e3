using System.CommandLine;

namespace MesoPen.Simulator;

/// <summary><c>mesopen-sim compare</c>: whether a host's report equals the machine's truth. Exit codes: 0 equal, 1 not, 2 bad input.</summary>
internal static class CompareCommand
{
    private const int Equal = 0;
    private const int Different = 1;
    private const int BadInput = 2;

    internal static Command Build(TextWriter output, TextWriter error)
    {
        Option<string> profile = new("--profile") { Description = "Device profile, which states the tolerance", HelpName = "FILE|ID", Required = true };
        Option<string> truth = new("--truth") { Description = "What the machine did, as mesopen-sim --truth wrote it", HelpName = "FILE.jsonl", Required = true };
        Option<string> report = new("--report")
        {
            Description = "What the host reported: the output of mesopen treat --json, or of mesopen records show --json", HelpName = "FILE.jsonl", Required = true,
        };
        Command compare = new(
            "compare",
            "Compare a host's report with the machine's truth, shot by shot.\n\nExample:\n  mesopen-sim compare --profile gun-5 --truth truth.jsonl --report shots.jsonl\n\n"
            + "Exit codes: 0 every shot agrees, none missing, none twice; 1 they differ; 2 bad input.")
        {
            profile, truth, report,
        };
        compare.SetAction(parsed =>
        {
            try
            {
                return Compare(parsed.GetRequiredValue(profile), parsed.GetRequiredValue(truth), parsed.GetRequiredValue(report), output);
            }
            catch (Exception e) when (e is SimulatorInputException or ProfileException)
            {
                error.WriteLine($"mesopen-sim compare: {e.Message}");
                return BadInput;
            }
        });
        return compare;
    }

    private static int Compare(string profile, string truthPath, string reportPath, TextWriter output)
    {
        ShotTolerance tolerance = ProfileReader.Open(profile).Tolerance;
        List<ReportedShot> reported = ReportReader.Shots(reportPath);
        ILookup<uint, (long DepthUm, long VolumeNl)> truth = ReportReader.Truth(truthPath);
        List<string> wrong = Comparison.Of(reported, truth, tolerance);
        wrong.ForEach(output.WriteLine);
        if (reported.Count == 0)
        {
            throw new SimulatorInputException($"{reportPath} holds no shots: give the output of treat --json or records show --json.");
        }

        if (wrong.Count > 0)
        {
            output.WriteLine($"{wrong.Count} {(wrong.Count == 1 ? "difference" : "differences")} in {reported.Count} reported shots.");
            return Different;
        }

        long widest = reported.Max(shot => Math.Abs(shot.VolumeNl - truth[shot.Shot].Sum(stroke => stroke.VolumeNl)));
        output.WriteLine(
            $"{reported.Count} shots reported, {truth.Count} fired: every one agrees with the machine, none missing, none twice. "
            + $"Widest difference {widest} nL; allowed {tolerance.DoseNl} nL or {tolerance.DosePermille} thousandths, {tolerance.DepthUm} µm.");
        return Equal;
    }
}
