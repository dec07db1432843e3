using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Records;
using MesoPen.Host.Station;
using MesoPen.Tests.EndToEnd;
using Microsoft.Extensions.DependencyInjection;

namespace MesoPen.Tests;

/// <summary>A station has one device: a session has it, or the bench.</summary>
public sealed class BenchAndSessionTests
{
    private const string Calibrations = "/api/v1/calibrations";
    private const string StationBusy = "409 station-busy";

    // Aim: while the bench works no session is opened, and while one is open the bench neither begins nor goes to work; each gives the device back at its end,
    // and also when nothing came of it. A stop over the station's own API stops the bench. A calibration of another station is none of this bench's.
    [Fact]
    public async Task The_device_is_a_sessions_or_the_benchs()
    {
        await using TreatmentRoom room = new() { Hands = "off" };
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        using HttpClient ada = await EngineerAsync(clinic);
        Assert.StartsWith("4", await ada.KindAsync(HttpMethod.Post, Calibrations, Asked(room, "B-1")), StringComparison.Ordinal);
        string id = (string)(await ada.JsonAsync(HttpMethod.Post, Calibrations, Asked(room)))["calibration_id"]!;
        string path = $"{Calibrations}/{id}";
        await BenchAsync(ada, view => view["asks"] is not null);
        Assert.Equal("409 calibration-running", await (await clinic.OpenAsync()).KindAsync());
        Assert.Empty((await clinic.Served.Desk.ReadAsync()).Treatments.All);
        await ada.JsonAsync(HttpMethod.Post, path + "/rest");
        await clinic.Served.DoAsync((state, _) => Decision.Accept(
            "", state.Calibrations.All[id].Begun with { CalibrationId = "K-OTHER", Station = "station-2" }));
        Assert.Equal("409 not-now", await ada.KindAsync(HttpMethod.Post, Calibrations + "/K-OTHER/go"));

        Assert.Equal("201", await (await clinic.OpenAsync()).KindAsync());
        await clinic.UntilAsync(station => station["device"] is not null && station["settled"]!.GetValue<bool>());
        Assert.Equal(StationBusy, await ada.KindAsync(HttpMethod.Post, path + "/go"));
        Assert.Equal(StationBusy, await ada.KindAsync(HttpMethod.Post, Calibrations, Asked(room)));
        await clinic.DoAsync("close");

        await ada.JsonAsync(HttpMethod.Post, path + "/go");
        await BenchAsync(ada, view => view["asks"] is not null);
        Assert.Equal("204", await clinic.Client.KindAsync(HttpMethod.Post, "/api/v1/station/stop"));
        Assert.Equal("stopped", (string?)(await BenchAsync(ada, view => !(bool)view["working"]!))["rests"]);
    }

    // Aim: both at once, in either order, with the first one held up between its look and its record: the other is refused, though the records say nothing yet.
    [Fact]
    public async Task Of_two_who_ask_for_the_device_at_once_one_gets_it()
    {
        await using TreatmentRoom room = new() { Hands = "off" };
        await room.StartGunAsync();
        CuttableJournal site = new(new MemorySiteJournal());
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room, site);
        using HttpClient ada = await EngineerAsync(clinic);
        DeviceTurn turn = clinic.Served.Services.GetRequiredService<DeviceTurn>();
        CalibrationBench bench = clinic.Served.Services.GetRequiredService<CalibrationBench>();

        (Task reached, TaskCompletionSource on) = HoldUp(site);
        Task<JsonNode> beginning = ada.JsonAsync(HttpMethod.Post, Calibrations, Asked(room));
        await Task.WhenAny(reached, beginning);
        Assert.Equal(CalibrationProblems.Running, turn.TakeForSession(out _)?.Type);
        on.SetResult();
        string id = (string)(await beginning)["calibration_id"]!;
        await ada.JsonAsync(HttpMethod.Post, $"{Calibrations}/{id}/rest");

        ClinicState before = clinic.Served.Desk.Known;
        (reached, on) = HoldUp(site);
        Task<HttpResponseMessage> opening = clinic.OpenAsync();
        await Task.WhenAny(reached, opening);
        Assert.Equal(TreatmentProblems.StationBusy, bench.Go(clinic.Served.Desk.Known, id)?.Type);
        on.SetResult();
        Assert.Equal("201", await (await opening).KindAsync());
        // What was read before the session was opened is old by now.
        Assert.Equal(TreatmentProblems.StationBusy, bench.Go(before, id)?.Type);
    }

    /// <summary>Holds up the next who writes; gives when somebody came so far, and what lets them go on.</summary>
    private static (Task Reached, TaskCompletionSource On) HoldUp(CuttableJournal site)
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource on = new(TaskCreationOptions.RunContinuationsAsynchronously);
        site.Appending = () =>
        {
            site.Appending = null;
            reached.TrySetResult();
            return on.Task;
        };
        return (reached.Task, on);
    }

    private static async Task<HttpClient> EngineerAsync(TreatingClinic clinic)
    {
        HttpClient ada = await clinic.Served.SignerAsync(Role.Engineer, "ada");
        await clinic.Served.DoAsync((_, _) => Decision.Accept(
            "", [.. ModelRun.References.Select(each => new ReferenceSaved("ada", each with { DueDay = new DateOnly(9999, 12, 31) }))]));
        return ada;
    }

    private static object Asked(TreatmentRoom room, params string[] references) => new
    {
        kind = "volume", device = room.Address, instrument = "typed", references = references.Length > 0 ? references : ["B-1", "T-1", "P-1", "H-1"],
        customer = "own device", place = "bench", condition = "in use", months_valid = 12,
        points = new[] { new { nominal = 50_000, replicates = 3, shots_per_reading = 2 } },
    };

    private static async Task<JsonNode> BenchAsync(HttpClient client, Func<JsonNode, bool> holds)
    {
        using CancellationTokenSource patience = new(RunningProgram.Patience, TimeProvider.System);
        while (true)
        {
            JsonNode view = (await client.GetFromJsonAsync<JsonNode>("/api/v1/bench", patience.Token))!;
            if (holds(view))
            {
                return view;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }
}
