using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace MesoPen.Benchmarks;

/// <summary>The console in a browser while it shows ten shots a second.</summary>
internal static class ConsoleSection
{
    private const double PaintAimMs = 150;
    private const double LoadAimMs = 1000;
    private const int ScriptAimBytes = 300_000;

    // What a garbage collector leaves lying about differs from one look to the next by this much.
    private const double FlatTimes = 1.1;

    public static string Write(bool quick)
    {
        int minutes = quick ? 1 : 30;
        JsonNode figures = Measure(minutes);
        double Number(string name) => (double)figures[name]!;
        double[] heaps = [.. figures["heaps"]!.AsArray().Select(heap => (double)heap! / 1e6)];
        Table paint = new("a shot, from the host's hearing of it to the frame that shows it", "p50", "p95", "p99", "max");
        paint.Row($"{Number("painted"):N0} shots", Ms("p50"), Ms("p95"), Ms("p99"), Ms("max"));
        string Ms(string name) => $"{Figures.Digits(Number(name))} ms";
        bool flat = heaps[^1] <= heaps[0] * FlatTimes;
        return string.Create(CultureInfo.InvariantCulture, $"""
            ## The console while it treats

            `src/MesoPen.Console/e2e/treating.bench.ts`: Debian's Chromium at 1024 × 768 without a graphics processor, the treat page with its session open, for {minutes} minutes after
            one of warming up. The host is the host, with its records, its API and its hub; its live feed tells of ten shots, twenty states and twenty
            traces a second ({Number("shots"):N0} shots), because no cartridge holds so many. Browser, host and a simulated gun share the cores.

            {paint}
            {Aim.Line($"p95 under {PaintAimMs} ms; it is {Ms("p95")}", Number("p95") < PaintAimMs, "The browser draws in software, beside everything else.")}
            Tasks that held the page up for more than 50 ms: {Number("long_tasks"):N0}; the longest took {Figures.Digits(Number("longest_task"))} ms.
            {Aim.Line("no task over 100 ms", Number("long_over_100") == 0, $"{Number("long_over_100"):N0} took longer.")}
            Script's heap after a collection: {Figures.Digits(heaps[0])} MB at the beginning, {Figures.Digits(heaps[heaps.Length / 2])} MB half way, {Figures.Digits(heaps[^1])} MB at the end.
            {Aim.Line($"flat: at the end no more than {FlatTimes} × the beginning", flat, "Something is kept.")}
            The treat page without anything in the browser's cache: {Figures.Digits(Number("load_ms"))} ms until its heading stands there (median of 5), {Figures.Bytes((long)Number("script_bytes"))} of
            script as it was sent.
            {Aim.Line($"under {LoadAimMs / 1000} s and under {ScriptAimBytes / 1000} kB", Number("load_ms") < LoadAimMs && Number("script_bytes") < ScriptAimBytes, "The machine is shared.")}
            """);
    }

    private static JsonNode Measure(int minutes)
    {
        string report = Path.Combine("artifacts", "reports", "console-bench.json");
        File.Delete(report);
        using Process npm = Process.Start(new ProcessStartInfo("npm", ["--prefix", "src/MesoPen.Console", "run", "--silent", "bench"])
        {
            Environment = { ["MESOPEN_BENCH_MINUTES"] = minutes.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardOutput = true,
        })!;
        string said = npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        return npm.ExitCode == 0 && File.Exists(report)
            ? JsonNode.Parse(File.ReadAllText(report))!
            : throw new InvalidOperationException($"The browser's part ended with {npm.ExitCode}: {said}");
    }
}
