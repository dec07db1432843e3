using System.Globalization;

namespace MesoPen.Host.Diagnostics;

/// <summary>Lists the serial ports of a computer with what can be known without opening them.</summary>
/// <param name="view">The computer.</param>
internal sealed class PortScan(SystemView view)
{
    // From the port's device up to the USB device that has the product's name: interface, device; and room for hubs inside adapters.
    private const int LevelsUp = 4;

    private readonly PortHolders _holders = new(view.Proc);

    /// <summary>The ports by name. A terminal counts if a driver stands behind it; the ttyS that a PC makes on suspicion do not.</summary>
    public IReadOnlyList<CandidatePort> Ports()
    {
        Dictionary<string, string> stable = StableNames();
        List<CandidatePort> ports = [];
        foreach (string entry in Folders(Path.Combine(view.Sys, "class", "tty")))
        {
            string node = Path.Combine(view.Dev, Path.GetFileName(entry));
            if (IsReal(entry) && File.Exists(node))
            {
                ports.Add(new CandidatePort(
                    node, stable.GetValueOrDefault(node), Adapter(entry), view.MayOpen(node), _holders.Of(node), LatencyTimerMs(node)));
            }
        }

        ports.Sort(static (one, other) => string.CompareOrdinal(one.Node, other.Node));
        return ports;
    }

    private static bool IsReal(string entry) =>
        Directory.Exists(Path.Combine(entry, "device", "driver")) && ReadLine(Path.Combine(entry, "type")) != "0";

    private int? LatencyTimerMs(string node)
    {
        string file = Path.Combine(view.Sys, "bus", "usb-serial", "devices", Path.GetFileName(node), "latency_timer");
        return int.TryParse(ReadLine(file), NumberStyles.None, CultureInfo.InvariantCulture, out int ms) ? ms : null;
    }

    private Dictionary<string, string> StableNames()
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        string folder = Path.Combine(view.Dev, "serial", "by-id");
        if (!Directory.Exists(folder))
        {
            return names;
        }

        foreach (string link in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            if (new FileInfo(link).LinkTarget is { } target)
            {
                names.TryAdd(Path.GetFullPath(target, folder), link);
            }
        }

        return names;
    }

    /// <summary>Manufacturer and product, from the nearest ancestor of the port's device that states them.</summary>
    private static string? Adapter(string entry)
    {
        string device = Path.Combine(entry, "device");
        string? level = new DirectoryInfo(device).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? device;
        for (int i = 0; i < LevelsUp && level is not null; i++, level = Path.GetDirectoryName(level))
        {
            if (ReadLine(Path.Combine(level, "product")) is { } product)
            {
                return ReadLine(Path.Combine(level, "manufacturer")) is { } maker ? $"{maker} {product}" : product;
            }
        }

        return null;
    }

    private static string? ReadLine(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Unplugged while looking, or hidden from this user.
            return null;
        }
    }

    private static string[] Folders(string parent) => Directory.Exists(parent) ? Directory.GetFileSystemEntries(parent) : [];
}
