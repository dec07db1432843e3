using MesoPen.Host.Clinic;

namespace MesoPen.Host.Api;

/// <summary>Why a session could not be opened as asked.</summary>
/// <param name="Type">Type of the problem.</param>
/// <param name="Title">Its title.</param>
/// <param name="Detail">Why.</param>
/// <param name="Remedy">What to do.</param>
public sealed record RehearsalProblem(string Type, string Title, string Detail, string Remedy)
{
    /// <summary>A problem, as a part of an answer.</summary>
    public static RehearsalProblem Of(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new RehearsalProblem(problem.Type.Uri, problem.Type.Title, problem.Detail, problem.Type.Remedy);
    }
}
