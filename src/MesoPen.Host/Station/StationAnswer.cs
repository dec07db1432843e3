using System.Collections.Immutable;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Station;

/// <summary>What came of asking the station for something.</summary>
/// <param name="Problem">Why it was refused; null if it was done.</param>
/// <param name="Gates">All prerequisites, if they were looked at.</param>
public sealed record StationAnswer(Problem? Problem, ImmutableArray<GateFinding> Gates)
{
    /// <summary>It was done.</summary>
    public static StationAnswer Done { get; } = new(null, []);

    /// <summary>It was refused.</summary>
    public static implicit operator StationAnswer(Problem problem) => Refuse(problem);

    /// <summary>It was refused.</summary>
    public static StationAnswer Refuse(Problem problem) => new(problem, []);
}
