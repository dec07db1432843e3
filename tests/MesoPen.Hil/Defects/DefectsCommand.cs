using System.CommandLine;
using System.Diagnostics;
using MesoPen.Host.Input;

namespace MesoPen.Hil;

/// <summary><c>mesopen-hil defects</c>: plants mistakes in a copy of the sources and shows which seed catches each.</summary>
internal static class DefectsCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        Option<int> seeds = new("--seeds") { Description = "How many seeds each defect has to escape.", DefaultValueFactory = _ => 200 };
        Option<int> jobs = HilOptions.Jobs();
        Option<string> root = new("--root") { Description = "The repository.", DefaultValueFactory = _ => Repository() };
        Option<string[]> only = new("--only") { Description = "Only these defects, by id.", AllowMultipleArgumentsPerToken = true };
        Option<bool> check = new("--check") { Description = $"Compare with {DefectPage.Path}." };
        Option<bool> write = new("--write") { Description = $"Write {DefectPage.Path}." };
        Command seek = new("seek", "Seek the first seed that catches the defect which is awake in this process.") { seeds, root };
        seek.Hidden = true;
        seek.SetAction(parsed => DefectSeek.Seek(parsed.GetValue(seeds), parsed.GetValue(root)!, output));
        Command campaigns = Campaigns(root, output);
        Command defects = new("defects", "Plant mistakes in a copy of the sources, and show which seed catches each.") { seeds, jobs, root, only, check, write, seek, campaigns };
        defects.SetAction(parsed =>
        {
            try
            {
                DefectHunt hunt = new(parsed.GetValue(root)!, parsed.GetValue(seeds), parsed.GetValue(jobs), output);
                string[] chosen = parsed.GetValue(only) ?? [];
                return hunt.Run(chosen, parsed.GetValue(check), parsed.GetValue(write)) ? HilExit.Passed : HilExit.Failed;
            }
            catch (InputException wrong)
            {
                error.WriteLine(wrong.Message);
                return HilExit.BadInput;
            }
            catch (InvalidOperationException failed)
            {
                error.WriteLine(failed.Message);
                return HilExit.Failed;
            }
        });
        return defects;
    }

    /// <summary>Runs campaigns here, with the defect that is awake in this program if it is the copy.</summary>
    private static Command Campaigns(Option<string> root, TextWriter output)
    {
        Option<SeedSpan?> seeds = HilOptions.Seeds();
        Command command = new("try", "Run the campaigns of seeds and show what each finds. Example: MESOPEN_DEFECT=D-01 mesopen-hil defects try --seeds 3") { seeds, root };
        command.SetAction(parsed =>
        {
            SeedSpan span = parsed.GetValue(seeds) ?? SeedSpan.Parse("1")!;
            Campaign campaign = new(new CampaignPlans(parsed.GetValue(root)));
            int failed = 0;
            foreach (CampaignResult result in span.All.Select(campaign.Run).Where(result => !result.Passed || span.First == span.Last))
            {
                failed += result.Passed ? 0 : 1;
                output.WriteLine(result);
            }

            output.WriteLine($"{span.Last - span.First + 1} campaigns, {failed} failed");
            return failed == 0 ? HilExit.Passed : HilExit.Failed;
        });
        return command;
    }

    /// <summary>The repository around the working folder, or around this program.</summary>
    private static string Repository()
    {
        foreach (string from in (string[])[Environment.CurrentDirectory, AppContext.BaseDirectory])
        {
            for (DirectoryInfo? folder = new(from); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "MesoPen.sln")))
                {
                    return folder.FullName;
                }
            }
        }

        return Environment.CurrentDirectory;
    }
}
