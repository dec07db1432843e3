namespace System.IO.Ports;

/// <summary>Finds the serial ports of this computer.</summary>
internal static class PortNames
{
    private const string Classes = "/sys/class/tty";
    private const string Devices = "/dev";

    private static readonly string[] s_usualNames = ["ttyS*", "ttyUSB*", "ttyACM*", "ttyAMA*", "rfcomm*"];

    /// <summary>
    /// Terminals that the kernel says have a device and a driver behind them. The four or more ttyS that a PC kernel makes on suspicion, with
    /// no chip found (type 0), are left out. Where sysfs is not mounted, the usual names are looked for.
    /// </summary>
    public static string[] List()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException(
                "This stand-in for System.IO.Ports finds ports on Linux only. Build with -p:UpstreamPackages=true to use the real package.");
        }

        IEnumerable<string> found = Directory.Exists(Classes)
            ? Directory.EnumerateFileSystemEntries(Classes).Where(IsReal).Select(entry => Path.Combine(Devices, Path.GetFileName(entry)))
            : s_usualNames.SelectMany(pattern => Directory.EnumerateFiles(Devices, pattern));
        return [.. found.Where(File.Exists).Order(StringComparer.Ordinal)];
    }

    private static bool IsReal(string entry)
    {
        if (!Directory.Exists(Path.Combine(entry, "device", "driver")))
        {
            return false;
        }

        string type = Path.Combine(entry, "type");
        try
        {
            return !File.Exists(type) || File.ReadAllText(type).Trim() != "0";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Unplugged while looking, or hidden from this user: then it cannot be opened either.
            return false;
        }
    }
}
