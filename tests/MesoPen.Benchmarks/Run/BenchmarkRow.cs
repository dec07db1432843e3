namespace MesoPen.Benchmarks;

/// <summary>One benchmark's figures, each for one operation.</summary>
/// <param name="MeanNs">Mean of the iterations, ns.</param>
/// <param name="DeviationNs">Standard deviation of the iterations, ns.</param>
/// <param name="BestNs">The fastest iteration, ns: what a quieter machine would give.</param>
/// <param name="AllocatedBytes">Managed bytes allocated.</param>
internal sealed record BenchmarkRow(double MeanNs, double DeviationNs, double BestNs, long AllocatedBytes)
{
    public double PerSecond => 1e9 / MeanNs;
}
