using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Station;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>
/// The simulated device that is connected: its faults, its hands, its machine as it is. Only while the device itself says that it is simulated; of a
/// real one nothing of this is there.
/// </summary>
internal static class SimulatorEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder simulator = api.MapGroup("/simulator");
        simulator.MapGet("", (TreatmentStation station, SimulatorLine line, HttpContext http) => GuardAsync(station, () => LookAsync(line, http.RequestAborted)))
            .For(Role.Clinician | Role.Engineer).Says<SimulatorView>("Shows what can be done with the simulated device that is connected.")
            .Gives(SimulatorProblems.NoSimulator, SimulatorProblems.Away);
        simulator.MapGet("/plant", (TreatmentStation station, SimulatorLine line, HttpContext http) => Order(station, line, new { @do = "plant" }, http))
            .For(Role.Clinician | Role.Engineer).Says<SimulatorNow>("Shows the simulated machine as it is at this moment.")
            .Gives(SimulatorProblems.NoSimulator, SimulatorProblems.Away);
        simulator.MapPost("/faults", (SimulatorBegin body, TreatmentStation station, SimulatorLine line, HttpContext http) =>
            Order(station, line, new { @do = "fault", spec = body.Spec }, http))
            .For(Role.Clinician | Role.Engineer).WithoutKey().Says<SimulatorNow>("Begins a fault of the simulated device.")
            .Gives(SimulatorProblems.NoSimulator, SimulatorProblems.Away, SimulatorProblems.Refused);
        simulator.MapDelete("/faults", (string? name, TreatmentStation station, SimulatorLine line, HttpContext http) =>
            Order(station, line, new { @do = "end", name }, http))
            .For(Role.Clinician | Role.Engineer).WithoutKey().Says<SimulatorNow>("Ends the faults of a name, or all, of the simulated device.")
            .Gives(SimulatorProblems.NoSimulator, SimulatorProblems.Away, SimulatorProblems.Refused);
        simulator.MapPost("/hands", (SimulatorHands body, TreatmentStation station, SimulatorLine line, HttpContext http) =>
            GuardAsync(station, () => MoveAsync(line, body, http.RequestAborted)))
            .For(Role.Clinician | Role.Engineer).WithoutKey().Says<SimulatorNow>("Moves the hand that holds the simulated device.")
            .Gives(SimulatorProblems.NoSimulator, SimulatorProblems.Away, SimulatorProblems.Refused);
    }

    private static Task<IResult> Order(TreatmentStation station, SimulatorLine line, object order, HttpContext http) =>
        GuardAsync(station, async () => await line.AskAsync<SimulatorNow>(order, http.RequestAborted));

    private static async Task<object> LookAsync(SimulatorLine line, CancellationToken cancel)
    {
        try
        {
            SimulatorFaults catalogue = await line.AskAsync<SimulatorFaults>(new { @do = "faults" }, cancel);
            SimulatorNow now = await line.AskAsync<SimulatorNow>(new { @do = "plant" }, cancel);
            return new SimulatorView(true, null, catalogue.Faults, now.Plant, now.Acting);
        }
        catch (SimulatorAwayException away)
        {
            // The device is simulated all the same, and whoever asks is told what is missing.
            return new SimulatorView(false, away.Message, [], null, []);
        }
    }

    private static async Task<object> MoveAsync(SimulatorLine line, SimulatorHands body, CancellationToken cancel)
    {
        SimulatorNow now = await line.AskAsync<SimulatorNow>(
            new { @do = "hands", by = body.By, skin = body.Skin, trigger = body.Trigger, stop_button = body.StopButton }, cancel);
        return body.NewCartridge ? await line.AskAsync<SimulatorNow>(new { @do = "cartridge" }, cancel) : now;
    }

    private static async Task<IResult> GuardAsync(TreatmentStation station, Func<Task<object>> ask)
    {
        if (!station.View.Simulated)
        {
            return ProblemAnswer.Of(SimulatorProblems.NoSimulator.With(station.View.Device is { } device
                ? $"The connected device {device.Serial} does not say that it is simulated."
                : "No device is connected that says that it is simulated."));
        }

        try
        {
            return Results.Json(await ask(), ClinicJson.Options);
        }
        catch (SimulatorAwayException away)
        {
            return ProblemAnswer.Of(SimulatorProblems.Away.With(away.Message));
        }
        catch (SimulatorRefusedException refused)
        {
            return ProblemAnswer.Of(SimulatorProblems.Refused.With(refused.Message));
        }
    }
}
