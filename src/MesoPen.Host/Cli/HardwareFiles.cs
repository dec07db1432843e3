using System.CommandLine;

namespace MesoPen.Host.Cli;

/// <summary>Where the zone catalogue and the profiles lie: beside the binary, unless the command line names others.</summary>
internal static class HardwareFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "hardware");

    /// <summary>Option for the zone catalogue.</summary>
    public static Option<string> Zones() => new("--zones")
    {
        Description = "Zone catalogue; the one beside the program if left out",
        HelpName = "FILE",
        DefaultValueFactory = _ => Path.Combine(Folder, "zones.yaml"),
    };

    /// <summary>The file of a profile named on the command line: a path as it is, an id in the folder of profiles.</summary>
    public static string? ProfilePath(string? named, string profiles) =>
        named is null || named.Contains(Path.DirectorySeparatorChar) || named.EndsWith(".yaml", StringComparison.Ordinal)
            ? named
            : Path.Combine(profiles, named + ".yaml");

    /// <summary>Option for the folder of device profiles.</summary>
    public static Option<string> Profiles() => new("--profiles")
    {
        Description = "Folder of device profiles; the one beside the program if left out",
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine(Folder, "profiles"),
    };
}
