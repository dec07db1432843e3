using System.Text.Json.Nodes;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Site;
using MesoPen.Host.Diagnostics;
using MesoPen.Tests.EndToEnd;

namespace MesoPen.Tests;

/// <summary>Devices of a station, with a simulated gun in a process of its own.</summary>
public sealed class DeviceEndpointsTests
{
    private static readonly HttpMethod Post = HttpMethod.Post;
    private static readonly HttpMethod Get = HttpMethod.Get;

    // Aim: a gun at an address of the settings is found, tested and saved with its serial number; what does not answer is not saved, and says why.
    [Fact]
    public async Task A_gun_is_found_tested_and_saved()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using ServedClinic clinic = await StartAsync(room);
        using HttpClient engineer = await clinic.ClientAsync(Role.Engineer);
        JsonNode found = Assert.Single((JsonArray)(await engineer.JsonAsync(Get, "/api/v1/devices"))["devices"]!)!;
        Assert.Equal(("usable", room.Address), ((string?)found["state"], (string?)found["address"]));

        JsonNode tested = await engineer.JsonAsync(Post, "/api/v1/devices/test", new { address = room.Address });
        Assert.True((bool)tested["device"]!["simulated"]!);
        Assert.Null(tested["saved_as"]);
        JsonNode saved = await engineer.JsonAsync(Post, "/api/v1/station-devices", new { address = room.Address });
        Assert.Equal((string?)tested["device"]!["serial"], (string?)saved["serial"]);
        Assert.Equal((string?)saved["device_id"], (string?)(await engineer.JsonAsync(Post, "/api/v1/devices/test", new { address = room.Address }))["saved_as"]);

        // The same one again is the same one.
        Assert.Equal((string?)saved["device_id"], (string?)(await engineer.JsonAsync(Post, "/api/v1/station-devices", new { address = room.Address }))["device_id"]);
        Assert.Single((JsonArray)(await engineer.JsonAsync(Get, "/api/v1/station-devices"))["items"]!);

        Assert.Equal("409 device-unfit", await engineer.KindAsync(Post, "/api/v1/station-devices", new { address = room.InFolder("nothing") }));
        Assert.Equal("422 invalid", await engineer.KindAsync(Post, "/api/v1/devices/test", new { address = "ftp://x" }));
        Assert.Equal("200", await engineer.KindAsync(HttpMethod.Delete, "/api/v1/station-devices/" + (string)saved["device_id"]!));
        Assert.Equal("404 unknown", await engineer.KindAsync(HttpMethod.Delete, "/api/v1/station-devices/" + (string)saved["device_id"]!));
    }

    // Aim: another device at a saved address is not taken for the one that was saved: it cannot be saved over it, unasked.
    [Fact]
    public async Task Another_device_at_a_saved_address_is_not_saved()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using ServedClinic clinic = await StartAsync(room);
        using HttpClient engineer = await clinic.ClientAsync(Role.Engineer);
        await clinic.DoAsync((_, who) => Decision.Accept("D-1", new StationDeviceSaved(
            who.PersonId, "station-1", "D-1", "The other gun", room.Address, new DeviceIdentity("gun-5", "ANOTHER", "1.0", 5, true, null))));
        Assert.Equal("409 exists", await engineer.KindAsync(Post, "/api/v1/station-devices", new { address = room.Address }));
    }

    // Aim: a session takes a device that was saved here, by id or address, or none if there is but one; never an address that somebody made up.
    [Fact]
    public async Task A_session_takes_saved_devices_alone()
    {
        await using ReadyClinic clinic = await ReadyClinic.StartAsync(device: null);
        Assert.Equal("409 no-device", await clinic.Client.KindAsync(Post, "/api/v1/sessions", Asked(null)));
        Assert.Equal("409 device-not-saved", await clinic.Client.KindAsync(Post, "/api/v1/sessions", Asked("/dev/made-up")));
        foreach (string id in new[] { "D-1", "D-2" })
        {
            await clinic.DoAsync((_, who) => Decision.Accept(id, new StationDeviceSaved(
                who.PersonId, "station-1", id, id, "/dev/of-" + id, new DeviceIdentity("gun-5", "SN-" + id, "1.0", 5, false, null))));
        }

        await clinic.DoAsync((_, who) => Decision.Accept("D-3", new StationDeviceSaved(
            who.PersonId, "station-2", "D-3", "D-3", "/dev/of-D-3", new DeviceIdentity("gun-5", "SN-3", "1.0", 5, false, null))));
        Assert.Equal("409 no-device", await clinic.Client.KindAsync(Post, "/api/v1/sessions", Asked(null)));
        Assert.Equal("409 device-not-saved", await clinic.Client.KindAsync(Post, "/api/v1/sessions", Asked("D-3")));
        JsonNode opened = await clinic.Client.JsonAsync(Post, "/api/v1/sessions", Asked("D-2"));
        Assert.Equal("/dev/of-D-2", (string?)opened["device"]);
    }

    // Aim: the port of a running treatment is never opened by who looks for devices: it is said to be in use, and the treatment does not lose its link.
    [Fact]
    public async Task A_look_leaves_a_running_treatment_alone()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        using HttpClient engineer = await clinic.Served.ClientAsync(Role.Engineer);
        JsonArray devices = (JsonArray)(await engineer.JsonAsync(Get, "/api/v1/devices"))["devices"]!;
        JsonNode found = Assert.Single(devices, each => (string?)each!["address"] == room.Address)!;
        Assert.Equal("in-use", (string?)found["state"]);

        // By another name it is the same port.
        string other = room.InFolder("other-name");
        File.CreateSymbolicLink(other, room.Address);
        Assert.Equal("in-use", (string?)(await engineer.JsonAsync(Post, "/api/v1/devices/test", new { address = other }))["state"]);
        Assert.Equal("409 device-unfit", await engineer.KindAsync(Post, "/api/v1/station-devices", new { address = other }));
        Assert.Equal("Ready", (string?)(await clinic.StationAsync())["state"]);
        await clinic.TreatZoneAsync();
    }

    private static object Asked(string? device) => new
    {
        patient_id = "P-0001", plan_id = "PL-1", plan_version = 1, vial_id = "V-1", head_id = "H-1", loaded_nl = 1_000_000, device,
    };

    // A computer without serial ports, so that what this one has does not matter.
    private static Task<ServedClinic> StartAsync(TreatmentRoom room) => ServedClinic.StartAsync(options: usual => usual with
    {
        Devices = [room.Address], View = new SystemView { Sys = room.InFolder("no-sys") },
    });
}
