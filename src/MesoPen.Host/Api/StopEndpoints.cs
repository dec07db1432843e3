using MesoPen.Host.Api.Console;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Station;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>
/// Stop, by whatever means: no key, no version, no rate limit, no form of body, and no record that it would wait for. It needs no sign-in either: a page
/// that lost its sign-in, and a program whose token nobody knows any more, must still stop. Only another site's page may not.
/// </summary>
internal static class StopEndpoints
{
    // As for a treatment: whoever waits longer has lost the link, and the device stops by itself.
    private static readonly TimeSpan s_benchPatience = TimeSpan.FromSeconds(3);

    public static void Map(WebApplication app, RouteGroupBuilder api)
    {
        api.MapPost("/station/stop", (HttpContext http, TreatmentStation station, CalibrationBench bench, ApiOptions options, TimeProvider clock) =>
            // Both are told: neither waits for the other.
            station.Stop(Who(http, options, clock), RequestArrival.Of(http)) | bench.Stop() is not null ? Results.NoContent() : ProblemAnswer.Of(
                TreatmentProblems.NoSession.With("No treatment runs at this station: there is nothing to stop.")))
            .ForAnyone().IsStop()
            .WithSummary("Stops, for anyone, with any body, and answers at once.").Produces(StatusCodes.Status204NoContent).Gives(TreatmentProblems.NoSession, ApiProblems.CrossSite);
        app.MapPost("/stop", StopAsync)
            .ForAnyone().IsStop()
            .Says<StopAnswer>("Stops, for anyone, with any body; says how long it took. A browser's form gets a page, who accepts application/json gets JSON.")
            .Gives(ApiProblems.CrossSite);
        app.MapGet("/stop", (HttpContext http) => StopPage.Answer(http, null))
            .ForAnyone().IsStop()
            .WithSummary("A page with nothing but Stop, without any script.").Produces(StatusCodes.Status200OK, contentType: "text/html");
    }

    private static async Task<IResult> StopAsync(
        HttpContext http, TreatmentStation station, CalibrationBench bench, ApiOptions options, TimeProvider clock)
    {
        long arrived = RequestArrival.Of(http);
        Task<bool>? benchStands = bench.Stop();
        StopAnswer answer = await station.StopAndWaitAsync(Who(http, options, clock), arrived);
        if (benchStands is not null && !answer.Stopped)
        {
            await Task.WhenAny(benchStands, Task.Delay(s_benchPatience, clock));
            bool stands = benchStands is { IsCompletedSuccessfully: true, Result: true };
            answer = new StopAnswer(true, stands ? (long)Math.Ceiling(clock.GetElapsedTime(arrived).TotalMilliseconds) : null);
        }

        return http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase)
            ? Results.Json(answer, ClinicJson.Options)
            : StopPage.Answer(http, answer);
    }

    private static string Who(HttpContext http, ApiOptions options, TimeProvider clock) =>
        SignedIn.Of(http, options.Station, clock.GetUtcNow()).PersonId is { Length: > 0 } person ? person : $"somebody at {options.Station}, not signed in";
}
