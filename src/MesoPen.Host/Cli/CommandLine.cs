using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text.Json.Nodes;
using MesoPen.Host.Control;

namespace MesoPen.Host.Cli;

/// <summary>The verbs of <c>mesopen</c>.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line and returns the exit code: see <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args, CliContext context, Func<TreatOptions, CancellationToken, Task<int>> treat)
    {
        RootCommand root = new("Companion software for automated injection pens and mesotherapy guns. Not an approved medical device.")
        {
            TreatVerb.Build(context, treat), PlanVerb.Build(context), RecordsVerb.Build(context), BackupVerb.Build(context), DevicesVerb.Build(context),
            DoctorVerb.Build(context), ConfigVerb.Build(context), ServeVerb.Build(context), SiteVerb.Build(context), ExportVerb.Build(context),
            CalibrateVerb.Build(context), RepeatabilityVerb.Build(context), CertificateVerb.Build(context),
            InstrumentsVerb.Build(context),
        };
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new ExamplesHelp((HelpAction)help.Action!);
        }

        ParseResult parsed = root.Parse(args);
        InvocationConfiguration configuration = new()
        {
            Output = context.Output,
            Error = context.Error,
            EnableDefaultExceptionHandler = false,

            // Signals are the treatment's: it stops the device before it ends.
            ProcessTerminationTimeout = null,
        };
        if (parsed.Action is ParseErrorAction wrong)
        {
            // The help was not asked for: standard output stays free of it for whoever reads it.
            wrong.ShowHelp = false;
            configuration.Output = context.Error;
            await parsed.InvokeAsync(configuration);
            context.Error.WriteLine("mesopen --help shows the verbs, mesopen VERB --help what each takes.");
            if (args.Contains("--json"))
            {
                context.Json(new JsonObject
                {
                    ["type"] = "error", ["exit"] = ExitCode.BadInput, ["message"] = string.Join(' ', parsed.Errors.Select(each => each.Message)),
                });
            }

            return ExitCode.BadInput;
        }

        return await parsed.InvokeAsync(configuration);
    }
}
