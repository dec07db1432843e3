using System.Diagnostics;
using System.Globalization;
using MesoPen.Benchmarks;

// Numbers in the page do not depend on who runs it.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// The other end of the console's measurement: a host that the browser talks to.
if (args is ["feed", string records, string url, string device])
{
    await ShotFeedHost.RunAsync(records, url, device);
    return 0;
}

if (args is not [string page, string folder, .. string[] words] || words.Any(word => word.StartsWith('-') && word != "--quick"))
{
    Console.Error.WriteLine("Usage: MesoPen.Benchmarks PAGE FOLDER [--quick] [frames|session|device|treatment|journal|store|roundtrip|stop|console]...");
    return 2;
}

bool quick = words.Contains("--quick");
string[] chosen = [.. words.Where(word => word != "--quick")];
string data = Path.Combine(folder, $"mesopen-bench-{Environment.ProcessId}");
Directory.CreateDirectory(data);
(string Name, Func<string> Write)[] sections =
[
    ("frames", () => FrameSection.Write(quick)),
    ("session", () => SessionSection.Write(quick)),
    ("device", () => DeviceSection.Write(quick)),
    ("treatment", () => TreatmentSection.Write(quick)),
    ("journal", () => JournalSection.Write(quick, data)),
    ("store", () => StoreSection.Write(quick, data)),
    ("roundtrip", () => RoundTripSection.Write(quick)),
    ("stop", () => StopSection.Write(quick, data)),
    ("console", () => ConsoleSection.Write(quick)),
];
PerformancePage performance = new(File.Exists(page) ? File.ReadAllText(page) : "", quick);
try
{
    foreach ((string name, Func<string> write) in sections)
    {
        if (chosen.Length == 0 || chosen.Contains(name))
        {
            long begun = Stopwatch.GetTimestamp();
            Console.Write($"{name}... ");
            performance.Add(write);
            Console.WriteLine($"{Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s");
        }
    }
}
finally
{
    Directory.Delete(data, recursive: true);
}

File.WriteAllText(page, performance.ToString());
Console.WriteLine($"Written: {page}");
return 0;
