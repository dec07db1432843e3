using System.Runtime.InteropServices;
using MesoPen.Host.Input;

namespace MesoPen.Hil;

/// <summary>The product's programs, which the build and a publish lay beside this one.</summary>
/// <param name="host">What begins a command line of <c>mesopen</c>.</param>
/// <param name="gun">The same of <c>mesopen-sim</c>.</param>
internal sealed class ProductPrograms(IReadOnlyList<string> host, IReadOnlyList<string> gun)
{
    public IReadOnlyList<string> Host => host;

    public IReadOnlyList<string> Gun => gun;

    /// <summary>Finds them in a folder.</summary>
    /// <exception cref="InputException">One is not there whole.</exception>
    public static ProductPrograms In(string folder) => new(Locate(folder, "mesopen"), Locate(folder, "mesopen-sim"));

    private static IReadOnlyList<string> Locate(string folder, string name)
    {
        string program = Path.Combine(folder, name);
        string library = program + ".dll";
        if (!File.Exists(library) || !File.Exists(program + ".runtimeconfig.json"))
        {
            throw new InputException(
                folder, 0, $"{name} is not here: the level pty runs mesopen and mesopen-sim, whole, from the folder of mesopen-hil; build or publish tests/MesoPen.Hil.");
        }

        // A publish lays down the libraries of all three programs, but only the outermost one's list of where they are. And some ways of carrying a
        // build elsewhere lose the mark that a file is a program.
        bool listed = File.Exists(program + ".deps.json");
        return listed && IsProgram(program) ? [program]
            : listed ? [Runtime, library]
            : [Runtime, "exec", "--depsfile", Path.Combine(folder, "mesopen-hil.deps.json"), "--runtimeconfig", program + ".runtimeconfig.json", library];
    }

    /// <summary>The program that runs this one, by the place of its libraries; else whatever has its name.</summary>
    private static string Runtime
    {
        get
        {
            string beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
            return File.Exists(beside) ? beside : "dotnet";
        }
    }

    private static bool IsProgram(string path) => File.Exists(path) && !OperatingSystem.IsWindows() && File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute);
}
