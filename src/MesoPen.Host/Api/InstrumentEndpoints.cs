using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Balances and gauges at this station's ports. What the bench works with shows in <c>/bench</c>: its line is not opened twice.</summary>
internal static class InstrumentEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/instruments", (ApiOptions options) => Results.Json(
                new InstrumentPorts([.. new PortScan(options.View).Ports().Select(port => "serial:" + port.Address)]), ClinicJson.Options))
            .For(Role.Engineer).Says<InstrumentPorts>("Lists the ports at which an instrument may be, as addresses to detect; nothing is sent.");
        api.MapPost("/instruments/detect", DetectAsync)
            .For(Role.Engineer).WithoutKey().Says<InstrumentView>("Tries protocols and line settings at an address; nothing is set, tared or zeroed.")
            .Gives(CalibrationProblems.Running);
        api.MapPost("/instruments/read", ReadAsync)
            .For(Role.Engineer).WithoutKey().Says<InstrumentReading>("Gives what an instrument shows now, at rest or not.")
            .Gives(CalibrationProblems.Running, CalibrationProblems.InstrumentUnfit);
    }

    private static async Task<IResult> DetectAsync(AskInstrument body, HttpContext http, CalibrationBench bench, TimeProvider clock)
    {
        if (Wrong(body, bench, needsProtocol: false, out InstrumentAddress? address) is { } problem)
        {
            return ProblemAnswer.Of(problem);
        }

        InstrumentFinding finding = await new InstrumentDetector(clock).FindAsync(address!, http.RequestAborted);
        return Results.Json(new InstrumentView(finding.Found?.Text, finding.Identity, finding.Shows, finding.Sentence, finding.Attempts), ClinicJson.Options);
    }

    private static async Task<IResult> ReadAsync(AskInstrument body, HttpContext http, CalibrationBench bench, TimeProvider clock)
    {
        if (Wrong(body, bench, needsProtocol: true, out InstrumentAddress? address) is { } problem)
        {
            return ProblemAnswer.Of(problem);
        }

        using IInstrument instrument = address!.NewInstrument(new InstrumentOptions(), clock);
        InstrumentReading reading = await instrument.ReadNowAsync(http.RequestAborted);
        return reading.HasValue ? Results.Json(reading, ClinicJson.Options) : ProblemAnswer.Of(CalibrationProblems.InstrumentUnfit.With(reading.Sentence!));
    }

    private static Problem? Wrong(AskInstrument body, CalibrationBench bench, bool needsProtocol, out InstrumentAddress? address)
    {
        bool read = InstrumentAddress.TryParse(body.Address, out address, out string? wrong);
        return !read ? ClinicProblems.Invalid.With("address: " + wrong)
            : address!.Place is null || address.Protocol == InstrumentProtocol.Pattern ? ClinicProblems.Invalid.With("address takes a port or a host.")
            : needsProtocol && address.Protocol is null ? ClinicProblems.Invalid.With($"address states no protocol: one of {InstrumentProtocols.Words}.")
            : bench.Working is { } work ? CalibrationProblems.Running.With($"The bench works on {work.CalibrationId}: what it shows is in /api/v1/bench.")
            : null;
    }
}
