using System.CommandLine;
using System.CommandLine.Invocation;
using MesoPen.Host.Input;

namespace MesoPen.Hil;

/// <summary>The verbs of <c>mesopen-hil</c>.</summary>
internal static class HilCommandLine
{
    /// <summary>Runs one command line and returns the exit code: see <see cref="HilExit"/>.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        RootCommand root = new(
            "Hardware-in-the-loop tests of MesoPen: the host's whole control path against the simulated device, judged by the device's own truth.\n" +
            "Exit codes: 0 all passed, 1 something failed, 2 bad input.")
        {
            RunCommand.Build(output, error), LintCommand.Build(output, error), GridCommand.Build(output, error), FromJournalCommand.Build(output), SchemaCommand.Build(output),
            SoakCommand.Build(output, error), ReplayCommand.Build(output), DefectsCommand.Build(output, error),
        };
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            error.WriteLine($"mesopen-hil: {parsed.Errors[0].Message}");
            error.WriteLine("mesopen-hil --help shows the verbs, mesopen-hil VERB --help what each takes.");
            return HilExit.BadInput;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (InputException bad)
        {
            error.WriteLine(bad.Message);
            return HilExit.BadInput;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A full disk, a closed pipe, a folder that is not there: what was asked for could not be written.
            error.WriteLine($"mesopen-hil: {failure.Message}");
            return HilExit.BadInput;
        }
    }
}
