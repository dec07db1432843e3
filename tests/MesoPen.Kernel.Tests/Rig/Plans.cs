using System.Collections.Immutable;

namespace MesoPen.Kernel.Tests.Rig;

/// <summary>Plans, limits and devices of the tests.</summary>
internal static class Plans
{
    public const long Now = 1_750_000_000_000;
    public const int Today = 20254;
    public const int DoseNl = 20_000;

    public static ZonePlan Cheek(int points = 8) => new(1, "cheek.left", points, new Depth(1500), 45, new Volume(DoseNl), ShotTrigger.Single, 100);

    public static ZonePlan Brow(int points = 6) => new(2, "forehead", points, new Depth(1000), 90, new Volume(DoseNl), ShotTrigger.Repeat, 150);

    public static TreatmentPlan Plan(params ZonePlan[] zones) => new(
        "plan-7", "Test", new Product("HA 1 %", "L-1", Today + 100, new Volume(2_000_000)), new Volume(50_000),
        zones.Length > 0 ? [.. zones] : ImmutableArray.Create(Cheek(), Brow()));

    public static Limit Limit(LimitKind kind, long value, string? zone = null, LimitSource source = LimitSource.Zone) =>
        new(kind, zone, value, source, "zones.yaml", "3");

    public static DeviceIdentity Identity(string serial = "S-1", uint boot = 100) => new("gun-5", serial, boot, Today + 10, 16, 250, []);

    public static SessionOptions Options(int window = 5, int doseToleranceNl = 500) => new(new Depth(50), new Volume(doseToleranceNl), window);
}
