using System.Text.Json;

namespace MesoPen.Tests.EndToEnd;

/// <summary>A plan above a limit is refused, with a sentence that says everything, and the device never hears of it.</summary>
public sealed class PlanRefusalTests(OpenGun gun) : IClassFixture<OpenGun>
{
    private const string Length = "needle_length_um: 900\n    angle_deg: 90";

    [Theory]
    [InlineData("TissueDepthMax", Length, "needle_length_um: 1100\n    angle_deg: 90", "Zone", 1100, 1060,
        "Depth in zone forehead: 1.1 mm asked, at most 1.06 mm allowed by the zone catalogue (")]
    [InlineData("TissueDepthMin", Length, "needle_length_um: 300\n    angle_deg: 30", "Zone", 150, 200,
        "Depth in zone forehead: 0.15 mm asked, at least 0.2 mm allowed by the zone catalogue (")]
    [InlineData("NeedleLengthMax", Length, "needle_length_um: 6500\n    angle_deg: 5", "DeviceProfile", 6500, 6000,
        "Needle length in zone forehead: 6.5 mm asked, at most 6 mm allowed by the device profile (gun-5")]
    [InlineData("NeedleLengthMin", Length, "needle_length_um: 240\n    angle_deg: 90", "DeviceProfile", 240, 250,
        "Needle length in zone forehead: 0.24 mm asked, at least 0.25 mm allowed by the device profile (gun-5")]
    [InlineData("DoseMax", "dose_nl: 20000", "dose_nl: 60000", "Zone", 60_000, 50_000,
        "Dose per shot in zone forehead: 60 µL asked, at most 50 µL allowed by the zone catalogue (")]
    [InlineData("DoseMin", "dose_nl: 20000", "dose_nl: 4500", "DeviceProfile", 4500, 5000,
        "Dose per shot in zone forehead: 4.5 µL asked, at least 5 µL allowed by the device profile (gun-5")]
    [InlineData("DoseStep", "dose_nl: 20000", "dose_nl: 20250", "DeviceProfile", 20_250, 500,
        "Dose per shot in zone forehead: 20.25 µL asked, only multiples of 0.5 µL allowed by the device profile (gun-5")]
    [InlineData("ShotIntervalMin", "min_interval_ms: 112", "min_interval_ms: 100", "DeviceProfile", 100, 112,
        "Interval from shot to shot in zone forehead: 100 ms asked, at least 112 ms allowed by the device profile (gun-5")]
    [InlineData("ZoneVolumeMax", "points: 5", "points: 26", "Zone", 520_000, 500_000,
        "Volume of the zone in zone cheek.left: 0.52 mL asked, at most 0.5 mL allowed by the zone catalogue (")]
    [InlineData("ProductVolumeMax", "volume_nl: 5000000", "volume_nl: 300000", "Product", 295_000, 200_000,
        "Volume of the product: 0.295 mL asked, at most 0.2 mL allowed by the product (Hyaluronic acid (example), lot EXAMPLE-01: ")]
    [InlineData(
        "ProductVolumeMax", "volume_nl: 5000000", "volume_nl: 5000000\n  session_max_nl: 250000\n  source: leaflet", "Product", 295_000, 250_000,
        "Volume of the product: 0.295 mL asked, at most 0.25 mL allowed by the product (Hyaluronic acid (example), leaflet")]
    [InlineData("PrimeMax", "prime_nl: 100000", "prime_nl: 600000", "DeviceProfile", 600_000, 500_000,
        "Volume of a prime: 0.6 mL asked, at most 0.5 mL allowed by the device profile (gun-5")]
    [InlineData("TissueDepthMax", Length, Length + "\n    depth_max_um: 800\n    depth_source: rule of the house", "Plan", 900, 800,
        "Depth in zone forehead: 0.9 mm asked, at most 0.8 mm allowed by the plan (rule of the house")]
    [InlineData("DoseMax", Length, Length + "\n    dose_max_nl: 15000\n    dose_source: rule of the house", "Plan", 20_000, 15_000,
        "Dose per shot in zone forehead: 20 µL asked, at most 15 µL allowed by the plan (rule of the house")]
    [Trait("Requirement", "SR-021")]
    [Trait("Requirement", "SR-023")]
    public async Task Plan_beyond_a_limit_exits_3_names_limit_source_asked_and_allowed_and_sends_nothing(
        string limit, string within, string beyond, string source, long asked, long allowed, string sentence)
    {
        // Aim: for each kind of limit that a plan can be beyond. The gun is there and would answer; the capture shows that nobody spoke
        // to it.
        TreatmentRoom room = gun.Room;
        string id = Guid.NewGuid().ToString("N");
        (string plan, string data, string capture) = (room.InFolder($"{id}.yaml"), room.InFolder(id), room.InFolder($"{id}.jsonl"));
        int at = QuickPlan.Text.IndexOf(within, StringComparison.Ordinal);
        await File.WriteAllTextAsync(plan, QuickPlan.Text[..at] + beyond + QuickPlan.Text[(at + within.Length)..]);

        IReadOnlyList<string> said = await room.RunHostAsync(
            3, "treat", plan, "--device", room.Address, "--data", data, "--yes", "--json", "--capture", capture);

        JsonElement refused = JsonElement.Parse(Assert.Single(said));
        Assert.Equal(
            ("refused", limit, source, asked, allowed),
            (Text(refused, "type"), Text(refused, "limit"), Text(refused, "source"), Number(refused, "asked"), Number(refused, "allowed")));
        Assert.StartsWith(sentence, Text(refused, "text"), StringComparison.Ordinal);
        Assert.Contains(Text(refused, "reference"), Text(refused, "text"), StringComparison.Ordinal);
        Assert.Empty(Capture.Sent(capture));
        Assert.False(Directory.Exists(data));
        Assert.Empty(room.Truth.Strokes);
    }

    private static long Number(JsonElement of, string name) => of.GetProperty(name).GetInt64();

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
