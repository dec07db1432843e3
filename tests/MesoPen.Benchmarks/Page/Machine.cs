using System.Globalization;
using System.Runtime.InteropServices;

namespace MesoPen.Benchmarks;

/// <summary>Where and under what load the figures were taken.</summary>
internal static class Machine
{
    public static string Processor => Line("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();

    public static string System => $"{Line("/etc/os-release", "PRETTY_NAME")?.Trim('"') ?? RuntimeInformation.OSDescription}, kernel {Environment.OSVersion.Version}";

    public static string Runtime => $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, GC {(global::System.Runtime.GCSettings.IsServerGC ? "server" : "workstation")}";

    public static int Cores => Environment.ProcessorCount;

    public static double MemoryGib => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30);

    /// <summary>Processes that wanted a core, mean of the last minute; NaN where the system does not say.</summary>
    public static double Load() => File.Exists("/proc/loadavg")
        ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture)
        : double.NaN;

    /// <summary>How this process stands beside others, in words; empty if nobody gave it a place of its own.</summary>
    public static string Standing()
    {
        const string Status = "/proc/self/stat";
        const int Nice = 16;
        const int RealTimePriority = 37;
        if (!File.Exists(Status))
        {
            return "";
        }

        // The fields after the name, which may hold anything (proc(5)).
        string[] fields = File.ReadAllText(Status).Split(") ")[^1].Split(' ');
        return fields[RealTimePriority] != "0" ? $"real-time priority {fields[RealTimePriority]}" : fields[Nice] != "0" ? $"nice {fields[Nice]}" : "";
    }

    private static string? Line(string file, string key)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        string? line = File.ReadLines(file).FirstOrDefault(each => each.StartsWith(key, StringComparison.Ordinal));
        return line?[(line.IndexOfAny([':', '=']) + 1)..].Trim();
    }
}
