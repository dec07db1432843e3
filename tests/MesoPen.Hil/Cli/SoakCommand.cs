using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace MesoPen.Hil;

/// <summary><c>mesopen-hil soak</c>: random treatments with full weather, for a time or for a span of seeds.</summary>
internal static class SoakCommand
{
    // Between two looks at the clock, so that a soak by minutes still ends whole blocks of seeds in their order.
    private const int Block = 64;
    private const int FindingsShown = 5;
    private const int MinutesMax = 10_080;

    public static Command Build(TextWriter output, TextWriter error)
    {
        Option<int?> minutes = new("--minutes") { Description = "Go on for so long", HelpName = "M", CustomParser = result => HilOptions.Number(1, MinutesMax)(result) };
        Option<SeedSpan?> seeds = HilOptions.Seeds();
        seeds.Description = "The campaigns of these seeds; from 1 on if left out";
        Option<int> jobs = HilOptions.Jobs();
        Command command = new("soak", "Run random treatments with full weather. Example: mesopen-hil soak --minutes 10, or --seeds 1-10000") { minutes, seeds, jobs };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(minutes) is null && parsed.GetValue(seeds) is null)
            {
                error.WriteLine("mesopen-hil: soak needs --minutes M or --seeds A-B.");
                return HilExit.BadInput;
            }

            return Run(parsed.GetValue(minutes), parsed.GetValue(seeds), parsed.GetValue(jobs), output, error);
        });
        return command;
    }

    private static int Run(int? minutes, SeedSpan? seeds, int jobs, TextWriter output, TextWriter error)
    {
        long begun = Stopwatch.GetTimestamp();
        Campaign campaign = new(new CampaignPlans());
        int first = seeds?.First ?? 1;
        int last = seeds?.Last ?? int.MaxValue - Block;
        long failed = 0, ran = 0, simulatedMs = 0;
        TraceHash traces = new();
        for (long from = first; from <= last && (minutes is null || Stopwatch.GetElapsedTime(begun).TotalMinutes < minutes); from += Block)
        {
            CampaignResult[] results = new CampaignResult[Math.Min(Block, last - from + 1)];
            int start = (int)from;
            Threads.Run(jobs, results.Length, at => results[at] = campaign.Run(start + at));
            foreach (CampaignResult result in results)
            {
                ran++;
                simulatedMs += result.Ms;
                traces.Add(unchecked((long)result.Trace));
                if (!result.Passed && ++failed <= FindingsShown)
                {
                    error.WriteLine(result);
                }
            }
        }

        double took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Seeds {first} to {first + ran - 1}: {ran} random treatments, {simulatedMs / 3_600_000.0:0.0} hours of treatment in {took:0} s, {failed} with a violation, trace {traces.Value:x16}"));
        output.WriteLine($"{ran - failed} passed, {failed} failed, 0 skipped");
        return failed == 0 ? HilExit.Passed : HilExit.Failed;
    }
}
