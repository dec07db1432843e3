using MesoPen.Host.Input;

namespace MesoPen.Hil;

/// <summary>The plan of a scenario: a file beside it, or written into it; cut down if the scenario says so.</summary>
internal static class PlanReader
{
    /// <exception cref="InputException">The plan is not what it must be.</exception>
    public static TreatmentInput Read(ScenarioMap root, string path, InputFile file, HardwareFolder hardware)
    {
        PlanFile plan = root.Map.Find("plan") switch
        {
            InputMap map => PlanFile.Of(file, map),
            InputScalar { IsNull: false } name => PlanFile.Load(Path.Combine(Path.GetDirectoryName(path) ?? "", name.Text)),
            _ => throw root.Error("plan", "plan must be a path, relative to this file, or a plan (docs/plans.md)."),
        };
        return hardware.Assemble(Cut(root, path, plan));
    }

    private static PlanFile Cut(ScenarioMap root, string path, PlanFile plan)
    {
        if (!root.Reader.Has("cut"))
        {
            return plan;
        }

        InputMap map = root.Map.Find("cut") as InputMap ?? throw root.Error("cut", "cut must be a mapping with zones, points, sticks_max.");
        MapReader cut = new ScenarioMap(path, map, "the cut", ScenarioKeys.Names(ScenarioKeys.Cut)).Reader;
        int zones = (int)(cut.OptionalNumber("zones", 1, 1000) ?? plan.Zones.Length);
        int points = (int)(cut.OptionalNumber("points", 1, 10_000) ?? 10_000);
        long sticks = cut.OptionalNumber("sticks_max", 1, 100_000) ?? plan.NeedleLimit.Value;
        return plan with
        {
            Zones = [.. plan.Zones.Take(zones).Select(zone => zone with { Plan = zone.Plan with { Points = Math.Min(points, zone.Plan.Points) } })],
            NeedleLimit = plan.NeedleLimit with { Value = sticks },
        };
    }
}
