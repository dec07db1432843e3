using System.CommandLine;
using MesoPen.Host.Input;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen plan check</c>.</summary>
internal static class PlanVerb
{
    public static Command Build(CliContext context)
    {
        Argument<string> plan = new("PLAN") { Description = "Plan file (docs/plans.md)" };
        Option<string?> profile = new("--profile") { Description = "Device profile to check for, by file or id; the plan's own if left out", HelpName = "FILE" };
        Option<string> zones = HardwareFiles.Zones();
        Option<string> profiles = HardwareFiles.Profiles();
        Option<bool> json = new("--json") { Description = "Answer with one line of JSON" };
        Command check = new("check", "Hold a plan against every limit, without a device: limits with reasons, shots, volume, time, left-over product")
        {
            plan, profile, zones, profiles, json,
        };
        check.SetAction(parsed => context.Guard(parsed, json, () =>
        {
            string folder = parsed.GetRequiredValue(profiles);
            TreatmentInput input = TreatmentInput.Load(
                parsed.GetRequiredValue(plan), parsed.GetRequiredValue(zones), folder, HardwareFiles.ProfilePath(parsed.GetValue(profile), folder));
            PlanReport report = PlanReport.Of(input, context.Clock);
            if (parsed.GetValue(json))
            {
                context.Json(PlanReportText.Json(report));
            }
            else
            {
                PlanReportText.Write(report, context.Output);
            }

            return report.Objections.Any() ? ExitCode.Refused : ExitCode.Completed;
        }));
        return new Command("plan", "Work with plans") { check };
    }
}
