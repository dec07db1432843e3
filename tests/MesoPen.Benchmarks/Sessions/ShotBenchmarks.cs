using BenchmarkDotNet.Attributes;

namespace MesoPen.Benchmarks;

/// <summary>The kernel: what a shot costs. The ledger grows with each, so an iteration uses up new sessions, once.</summary>
/// <remarks>An iteration is short, so there are many before it counts: until the runtime has compiled everything for speed.</remarks>
[InvocationCount(1, unrollFactor: 1), WarmupCount(30), IterationCount(15)]
public class ShotBenchmarks
{
    // A treatment's zone has about so many shots.
    private const int Shots = 100;
    private const int Sessions = 200;

    private ArmedSession[] _fresh = [];

    [IterationSetup]
    public void MakeSessions() => _fresh = [.. Enumerable.Range(0, Sessions).Select(_ => new ArmedSession())];

    /// <summary>Shot told, record written, permit extended and taken.</summary>
    [Benchmark(OperationsPerInvoke = Shots * Sessions)]
    public int ShotCycle()
    {
        int steps = 0;
        foreach (ArmedSession session in _fresh)
        {
            for (int shot = 0; shot < Shots; shot++)
            {
                steps += session.Shot();
            }

            session.RequireShots(Shots);
        }

        return steps == 3 * Shots * Sessions ? steps : throw new InvalidOperationException($"{steps} steps are not three for each shot.");
    }
}
