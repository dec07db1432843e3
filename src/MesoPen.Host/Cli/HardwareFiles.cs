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

    /// <summary>Option for the folder of device profiles.</summary>
    public static Option<string> Profiles() => new("--profiles")
    {
        Description = "Folder of device profiles; the one beside the program if left out",
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine(Folder, "profiles"),
    };
}
