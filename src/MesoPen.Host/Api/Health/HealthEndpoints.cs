using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api.Health;

/// <summary>Whether the process lives, and whether a treatment could begin here.</summary>
internal static class HealthEndpoints
{
    // A check that takes longer tells nobody anything: whoever asks has given up.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new HealthAnswer(ReadinessState.Ready, [])))
            .WithSummary("Whether the process answers.").ForAnyone();
        app.MapGet("/health/ready", ReadyAsync)
            .WithSummary("Whether a treatment could begin: 200 if ready or degraded, 503 if not.").ForAnyone();
    }

    /// <summary>All checks at once; one that fails or is late is down.</summary>
    public static async Task<HealthAnswer> ExamineAsync(IEnumerable<IReadinessCheck> checks, TimeProvider clock, CancellationToken cancel)
    {
        NamedFinding[] findings = await Task.WhenAll(checks.Select(check => FindAsync(check, clock, cancel)));
        Array.Sort(findings, (left, right) => string.CompareOrdinal(left.Check, right.Check));
        return new HealthAnswer(findings.Select(each => each.State).DefaultIfEmpty().Max(), findings);
    }

    private static async Task<IResult> ReadyAsync(IEnumerable<IReadinessCheck> checks, TimeProvider clock, HttpContext http)
    {
        HealthAnswer answer = await ExamineAsync(checks, clock, http.RequestAborted);
        return TypedResults.Json(answer, Clinic.ClinicJson.Options, statusCode: answer.State == ReadinessState.Down ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    private static async Task<NamedFinding> FindAsync(IReadinessCheck check, TimeProvider clock, CancellationToken cancel)
    {
        using CancellationTokenSource late = new(Patience, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            ReadinessFinding finding = await check.CheckAsync(either.Token).WaitAsync(Patience, clock, cancel);
            return new NamedFinding(check.Name, finding.State, finding.Text);
        }
        catch (Exception failure) when (failure is TimeoutException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            string seconds = Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return new NamedFinding(check.Name, ReadinessState.Down, $"It did not answer within {seconds} s.");
        }
    }
}
