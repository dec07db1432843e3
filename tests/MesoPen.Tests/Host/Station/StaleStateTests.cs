using System.Net;
using System.Net.Http.Json;
using MesoPen.Kernel;
using MesoPen.Tests.EndToEnd;

namespace MesoPen.Tests;

/// <summary>What is known is not what was known: gates asked twice at once, a journal that was lost, an address that is none.</summary>
public sealed class StaleStateTests
{
    // Aim: a gate is asked for arming, and while that is under way the patient withdraws consent and somebody looks: what was found before arms nothing.
    [Fact]
    [Trait("Requirement", "SR-129")]
    public async Task What_a_gate_said_before_a_newer_look_arms_nothing()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        using ManualResetEventSlim asked = new();
        using ManualResetEventSlim on = new();
        int calls = 0;
        clinic.Gates.Asked = item =>
        {
            if (item == Readiness.Records && Interlocked.Increment(ref calls) == 1)
            {
                asked.Set();
                on.Wait(TimeSpan.FromSeconds(20));
            }
        };

        Task<HttpResponseMessage> arming = Task.Run(() => clinic.AskAsync("arm"));
        Assert.True(asked.Wait(TimeSpan.FromSeconds(20)));
        clinic.Gates.Shut(Readiness.Consent, "withdrawn by the patient");
        Task<HttpResponseMessage> looking = Task.Run(() => clinic.Client.GetAsync(new Uri("/api/v1/station?look", UriKind.Relative)));
        await Task.WhenAny(looking, Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System));
        on.Set();
        await looking;

        Assert.Equal(HttpStatusCode.Conflict, (await arming).StatusCode);
        Assert.Empty(room.Truth.Strokes);
    }

    // Aim: a station whose own journal is lost after shots does not begin the session again from nothing.
    [Fact]
    public async Task A_session_whose_rows_are_lost_is_not_given_twice()
    {
        await using MemorySiteJournal site = new();
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using (TreatingClinic first = await TreatingClinic.StartAsync(room, site))
        {
            await first.ReadyAsync();
            await first.TreatZoneAsync();
        }

        int before = room.Truth.Strokes.Count;
        Directory.Delete(room.Data, recursive: true);
        await using TreatingClinic second = await TreatingClinic.StartAsync(room, site);
        await second.StateAsync("Ready", "Standby");
        await second.UntilAsync(station => station["device"]?["self_tested"]?.GetValue<bool>() == true && station["settled"]!.GetValue<bool>());
        if ((string?)(await second.StationAsync())["state"] == "Standby")
        {
            await second.DoAsync("prime");
            await second.StateAsync("Ready");
        }

        HttpResponseMessage answer = await second.AskAsync("arm");
        Assert.True(answer.StatusCode == HttpStatusCode.Conflict, await answer.Content.ReadAsStringAsync());
        Assert.Equal(before, room.Truth.Strokes.Count);
    }

    // Aim: an address that is none is no saved device, and is refused; the station stays usable.
    [Theory]
    [InlineData("")]
    [InlineData("http://nowhere")]
    public async Task A_session_is_not_opened_upon_an_address_that_is_none(string device)
    {
        await using ReadyClinic clinic = await ReadyClinic.StartAsync();
        HttpResponseMessage opened = await clinic.Client.PostAsJsonAsync("/api/v1/sessions", new
        {
            patient_id = "P-0001", plan_id = "PL-1", plan_version = 1, vial_id = "V-1", head_id = "H-1", loaded_nl = 1_000_000, device,
        });
        Assert.Equal(HttpStatusCode.Conflict, opened.StatusCode);
        Assert.Contains("device-not-saved", await opened.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await clinic.Served.Desk.ReadAsync()).Treatments.Open);
    }
}
