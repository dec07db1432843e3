using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Configuration;
using MesoPen.Host.Station;
using MesoPen.Tests.EndToEnd;
using Microsoft.Extensions.DependencyInjection;

namespace MesoPen.Tests;

/// <summary>The simulator through the API: a real simulated gun in a process of its own, on a pseudo-terminal, with its port for orders.</summary>
public sealed class SimulatorEndpointsTests
{
    private const string Path = "/api/v1/simulator";

    [Fact]
    public async Task Fault_that_is_begun_comes_back_as_the_hosts_own_and_traces_show_it()
    {
        // Aim: from the press to the machine, over the wire, and back: as pictures, as the device's fault, as the kernel's sentence.
        await using TreatmentRoom room = new();
        await room.StartGunAsync(more: ["--control", "0"]);
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        Assert.Equal("no-simulator", await TreatingClinic.TypeOf(await clinic.Client.GetAsync(Path)));
        Assert.Equal("no-simulator", await TreatingClinic.TypeOf(await clinic.Client.PostAsJsonAsync(Path + "/faults", new { spec = "occlusion" })));

        await clinic.ReadyAsync();
        Assert.True((await clinic.StationAsync())["simulated"]!.GetValue<bool>());
        JsonNode view = (await clinic.Client.GetFromJsonAsync<JsonNode>(Path))!;
        Assert.True(view["available"]!.GetValue<bool>());
        Assert.Contains(view["faults"]!.AsArray(), fault => (string?)fault!["name"] == "occlusion");
        Task<List<LiveSample>> traces = TracesAsync(clinic, samples => samples.Any(sample => sample.NeedleUm > 500) && samples.Any(sample => sample.PressureKpa > 200));
        await clinic.DoAsync("arm");
        HttpResponseMessage begun = await clinic.Client.PostAsJsonAsync(Path + "/faults", new { spec = "occlusion@now,for=60s" });
        Assert.True(begun.IsSuccessStatusCode, await begun.Content.ReadAsStringAsync());
        JsonNode station = await clinic.StateAsync("Faulted");
        Assert.Equal(10, station["fault"]!["number"]!.GetValue<int>());
        Assert.NotEmpty(await traces);

        JsonNode now = (await clinic.Client.GetFromJsonAsync<JsonNode>(Path + "/plant"))!;
        Assert.Equal(("occlusion", "faulted"), ((string)now["acting"]![0]!["name"]!, (string)now["plant"]!["state"]!));
        HttpResponseMessage ended = await clinic.Client.DeleteAsync(Path + "/faults");
        Assert.Empty((await ended.Content.ReadFromJsonAsync<JsonNode>())!["acting"]!.AsArray());
        Assert.Equal("simulator-refused", await TreatingClinic.TypeOf(await clinic.Client.PostAsJsonAsync(Path + "/faults", new { spec = "nonsense" })));
        HttpResponseMessage hands = await clinic.Client.PostAsJsonAsync(Path + "/hands", new { skin = true });
        Assert.Equal("person", (string)(await hands.Content.ReadFromJsonAsync<JsonNode>())!["plant"]!["hands"]!);
        using HttpClient auditor = await clinic.Served.ClientAsync(Role.Auditor);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync(Path)).StatusCode);
    }

    [Fact]
    public async Task Device_that_does_not_say_that_it_is_simulated_has_none_of_it()
    {
        // Aim: what the setting names is not asked for a device that passes for real: no order can reach what a real one would do.
        await using TreatmentRoom room = new();
        await room.StartGunAsync(more: ["--control", "0", "--deny-simulated"]);
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        Assert.False((await clinic.StationAsync())["simulated"]!.GetValue<bool>());
        foreach (HttpResponseMessage answer in (HttpResponseMessage[])
            [
                await clinic.Client.GetAsync(Path), await clinic.Client.GetAsync(Path + "/plant"), await clinic.Client.DeleteAsync(Path + "/faults"),
                await clinic.Client.PostAsJsonAsync(Path + "/faults", new { spec = "occlusion" }), await clinic.Client.PostAsJsonAsync(Path + "/hands", new { skin = true }),
            ])
        {
            Assert.Equal((HttpStatusCode.NotFound, "no-simulator"), (answer.StatusCode, await TreatingClinic.TypeOf(answer)));
        }
    }

    [Fact]
    public async Task Simulator_without_a_port_for_orders_is_still_said_to_be_one()
    {
        // Aim: the banner hangs on the device's word alone; the page says what to start to have its controls.
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        JsonNode view = (await clinic.Client.GetFromJsonAsync<JsonNode>(Path))!;
        Assert.False(view["available"]!.GetValue<bool>());
        Assert.Contains("--control PORT", (string)view["why"]!, StringComparison.Ordinal);
        Assert.Equal("simulator-away", await TreatingClinic.TypeOf(await clinic.Client.PostAsJsonAsync(Path + "/faults", new { spec = "occlusion" })));
    }

    [Theory]
    [InlineData("127.0.0.1:5490", true)]
    [InlineData("localhost:5490", true)]
    [InlineData("[::1]:5490", true)]
    [InlineData("192.168.0.7:5490", false)]
    [InlineData("0.0.0.0:5490", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("example.org:5490", false)]
    public void Setting_takes_addresses_of_this_computer_alone(string value, bool taken)
    {
        // Aim: orders never leave this computer.
        Assert.Equal(taken, SettingsCatalogue.All.Single(setting => setting.Key == SettingsCatalogue.Simulator).Check!(value) is null);
    }

    private static async Task<List<LiveSample>> TracesAsync(TreatingClinic clinic, Func<List<LiveSample>, bool> enough)
    {
        using CancellationTokenSource patience = new(RunningProgram.Patience, TimeProvider.System);
        List<LiveSample> samples = [];
        await foreach (LiveItem item in clinic.Served.Services.GetRequiredService<LiveFeed>().FollowAsync(null, 0, patience.Token))
        {
            samples.AddRange(item.Trace?.Samples ?? []);
            if (enough(samples))
            {
                break;
            }
        }

        return samples;
    }
}
