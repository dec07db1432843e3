using System.CommandLine;

namespace MesoPen.Hil;

/// <summary><c>mesopen-hil schema</c>: the JSON schema of scenario files, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Build(TextWriter output)
    {
        Command command = new("schema", "Print the JSON schema of scenario files, for editors. Example: mesopen-hil schema > scenario.schema.json");
        command.SetAction(_ => output.Write(ScenarioSchema.Text()));
        return command;
    }
}
