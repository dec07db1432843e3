using System.Globalization;

namespace MesoPen.Simulator;

/// <summary>Reads the plant section of a profile.</summary>
internal static class PlantReader
{
    internal static PlantConstants Read(YamlSection y)
    {
        var constants = new PlantConstants(
            Needle(y.Section("needle")),
            Plunger(y.Section("plunger")),
            Fluid(y.Section("fluid")),
            Head(y.Section("head")),
            [.. y.Sections("skin").Select(Skin)],
            Power(y.Section("power")),
            Operator(y.Section("operator")));
        y.Done();
        return constants.Skin.Count > 0 ? constants : throw y.Fail("skin", "plant.skin needs at least one site");
    }

    private static NeedleConstants Needle(YamlSection y)
    {
        var needle = new NeedleConstants(
            y.Int("acceleration_um_per_s2", 1_000, 1_000_000_000), y.Int("backlash_um", 0, 1_000), y.Int("home_switch_um", 1, 1_000));
        y.Done();
        return needle;
    }

    private static PlungerConstants Plunger(YamlSection y)
    {
        var plunger = new PlungerConstants(
            y.Int("stop_us", 1, 20_000),
            y.Int("stall_kpa", 1, 100_000),
            y.Real("compliance_nl_per_kpa", 0.001, 10_000),
            y.Real("relaxation_nl_per_kpa", 0, 10_000),
            y.Int("relaxation_ms", 1, 100_000));
        y.Done();
        return plunger;
    }

    private static int Fluid(YamlSection y)
    {
        var viscosityUpas = y.Int("viscosity_upas", 1, 100_000_000);
        y.Done();
        return viscosityUpas;
    }

    private static HeadConstants Head(YamlSection y)
    {
        var head = new HeadConstants(
            y.Int("bore_um", 10, 5_000), y.Int("length_um", 100, 200_000), y.Int("dead_volume_nl", 0, 10_000_000));
        y.Done();
        return head;
    }

    private static SkinSite Skin(YamlSection y)
    {
        var tags = new List<int>();
        foreach (var text in y.Texts("tags"))
        {
            tags.Add(ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var tag)
                ? tag
                : throw y.Fail("tags", $"a zone tag is from 0 to 65535, not '{text}'"));
        }

        var site = new SkinSite(
            y.Text("site"), tags, y.Int("thickness_um", 1, 20_000), y.Int("back_pressure_kpa", 0, 10_000), y.Int("contact_min_mn", 1, 100_000));
        y.Done();
        return site;
    }

    private static PowerConstants Power(YamlSection y)
    {
        var power = new PowerConstants(
            y.Int("battery_permille", 0, 1_000), y.Int("battery_strokes_per_permille", 1, 1_000_000), y.Int("temperature_cc", -10_000, 20_000));
        y.Done();
        return power;
    }

    private static OperatorConstants Operator(YamlSection y)
    {
        var constants = new OperatorConstants(
            y.Int("presses_per_s", 1, 20),
            y.Int("contact_force_min_mn", 0, 100_000),
            y.Int("contact_force_max_mn", 0, 100_000),
            y.Int("spacing_um", 1, 100_000),
            y.Int("zone_change_ms", 0, 600_000),
            y.Int("cartridge_change_ms", 0, 600_000));
        y.Done();
        return constants.ContactForceMaxMn >= constants.ContactForceMinMn
            ? constants
            : throw y.Fail("contact_force_max_mn", "contact_force_max_mn is below contact_force_min_mn");
    }
}
