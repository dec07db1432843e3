using MesoPen.Host.Clinic;

namespace MesoPen.Host.Api;

/// <summary>Metadata of an endpoint: problem types that it can give beyond those that its form implies.</summary>
/// <param name="Types">The types.</param>
internal sealed record GivenProblems(IReadOnlyList<ProblemType> Types);
