namespace MesoPen.Tests.EndToEnd;

/// <summary>A device that is not what it should be, or can do less than its profile says, is refused with the reason.</summary>
public sealed class DeviceRefusalTests
{
    [Theory]
    [InlineData("depth_max_um=850", "Needle length in zone forehead: 0.9 mm asked, at most 0.85 mm")]
    [InlineData("dose_max_nl=18000", "Dose per shot in zone forehead: 20 µL asked, at most 18 µL")]
    [InlineData("min_interval_ms=150", "Interval from shot to shot in zone forehead: 112 ms asked, at least 150 ms")]
    [Trait("Requirement", "SR-023")]
    public async Task Device_with_lower_caps_than_its_profile_is_refused_with_exit_3_and_gets_no_permit(string caps, string words)
    {
        // Aim: what the device says it can do counts, and is named; no permit, and no product spent on a prime.
        await using TreatmentRoom room = new();
        await room.StartGunAsync(seed: 1, tcp: false, "--caps", caps);
        RunningProgram treatment = room.StartTreatment("--capture", room.InFolder("capture.jsonl"));

        Assert.True(await treatment.ExitAsync() == 3, treatment.Said());

        Assert.Equal("refused", Summary.Of(treatment).Outcome);
        string sentence = words + " allowed by the device's own caps (firmware of SIM-0001; version 1.1.0).";
        Assert.Contains(treatment.Lines, line => Text(line).StartsWith(sentence, StringComparison.Ordinal));
        NothingGranted(room);
    }

    [Theory]
    [InlineData("speaks protocol version 9, expected version 1", "--fault", "protocol.version=9")]
    [InlineData("has serial SIM-0002, expected serial SIM-0001", "--serial", "SIM-0002")]
    [Trait("Requirement", "SR-078")]
    public async Task Device_of_another_version_or_serial_is_refused_with_exit_4_and_gets_no_permit(string reason, params string[] gun)
    {
        // Aim: the right model at the right address is not enough.
        await using TreatmentRoom room = new();
        await room.StartGunAsync(seed: 1, tcp: false, gun);
        await RefusedAsync(room, reason, "--serial", "SIM-0001");
    }

    [Fact]
    [Trait("Requirement", "SR-078")]
    public async Task Device_of_another_model_is_refused_with_exit_4_and_gets_no_permit()
    {
        // Aim: a plan is drawn for a profile; a head with other needles is another device.
        await using TreatmentRoom room = new(QuickPlan.Text, profile: "gun-9");
        await room.StartGunAsync();
        await RefusedAsync(room, "is a gun-9, expected a gun-5");
    }

    [Fact]
    [Trait("Requirement", "SR-078")]
    public async Task Session_begun_on_one_device_is_not_resumed_on_another()
    {
        // Aim: what is unknown is in the journal of one device only; another of the same model must not go on in its place.
        await using TreatmentRoom room = new(QuickPlan.Slow);
        RunningProgram gun = await room.StartGunAsync();
        RunningProgram first = room.StartTreatment("--link-patience", "1");
        await first.LineAsync("\"shot\":2,");
        await room.KillGunAsync(gun);
        Assert.True(await first.ExitAsync() == 6, first.Said());
        int fired = room.Truth.Strokes.Count;

        await using TreatmentRoom other = new();
        await other.StartGunAsync(seed: 2, tcp: false, "--serial", "SIM-0002");
        RunningProgram second = room.StartHost(
            "treat", room.Plan, "--device", other.Address, "--data", room.Data, "--yes", "--json", "--resume",
            "--capture", other.InFolder("capture.jsonl"));

        Assert.True(await second.ExitAsync() == 4, second.Said());
        Assert.Contains("has serial SIM-0002, expected serial SIM-0001", second.Said(), StringComparison.Ordinal);
        NothingGranted(other);
        Assert.Equal(fired, room.Truth.Strokes.Count);
        Assert.InRange(Summary.Of(second).Zones.Sum(zone => zone.UnknownNl), 1, long.MaxValue);

        // The first device never comes back: a person takes what is unknown over as delivered, and only then is another treatment begun.
        string session = Summary.Of(second).Session;
        await room.RunHostAsync(0, "records", "settle", session, "--data", room.Data, "--person", "A. Person", "--reason", "device lost");
        Journal settled = Journal.Of(await room.RunHostAsync(0, "records", "show", session, "--data", room.Data, "--json"));
        Assert.Equal(0, settled.Account!.Value.GetProperty("unknown_nl").GetInt64());
        Assert.True(settled.Account.Value.GetProperty("delivered_nl").GetInt64() >= room.Truth.Strokes.Sum(stroke => stroke.VolumeNl));
        RunningProgram anew = room.StartHost("treat", room.Plan, "--device", other.Address, "--data", room.Data, "--yes", "--json");
        Assert.True(await anew.ExitAsync() == 0, anew.Said());
        Judge.Complete(Summary.Of(anew), other.Truth, other.Profile.Tolerance);
        await room.VerifyRecordsAsync();
    }

    /// <summary>The sentence in a line of JSON; empty if it has none.</summary>
    private static string Text(string line) =>
        System.Text.Json.JsonElement.Parse(line).TryGetProperty("text", out System.Text.Json.JsonElement text) ? text.GetString()! : "";

    private static async Task RefusedAsync(TreatmentRoom room, string reason, params string[] more)
    {
        RunningProgram treatment = room.StartTreatment(["--capture", room.InFolder("capture.jsonl"), .. more]);

        Assert.True(await treatment.ExitAsync() == 4, treatment.Said());

        Assert.Contains(reason, treatment.Said(), StringComparison.Ordinal);
        NothingGranted(room);
    }

    private static void NothingGranted(TreatmentRoom room)
    {
        IReadOnlyList<string> sent = Capture.Sent(room.InFolder("capture.jsonl"));
        Assert.Contains("Hello", sent);
        Assert.DoesNotContain("PermitGrant", sent);
        Assert.DoesNotContain("Prime", sent);
        Assert.Empty(room.Truth.Strokes);
    }
}
