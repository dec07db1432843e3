using System.CommandLine;
using MesoPen.Host.Exchange;
using MesoPen.Host.Exchange.Csv;
using MesoPen.Host.Exchange.Fhir;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen export fhir|shots|zones</c>: a session out of a data folder, without a server.</summary>
internal static class ExportVerb
{
    public static Command Build(CliContext context) => new("export", "Take a session out of the records, without a server")
    {
        Form(context, "fhir", "The session as a FHIR R4 bundle, JSON", FhirBundle.Of),
        Form(context, "shots", "The session shot by shot, CSV", SessionCsv.Shots),
        Form(context, "zones", "The session zone by zone, CSV", SessionCsv.Zones),
    };

    private static Command Form(CliContext context, string name, string description, Func<Dossier, string> make)
    {
        Argument<string> session = new("SESSION") { Description = "Session to take out" };
        Option<string> data = RecordsVerb.DataOption();
        Option<string?> output = new("--out") { Description = "File to write; standard output if left out. It must not exist", HelpName = "FILE" };
        Option<bool> json = new("--json") { Description = "Say errors as lines of JSON too" };
        Command form = new(name, description) { session, data, output, json };
        form.SetAction(parsed => context.Guard(parsed, json, () =>
        {
            string id = parsed.GetRequiredValue(session);
            if (OfflineDossier.Read(parsed.GetRequiredValue(data), id) is not { } dossier)
            {
                return context.BadInput(parsed.GetValue(json), $"There is no clinic's record of a session {PlainText.Of(id)} in this journal: records list shows those that are.");
            }

            string made = make(dossier);
            if (parsed.GetValue(output) is { } file)
            {
                NewFile.Write(file, made);
            }
            else
            {
                context.Output.Write(made);
            }

            return ExitCode.Completed;
        }));
        return form;
    }
}
