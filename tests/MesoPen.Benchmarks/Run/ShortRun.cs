using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace MesoPen.Benchmarks;

/// <summary>BenchmarkDotNet's short run, in this process: nothing is generated, built or restored while it runs.</summary>
internal static class ShortRun
{
    /// <summary>Runs all benchmarks of a class.</summary>
    /// <param name="quick">One short iteration each: shows that they run, and gives no figures worth keeping.</param>
    public static IReadOnlyDictionary<string, BenchmarkRow> Of<T>(bool quick)
    {
        Job job = (quick ? Job.Dry.WithWarmupCount(1).WithStrategy(BenchmarkDotNet.Engines.RunStrategy.Throughput) : Job.ShortRun.WithWarmupCount(5).WithIterationCount(7))
            .WithIterationTime(TimeInterval.FromMilliseconds(quick ? 20 : 250))
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithGcServer(false);
        AccumulationLogger log = new();
        ManualConfig config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddLogger(log)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet"))
            .WithOptions(ConfigOptions.DisableLogFile);
        Summary summary = BenchmarkRunner.Run<T>(config);
        Dictionary<string, BenchmarkRow> rows = [];
        foreach (BenchmarkReport report in summary.Reports)
        {
            string name = report.BenchmarkCase.Descriptor.WorkloadMethod.Name;
            if (report.ResultStatistics is not { } statistics)
            {
                throw new InvalidOperationException($"{typeof(T).Name}.{name} gave no result.\n{log.GetLog()}");
            }

            long allocated = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
            rows.Add(name, new BenchmarkRow(statistics.Mean, statistics.StandardDeviation, statistics.Min, allocated));
        }

        return rows.Count > 0 ? rows : throw new InvalidOperationException($"{typeof(T).Name} ran nothing.\n{log.GetLog()}");
    }
}
