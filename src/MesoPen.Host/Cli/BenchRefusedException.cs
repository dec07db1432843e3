using MesoPen.Host.Clinic;

namespace MesoPen.Host.Cli;

/// <summary>A rule of the bench refuses what was asked on the command line.</summary>
internal sealed class BenchRefusedException(Problem problem) : Exception(problem.Detail)
{
    /// <summary>Why.</summary>
    public Problem Problem => problem;
}
