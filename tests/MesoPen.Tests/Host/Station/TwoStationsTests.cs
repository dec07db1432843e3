using System.Net;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Tests.EndToEnd;

namespace MesoPen.Tests;

/// <summary>Two stations over one journal of the site.</summary>
public sealed class TwoStationsTests
{
    // Aim: whichever station asks second is refused, and each reason has its own type; when the first session has ended, the second may begin.
    [Fact]
    public async Task Two_stations_do_not_treat_one_patient_share_a_head_or_open_two_sessions_each()
    {
        await using MemorySiteJournal site = new();
        await using TreatmentRoom roomA = new();
        await using TreatmentRoom roomB = new();
        await using TreatingClinic first = await TreatingClinic.StartAsync(roomA, site, "station-a");
        await using TreatingClinic second = await TreatingClinic.StartAsync(roomB, site, "station-b");
        await first.Served.DoAsync((_, _) => Decision.Accept("P-0002", new PatientRegistered("setup", "P-0002", "CD", 1970, Sex.Male, 2)));

        Assert.Equal(HttpStatusCode.Created, (await first.OpenAsync("P-0001", "H-1", "V-1")).StatusCode);
        Assert.Equal("patient-under-treatment", await TreatingClinic.TypeOf(await second.OpenAsync("P-0001", "H-2", "V-2")));
        Assert.Equal("head-in-use", await TreatingClinic.TypeOf(await second.OpenAsync("P-0002", "H-1", "V-2")));
        Assert.Equal("station-busy", await TreatingClinic.TypeOf(await first.OpenAsync("P-0002", "H-3", "V-3")));
        Assert.Single((await second.Served.Desk.ReadAsync()).Treatments.Open);

        await first.DoAsync("close");
        Assert.Equal(HttpStatusCode.Created, (await second.OpenAsync("P-0001", "H-2", "V-2")).StatusCode);
    }

    // Aim: both ask at the same instant, many times: one gets the patient, the other is refused, never both and never none.
    [Fact]
    public async Task Of_two_stations_that_ask_at_once_one_gets_the_patient()
    {
        await using MemorySiteJournal site = new();
        await using TreatmentRoom roomA = new();
        await using TreatmentRoom roomB = new();
        await using TreatingClinic first = await TreatingClinic.StartAsync(roomA, site, "station-a");
        await using TreatingClinic second = await TreatingClinic.StartAsync(roomB, site, "station-b");
        for (int turn = 0; turn < 10; turn++)
        {
            HttpResponseMessage[] answers = await Task.WhenAll(first.OpenAsync(head: $"A-{turn}"), second.OpenAsync(head: $"B-{turn}"));

            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Conflict);
            await (answers[0].StatusCode == HttpStatusCode.Created ? first : second).DoAsync("close");
        }
    }

    // Aim: the site's records go while a zone is armed: the zone has its points, the next one is refused by the gate of the records, a new session
    // cannot be opened; back again, the treatment goes on and ends, and nothing of it is lost.
    [Fact]
    public async Task A_station_that_loses_the_sites_records_finishes_the_zone_and_arms_nothing_more()
    {
        await using CuttableJournal site = new(new MemorySiteJournal());
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room, site);
        await clinic.ReadyAsync();
        await clinic.DoAsync("arm");
        TreatmentStationWatch watch = new(clinic);
        site.Cut = true;
        await watch.UntilAsync(view => view.State == "Ready" && view.Settled);

        Assert.Equal(6, room.Truth.Strokes.Count);
        Assert.Equal("records-out-of-reach", (await watch.ArmAsync()).Problem?.Type.Id);
        Assert.False(watch.View.State is "Waiting" or "Delivering");

        site.Cut = false;
        await clinic.TreatZoneAsync();
        await clinic.TreatZoneAsync();
        await clinic.DoAsync("close", new { aftercare = "Told" });
        Assert.Equal(QuickPlan.Points, (await clinic.RecordAsync())["shots"]!.AsArray().Count);
        MesoPen.Host.Clinic.Treatments.Treatment ended = (await clinic.Served.Desk.ReadAsync()).Treatments.All[clinic.SessionId];
        Assert.Equal("completed", ended.Ended?.Outcome);
    }
}
