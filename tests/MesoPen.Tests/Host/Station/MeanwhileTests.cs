using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Kernel;
using MesoPen.Tests.EndToEnd;
using MesoPen.Tests.Host.Calibration;

namespace MesoPen.Tests;

/// <summary>What the clinic enters while a zone is armed.</summary>
public sealed class MeanwhileTests
{
    private static readonly string Many = QuickPlan.Slow.Replace("points: 7", "points: 20", StringComparison.Ordinal);

    // Aim: a patient who takes the consent back, who turns out to be one who must not be treated, or a lot that is recalled, while shots land: the zone
    // pauses within two seconds, says why, and stays shut.
    [Theory]
    [InlineData(Readiness.Consent)]
    [InlineData(Readiness.Screening)]
    [InlineData(Readiness.Product)]
    [Trait("Requirement", "SR-112")]
    public async Task What_must_not_go_on_pauses_the_armed_zone_with_its_reason(Readiness item)
    {
        await using TreatmentRoom room = new(Many);
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        await clinic.DoAsync("arm");
        await clinic.UntilAsync(station => (long)station["delivered_nl"]! > 0);
        clinic.Gates.Shut(item, "taken back by the patient");
        await SomethingIsEnteredAsync(clinic);
        long began = TimeProvider.System.GetTimestamp();
        JsonNode station = await clinic.UntilAsync(each => (string?)each["state"] == "Paused");

        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 5);
        Assert.Equal("Shut by the test: taken back by the patient", (string?)station["notice"]);
        await clinic.UntilAsync(each => each["settled"]!.GetValue<bool>());
        int fired = room.Truth.Strokes.Count;
        Assert.Equal(GateSwitches.TypeOf(item), await TreatingClinic.TypeOf(await clinic.AskAsync("arm")));
        Assert.Equal(fired, room.Truth.Strokes.Count);
    }

    // Aim: a certificate that the device does not hold comes into force while shots land: the zone pauses, says why, and stays shut.
    [Fact]
    [Trait("Requirement", "SR-195")]
    public async Task Calibration_that_turns_out_not_to_be_the_devices_pauses_the_armed_zone()
    {
        await using TreatmentRoom room = new(Many);
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        await clinic.DoAsync("arm");
        JsonNode armed = await clinic.UntilAsync(station => (long)station["delivered_nl"]! > 0);
        Assert.StartsWith("profile ", (string?)armed["zones"]![0]!["uncertainty_source"], StringComparison.Ordinal);
        string serial = (string)armed["device"]!["serial"]!;
        await clinic.Served.DoAsync((_, _) => Decision.Accept("", IssuedForTests.Issued("C-1", 1, points: new CertifiedPoint(20_000, 1, 2, 3)) with { Serial = serial }));
        JsonNode station = await clinic.UntilAsync(each => (string?)each["state"] == "Paused");

        Assert.Contains("holds no certificate", (string?)station["notice"], StringComparison.Ordinal);
        await clinic.UntilAsync(each => each["settled"]!.GetValue<bool>());
        int fired = room.Truth.Strokes.Count;
        Assert.Equal("calibration-superseded", await TreatingClinic.TypeOf(await clinic.AskAsync("arm")));
        Assert.Equal(fired, room.Truth.Strokes.Count);
        Assert.StartsWith("certificate C-1", (string?)(await clinic.StationAsync())["zones"]![0]!["uncertainty_source"], StringComparison.Ordinal);
    }

    // Aim: anything else that is entered, or falls, breaks no zone off.
    [Fact]
    [Trait("Requirement", "SR-128")]
    public async Task What_may_wait_lets_the_armed_zone_end()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.ReadyAsync();
        await clinic.DoAsync("arm");
        clinic.Gates.Shut(Readiness.Plan, "changed");
        await SomethingIsEnteredAsync(clinic);
        await clinic.UntilAsync(station => (string?)station["state"] == "Ready" && station["settled"]!.GetValue<bool>());
        Assert.Equal(6, room.Truth.Strokes.Count);
    }

    // Aim: no product that was recalled runs through the line, and none for a patient who does not consent.
    [Theory]
    [InlineData(Readiness.Consent, true)]
    [InlineData(Readiness.Product, true)]
    [InlineData(Readiness.Competence, false)]
    public async Task Priming_asks_for_consent_and_product(Readiness item, bool refused)
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        await using TreatingClinic clinic = await TreatingClinic.StartAsync(room);
        await clinic.OpenAsync();
        await clinic.UntilAsync(station => (string?)station["state"] == "Standby" && station["device"]?["self_tested"]?.GetValue<bool>() == true);
        clinic.Gates.Shut(item, "shut");
        HttpResponseMessage answer = await clinic.AskAsync("prime");

        Assert.Equal(refused, !answer.IsSuccessStatusCode);
        if (refused)
        {
            Assert.Equal(GateSwitches.TypeOf(item), await TreatingClinic.TypeOf(answer));
            Assert.Equal("Standby", (string?)(await clinic.StationAsync())["state"]);
        }
    }

    private static Task<ClinicState> SomethingIsEnteredAsync(TreatingClinic clinic) =>
        clinic.Served.DoAsync((_, _) => Decision.Accept("P-0002", new PatientRegistered("setup", "P-0002", "CD", 1970, Sex.Male, 2)));
}
