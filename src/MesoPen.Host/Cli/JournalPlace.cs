using System.CommandLine;
using System.CommandLine.Parsing;

namespace MesoPen.Host.Cli;

/// <summary>The two options of which a verb takes one: a data folder, or a shared database.</summary>
internal sealed class JournalPlace
{
    /// <summary>The data folder.</summary>
    public Option<string?> Data { get; } = new("--data") { Description = "Data folder, which holds the journal", HelpName = "DIR" };

    /// <summary>The shared database. PGPASSWORD and PGPASSFILE keep its password off the command line.</summary>
    public Option<string?> Database { get; } = new("--database")
    {
        Description = "Connection string of the PostgreSQL database that holds the journal", HelpName = "CONNECTION",
    };

    /// <summary>Adds both to a verb, which then takes exactly one.</summary>
    public Command AddTo(Command verb)
    {
        verb.Add(Data);
        verb.Add(Database);
        verb.Validators.Add(result =>
        {
            if (Given(result, Data) == Given(result, Database))
            {
                result.AddError($"{verb.Name} takes either --data DIR or --database CONNECTION.");
            }
        });
        return verb;
    }

    private static bool Given(CommandResult result, Option option) => result.GetResult(option) is not null;
}
