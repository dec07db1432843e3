using System.Diagnostics;
using MesoPen.Host.Input;

namespace MesoPen.Hil;

/// <summary>
/// A copy of the sources under artifacts/planted/ that holds every defect, each asleep until the environment names it. The sources themselves
/// are never touched, so nothing that is shipped can be switched.
/// </summary>
/// <param name="root">The repository.</param>
internal sealed class DefectCopy(string root)
{
    /// <summary>Names the defect that is awake; unset for the sound program.</summary>
    public const string Variable = "MESOPEN_DEFECT";

    private const string Seam = """
        /// <summary>Whether a planted defect is awake in this process.</summary>
        internal static class PlantedDefect
        {
            private static readonly string? Awake = System.Environment.GetEnvironmentVariable("MESOPEN_DEFECT");

            internal static bool Is(string id) => Awake == id;
        }
        """;

    private static readonly string[] Folders = ["src", "compat", "tests/MesoPen.Hil", "hardware", "plans", "eng"];
    private static readonly string[] Files = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json"];
    private static readonly string[] Left = ["bin", "obj", "artifacts", "node_modules"];

    // The copy is for one purpose: what keeps the sources clean was done on the sources.
    private static readonly string[] BuildProperties =
    [
        "TreatWarningsAsErrors=false", "RunAnalyzers=false", "EnforceCodeStyleInBuild=false", "BanAmbientTime=false", "GenerateDocumentationFile=false",
        "NuGetAudit=false",
    ];

    private readonly string _copy = Path.Combine(root, "artifacts", "planted");

    /// <summary>The program built from the copy.</summary>
    public string Program => Path.Combine(_copy, "artifacts", "bin", "MesoPen.Hil", "release", OperatingSystem.IsWindows() ? "mesopen-hil.exe" : "mesopen-hil");

    /// <summary>Copies the sources and plants the defects. What did not change since the last time is left as it is.</summary>
    /// <exception cref="InputException">An edit does not fit its file any more.</exception>
    public void Plant(IReadOnlyList<Defect> defects)
    {
        HashSet<string> wanted = [];
        foreach (string file in Files.Concat(Folders.SelectMany(Sources)))
        {
            wanted.Add(file);
            string text = File.ReadAllText(Path.Combine(root, file));
            Write(file, file.StartsWith("src/", StringComparison.Ordinal) ? DefectReader.Plant(file["src/".Length..], text, defects) : text);
        }

        foreach (DefectEdit edit in defects.SelectMany(defect => defect.Edits).Where(edit => !wanted.Contains("src/" + edit.File)))
        {
            throw new InputException(edit.File, 0, "There is no such source file. The code has moved on; write the defect anew.");
        }

        foreach (string room in Defect.Rooms)
        {
            string seam = $"src/MesoPen.{room}/PlantedDefect.cs";
            wanted.Add(seam);
            Write(seam, Seam);
        }

        foreach (string stale in Folders.SelectMany(folder => Sources(_copy, folder)).Where(file => !wanted.Contains(file)))
        {
            File.Delete(Path.Combine(_copy, stale));
        }
    }

    /// <summary>Builds the copy. Null if that went well, else what the compiler said.</summary>
    public string? Build()
    {
        ProcessStartInfo start = new("dotnet")
        {
            WorkingDirectory = _copy,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "build", "tests/MesoPen.Hil/MesoPen.Hil.csproj", "-c", "Release", "-v", "quiet", "--nologo", "-p:BuildConsole=false" },
        };
        foreach (string property in BuildProperties)
        {
            start.ArgumentList.Add("-p:" + property);
        }

        using Process build = Process.Start(start)!;
        build.ErrorDataReceived += static (_, _) => { };
        build.BeginErrorReadLine();
        string said = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0 ? null : said;
    }

    private IEnumerable<string> Sources(string folder) => Sources(root, folder);

    private static IEnumerable<string> Sources(string from, string folder) =>
        !Directory.Exists(Path.Combine(from, folder)) ? []
        : Directory.EnumerateFiles(Path.Combine(from, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(from, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(Left.Contains));

    private void Write(string file, string text)
    {
        string path = Path.Combine(_copy, file);
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
