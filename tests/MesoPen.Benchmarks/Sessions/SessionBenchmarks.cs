using BenchmarkDotNet.Attributes;

namespace MesoPen.Benchmarks;

/// <summary>The kernel: what an event that changes nothing costs from the outside in, its creation included.</summary>
public class SessionBenchmarks
{
    private readonly ArmedSession _armed = new();

    /// <summary>A status while armed.</summary>
    [Benchmark]
    public int StatusWhileArmed() => _armed.Seen();
}
