using System.Diagnostics;
using MesoPen.Host.Clinic;
using Microsoft.AspNetCore.Http;

namespace MesoPen.Host.Api;

/// <summary>Problems as RFC 9457 says them.</summary>
internal static class ProblemAnswer
{
    /// <summary>The answer to a request that was refused.</summary>
    public static IResult Of(Problem problem) => Results.Problem(
        detail: problem.Detail,
        statusCode: problem.Type.Status,
        title: problem.Type.Title,
        type: problem.Type.Uri,
        extensions: new Dictionary<string, object?> { ["remedy"] = problem.Type.Remedy, ["trace_id"] = Activity.Current?.TraceId.ToString() });

    /// <summary>Answers a request with a problem, outside an endpoint.</summary>
    public static Task WriteAsync(HttpContext http, Problem problem) => Of(problem).ExecuteAsync(http);
}
