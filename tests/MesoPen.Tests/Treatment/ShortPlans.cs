using MesoPen.Host.Input;

namespace MesoPen.Tests.Treatment;

/// <summary>Plans cut down so that thousands of runs, or every instant of one, take seconds.</summary>
internal static class ShortPlans
{
    /// <summary>Two zones with two points each, a pen: single mode, then repeat.</summary>
    public static TreatmentInput Pen { get; } = PlanShelf.Short("demo-short", zones: 2, points: 2);

    /// <summary>One zone with seven points, more than the window: a permit is extended in mid-zone.</summary>
    public static TreatmentInput LongZone { get; } = PlanShelf.Short("full-face-micro-depots", zones: 1, points: 7);

    /// <summary><see cref="LongZone"/> with a needle head that has so many shots in it.</summary>
    public static TreatmentInput WithSticks(int sticks)
    {
        PlanFile file = LongZone.File with { NeedleLimit = LongZone.File.NeedleLimit with { Value = sticks } };
        return TreatmentInput.Assemble(file, LongZone.Profile, LongZone.Zones);
    }

    /// <summary>One of each device, single and repeat.</summary>
    public static IReadOnlyList<TreatmentInput> All { get; } =
    [
        Pen,
        LongZone,
        PlanShelf.Short("full-face-stamp", zones: 3, points: 4),
        PlanShelf.Short("scalp", zones: 1, points: 8),
    ];
}
