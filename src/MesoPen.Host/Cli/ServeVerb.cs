using System.CommandLine;
using MesoPen.Host.Api;
using MesoPen.Host.Configuration;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen serve</c>.</summary>
internal static class ServeVerb
{
    public static Command Build(CliContext context)
    {
        Option<string?> data = new("--data") { Description = "Data folder: the setting Data", HelpName = "DIR" };
        Option<string?> file = ConfigVerb.FileOption();
        Option<string[]> set = ConfigVerb.SetOption();
        Option<bool> json = new("--json") { Description = "Say errors as lines of JSON too" };
        Command serve = new("serve", "Serve this station's clinic: records and treatments over the API, until it is told to end") { data, file, set, json };
        serve.SetAction((parsed, cancel) => context.GuardAsync(parsed, json, async () =>
        {
            IEnumerable<string> stated = parsed.GetValue(set) ?? [];
            if (parsed.GetValue(data) is { } folder)
            {
                stated = stated.Append($"{SettingsCatalogue.Data}={folder}");
            }

            try
            {
                await Serve.RunAsync(ConfigVerb.Load(parsed.GetValue(file), stated), context.Output, context.Clock, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // It was told to end before it served: that is no defect.
            }

            return ExitCode.Completed;
        }));
        return serve;
    }
}
