using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Input;
using MesoPen.Host.Records;
using MesoPen.Host.Station;
using MesoPen.Tests.EndToEnd;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MesoPen.Tests;

/// <summary>
/// A served station beside a simulated gun on a pseudo-terminal. What it treats is the room's plan file; its gates are the test's to shut.
/// </summary>
internal sealed class TreatingClinic : IAsyncDisposable
{
    private readonly SqliteSiteJournal _local;

    private TreatingClinic(ServedClinic served, SqliteSiteJournal local, HttpClient client, GateSwitches gates) =>
        (Served, _local, Client, Gates) = (served, local, client, gates);

    public ServedClinic Served { get; }

    public HttpClient Client { get; }

    public GateSwitches Gates { get; }

    public string SessionId { get; private set; } = "";

    /// <param name="room">Gun, plan and folder.</param>
    /// <param name="site">The site's journal, if it is not the station's own.</param>
    /// <param name="station">Id of the station.</param>
    /// <param name="reservations">What becomes a session's own.</param>
    public static async Task<TreatingClinic> StartAsync(
        TreatmentRoom room, ISiteJournal? site = null, string station = "station-1", params Reservation[] reservations)
    {
        SqliteSiteJournal local = SqliteSiteJournal.Open(room.Data);
        GateSwitches gates = new();
        StationSetup setup = new(gates.Gates, [.. reservations], (_, intent) => Prepare(room, intent));
        ServedClinic served = await ServedClinic.StartAsync(
            site ?? local,
            options: usual => usual with { Station = station, Device = room.Address, Simulator = room.Control },
            more: builder => builder.Services.AddSingleton(setup).AddSingleton(new StationRecords(local, local)));
        HttpClient client = await served.ClientAsync(Role.Clinician);
        await served.DoAsync((state, _) => state.Patients.All.ContainsKey("P-0001")
            ? Decision.Accept("")
            : Decision.Accept("P-0001", new PatientRegistered("setup", "P-0001", "AB", 1980, Sex.Female, 3)));
        return new TreatingClinic(served, local, client, gates);
    }

    /// <summary>Opens a session; gives the answer.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string patient = "P-0001", string head = "H-1", string vial = "V-1")
    {
        HttpResponseMessage answer = await Client.PostAsJsonAsync("/api/v1/sessions", new
        {
            patient_id = patient, plan_id = "PL-1", plan_version = 1, vial_id = vial, head_id = head, loaded_nl = 5_000_000,
        });
        if (answer.IsSuccessStatusCode)
        {
            SessionId = (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["intent"]!["session_id"]!;
        }

        return answer;
    }

    /// <summary>Asks the station for something; gives the answer.</summary>
    public Task<HttpResponseMessage> AskAsync(string what, object? body = null) => Client.PostAsJsonAsync("/api/v1/station/" + what, body ?? new { });

    /// <summary>Asks the station for something that must be done.</summary>
    public async Task DoAsync(string what, object? body = null)
    {
        HttpResponseMessage answer = await AskAsync(what, body);
        Assert.True(answer.IsSuccessStatusCode, $"{what}: {await answer.Content.ReadAsStringAsync()}");
    }

    public async Task<JsonNode> StationAsync() => (await Client.GetFromJsonAsync<JsonNode>("/api/v1/station"))!;

    public async Task<JsonNode> RecordAsync() => (await Client.GetFromJsonAsync<JsonNode>("/api/v1/sessions/" + SessionId))!;

    /// <summary>Waits until the station stands as wanted.</summary>
    public async Task<JsonNode> UntilAsync(Func<JsonNode, bool> wanted)
    {
        long began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            JsonNode station = await StationAsync();
            if (wanted(station))
            {
                return station;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(began) < RunningProgram.Patience, $"The station came not to what was waited for: {station}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    public Task<JsonNode> StateAsync(params string[] states) => UntilAsync(station => states.Contains((string?)station["state"]));

    /// <summary>Opens, primes, and waits until a zone can be armed.</summary>
    public async Task ReadyAsync()
    {
        HttpResponseMessage opened = await OpenAsync();
        Assert.True(opened.IsSuccessStatusCode, await opened.Content.ReadAsStringAsync());
        await StateAsync("Standby");
        await UntilAsync(station => station["device"]?["self_tested"]?.GetValue<bool>() == true && station["settled"]!.GetValue<bool>());
        await DoAsync("prime");
        await StateAsync("Ready");
    }

    /// <summary>Arms the next zone and waits until it has its points.</summary>
    public async Task TreatZoneAsync()
    {
        JsonNode station;
        do
        {
            // On a loaded machine a lease may lapse: the zone pauses, and somebody arms it again.
            await DoAsync("arm");
            station = await UntilAsync(each => (string?)each["state"] is "Ready" or "Paused" && each["settled"]!.GetValue<bool>());
        }
        while ((string?)station["state"] == "Paused");
    }

    public static async Task<string> TypeOf(HttpResponseMessage answer) =>
        ((string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["type"])!["urn:mesopen:problem:".Length..];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Served.Services.GetRequiredService<IHost>().StopAsync();
        await Served.DisposeAsync();
        _local.Dispose();
    }

    private static Preparation Prepare(TreatmentRoom room, TreatmentIntent intent)
    {
        string hardware = Path.Combine(AppContext.BaseDirectory, "hardware");
        TreatmentInput input = TreatmentInput.Load(room.Plan, Path.Combine(hardware, "zones.yaml"), Path.Combine(hardware, "profiles"));
        return Preparation.Of(
            input, intent with { DeviceFamily = input.Profile.Id, Needles = input.Profile.Needles },
            [new BasisItem("plan", intent.PlanId, "1", input.File.File.Sha256)]);
    }
}
