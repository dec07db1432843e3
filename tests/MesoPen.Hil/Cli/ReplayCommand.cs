using System.CommandLine;
using System.Globalization;

namespace MesoPen.Hil;

/// <summary><c>mesopen-hil replay</c>: one run again, with its last events; twice, so that its trace is seen to be the same.</summary>
internal static class ReplayCommand
{
    public static Command Build(TextWriter output)
    {
        Argument<string> what = new("FILE|SEED") { Description = "A scenario file, or the seed of a random treatment (mesopen-hil soak)" };
        Option<int?> seed = new("--seed") { Description = "For a scenario: its seed", HelpName = "N", CustomParser = result => HilOptions.Number(0, int.MaxValue)(result) };
        Option<string> profiles = HilOptions.Profiles();
        Option<string> zones = HilOptions.Zones();
        Command command = new("replay", "Run one again and show its last events. Example: mesopen-hil replay 4711") { what, seed, profiles, zones };
        command.SetAction(parsed =>
        {
            string text = parsed.GetValue(what)!;
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? OfSeed(number, output)
                : OfScenario(ScenarioReader.Read(text, new HardwareFolder(parsed.GetValue(zones)!, parsed.GetValue(profiles)!)), parsed.GetValue(seed), output);
        });
        return command;
    }

    private static int OfSeed(int seed, TextWriter output)
    {
        Campaign campaign = new(new CampaignPlans());
        CampaignResult once = campaign.Run(seed);
        CampaignResult again = campaign.Run(seed);
        output.WriteLine(once);
        return End(once.Passed, once.Trace, again.Trace, output);
    }

    private static int OfScenario(Scenario scenario, int? seed, TextWriter output)
    {
        ScenarioRun once = RunSet.One(scenario, seed ?? scenario.Seed);
        ScenarioRun again = RunSet.One(scenario, seed ?? scenario.Seed);
        if (once.Passed)
        {
            output.WriteLine($"{scenario.Id}, seed {once.Seed}: passed, {once.Shots} shots in {once.SimulatedMs} ms.");
        }
        else
        {
            output.WriteLine(RunReport.Of(once));
        }

        return End(once.Passed, once.Trace, again.Trace, output);
    }

    private static int End(bool passed, ulong once, ulong again, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Trace {once:x16}, and again {again:x16}: {(once == again ? "the same" : "NOT the same")}."));
        return passed && once == again ? HilExit.Passed : HilExit.Failed;
    }
}
