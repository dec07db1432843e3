using System.CommandLine;
using System.Text.Json.Nodes;
using MesoPen.Host.Diagnostics;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen doctor</c>.</summary>
internal static class DoctorVerb
{
    public static Command Build(CliContext context)
    {
        Option<string?> data = new("--data") { Description = "Data folder to look at too", HelpName = "DIR" };
        Option<bool> json = new("--json") { Description = "Answer with one line of JSON for each finding" };
        Command doctor = new("doctor", "Look this computer over for what keeps a device from being used, with the command that helps") { data, json };
        doctor.SetAction(parsed =>
        {
            IReadOnlyList<DoctorFinding> findings = new Doctor(context.View, context.Clock, parsed.GetValue(data)).Examine();
            if (parsed.GetValue(json))
            {
                foreach (JsonObject line in DoctorReport.ToJson(findings))
                {
                    context.Json(line);
                }
            }
            else
            {
                context.Output.WriteLine(DoctorReport.ToText(findings));
            }

            return findings.Any(finding => finding.Verdict == DoctorVerdict.Bad) ? ExitCode.BadInput : ExitCode.Completed;
        });
        return doctor;
    }
}
