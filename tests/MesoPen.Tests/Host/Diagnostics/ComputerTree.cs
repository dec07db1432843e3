using MesoPen.Host.Diagnostics;

namespace MesoPen.Tests.Host.Diagnostics;

/// <summary>A computer as the kernel would show it, in a temporary folder.</summary>
internal sealed class ComputerTree : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("mesopen-computer-").FullName;

    public ComputerTree()
    {
        foreach (string folder in (string[])["sys/class/tty", "sys/bus/usb-serial/devices", "dev/serial", "proc", "run", "data"])
        {
            Directory.CreateDirectory(In(folder));
        }
    }

    /// <summary>Nodes that this user may not open.</summary>
    public HashSet<string> Forbidden { get; } = [];

    public long FreeBytes { get; set; } = 10L << 30;

    public SystemView View => new()
    {
        Sys = In("sys"),
        Dev = In("dev"),
        Proc = In("proc"),
        Run = In("run"),
        MayOpen = node => !Forbidden.Contains(node),
        FreeBytes = _ => FreeBytes,
    };

    public string Data => In("data");

    public string In(string path) => Path.Combine(_root, path);

    /// <summary>A USB adapter with its port, as usb-serial and udev make them. <paramref name="target"/> is what the node leads to; a plain file if null.</summary>
    public string PlugUsb(string name, string product, string? stableName = null, int? latencyMs = null, string? target = null)
    {
        string usb = In($"sys/devices/usb1/1-1/{name}-dev");
        string port = Path.Combine(usb, "interface", name);
        Directory.CreateDirectory(Path.Combine(port, "driver"));
        File.WriteAllText(Path.Combine(usb, "product"), product + "\n");
        File.WriteAllText(Path.Combine(usb, "manufacturer"), "Maker\n");
        Directory.CreateDirectory(In($"sys/class/tty/{name}"));
        Directory.CreateSymbolicLink(In($"sys/class/tty/{name}/device"), port);
        if (latencyMs is { } ms)
        {
            Directory.CreateDirectory(In($"sys/bus/usb-serial/devices/{name}"));
            File.WriteAllText(In($"sys/bus/usb-serial/devices/{name}/latency_timer"), $"{ms}\n");
        }

        string node = In($"dev/{name}");
        if (target is null)
        {
            File.WriteAllText(node, "");
        }
        else
        {
            File.CreateSymbolicLink(node, target);
        }

        if (stableName is not null)
        {
            Directory.CreateDirectory(In("dev/serial/by-id"));
            File.CreateSymbolicLink(In($"dev/serial/by-id/{stableName}"), $"../../{name}");
        }

        return node;
    }

    /// <summary>A port of the mainboard; type 0 is one that the kernel only suspects.</summary>
    public string AddOnboard(string name, int type)
    {
        Directory.CreateDirectory(In($"sys/class/tty/{name}/device/driver"));
        File.WriteAllText(In($"sys/class/tty/{name}/type"), $"{type}\n");
        File.WriteAllText(In($"dev/{name}"), "");
        return In($"dev/{name}");
    }

    public void Run(int process, string program, params string[] open)
    {
        Directory.CreateDirectory(In($"proc/{process}/fd"));
        File.WriteAllText(In($"proc/{process}/comm"), program + "\n");
        for (int i = 0; i < open.Length; i++)
        {
            File.CreateSymbolicLink(In($"proc/{process}/fd/{i}"), open[i]);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
