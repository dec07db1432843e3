using System.Diagnostics;
using System.Text.Json;

namespace MesoPen.Hil;

/// <summary>Seeks the first seed that catches the defect which is awake: one process for each, so that nothing of another is left in it.</summary>
internal static class DefectSeek
{
    // Far more than two hundred campaigns take; what takes longer hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>In the process of a defect: runs seeds in order until one finds something, and writes what.</summary>
    public static void Seek(int seeds, string root, TextWriter output)
    {
        Campaign campaign = new(new CampaignPlans(root));
        DefectVerdict verdict = new(null, seeds, 0, "");
        for (int seed = 1; seed <= seeds && !verdict.Caught; seed++)
        {
            CampaignResult result = campaign.Run(seed);
            if (result.Finding is { } finding)
            {
                string sentence = finding.Sentence.Split('\n')[0].Trim();
                verdict = new DefectVerdict(finding.By, seed, result.Ms, sentence);
            }
        }

        output.WriteLine(JsonSerializer.Serialize(verdict));
    }

    /// <summary>Starts that process and waits for it.</summary>
    /// <exception cref="InvalidOperationException">It ended without a verdict.</exception>
    public static DefectVerdict Start(string program, string root, string? defect, int seeds)
    {
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, ArgumentList = { "defects", "seek", "--seeds", $"{seeds}", "--root", root } };
        start.Environment[DefectCopy.Variable] = defect ?? "";
        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
        }

        process.WaitForExit();
        string line = said.GetAwaiter().GetResult().Trim();
        return process.ExitCode == 0 && line.StartsWith('{')
            ? JsonSerializer.Deserialize<DefectVerdict>(line)!
            : throw new InvalidOperationException($"The process of {defect ?? "the sound program"} ended with {process.ExitCode} and no verdict: {line}");
    }
}
