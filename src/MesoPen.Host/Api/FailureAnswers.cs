using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using MesoPen.Host.Clinic;
using MesoPen.Host.Records;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MesoPen.Host.Api;

/// <summary>
/// What went wrong on the way to an answer, as a problem. Neither the answer nor the log holds anything of the request: what an exception says may
/// stem from it, so of a fault only its type and place are logged.
/// </summary>
internal sealed partial class FailureAnswers(ILogger<FailureAnswers> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        await ProblemAnswer.WriteAsync(httpContext, Of(exception));
        return true;
    }

    // Names of fields are words of the API; anything else may be what somebody typed.
    [GeneratedRegex(@"^\$?(\.?[a-z0-9_]{1,40}|\[[0-9]{1,6}\])*$")]
    private static partial Regex FieldPath();

    [GeneratedRegex(@"missing required properties including: ([a-z0-9_', ]{1,400})")]
    private static partial Regex Missing();

    private static string Malformed(Exception? inner)
    {
        if (inner is not JsonException json)
        {
            return "The body must be there, and be JSON of the form that the API's document states.";
        }

        if (Missing().Match(json.Message) is { Success: true } missing)
        {
            return $"These fields are missing: {missing.Groups[1].Value.Trim()}.";
        }

        string path = json.Path is { Length: > 1 } told && FieldPath().IsMatch(told) ? told.TrimStart('$', '.') : "";
        string place = json.LineNumber is { } line ? $" (line {line + 1}, byte {json.BytePositionInLine + 1})" : "";
        return path.Length > 0
            ? $"The field {path}{place} is not what the API's document states for it, or is not known."
            : $"The body{place} is not JSON of the form that the API's document states.";
    }

    private Problem Of(Exception exception)
    {
        switch (exception)
        {
            case RecordStoreException records:
                log.LogError("The records cannot be reached: {Kind} in {Place}.", records.InnerException?.GetType().Name ?? "refused", Place(records));
                return ApiProblems.RecordsUnavailable.With("The records cannot be read or written now. Nothing was changed, unless it was written before; try again.");
            case BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad when bad.Message.Contains("body", StringComparison.OrdinalIgnoreCase):
                return ApiProblems.Malformed.With(Malformed(bad.InnerException));
            case BadHttpRequestException bad:
                ProblemType type = ApiProblems.For(bad.StatusCode) ?? ApiProblems.BadRequest;
                return type.With(type.Cause);
            case JsonException json:
                return ApiProblems.Malformed.With(Malformed(json));
            default:
                log.LogError("A request failed: {Kind} in {Place}.", exception.GetType().Name, Place(exception));
                return ApiProblems.Failed.With("The request could not be answered; the log of the station says where it failed.");
        }
    }

    // Names of this program's own code alone.
    private static string Place(Exception exception) => new StackTrace(exception).GetFrames().Select(frame => frame.GetMethod())
        .FirstOrDefault(method => method?.DeclaringType?.FullName?.StartsWith("MesoPen", StringComparison.Ordinal) == true) is { } site
            ? $"{site.DeclaringType!.FullName}.{site.Name}"
            : "the framework";
}
