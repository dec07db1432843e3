using System.Collections.Immutable;
using MesoPen.Host.Calibration.Metrology;
using MesoPen.Host.Input;

namespace MesoPen.Host.Calibration;

/// <summary>How many shots stand between two weights: what the planner proposes for a device and a balance.</summary>
internal static class ShotPlans
{
    // The uncertainty is to be a quarter of the tolerance, so that a guard band leaves most of it: the usual ratio of 4 to 1.
    private const double ShareOfTolerance = 4;

    // What is known before anything is measured: a spread of single shots, and a loss, of the usual order.
    private const double ShotCvPercent = 1;
    private const double EvaporationMgPerHour = 0.3;
    private const double SecondsPerShot = 1;
    private const double SecondsPerReading = 10;
    private const int WeighingsUsual = 10;
    private const int WeighingsMost = 100;
    private const int ShotsMost = 50;

    // More than the planner proposes may be asked for.
    private const int ShotsAsked = 1000;

    /// <summary>The plan of one dose; the best that can be had if the wanted uncertainty cannot. Null without a balance.</summary>
    /// <param name="state">The references.</param>
    /// <param name="references">Ids of those that are used.</param>
    /// <param name="profile">The device's profile.</param>
    /// <param name="doseNl">The dose.</param>
    /// <param name="weighings">How many weighings; null for as many as are usual.</param>
    public static CalibrationPlan? Of(
        CalibrationsState state, ImmutableArray<string> references, DeviceProfile profile, long doseNl, int? weighings = null) =>
        Request(state, references, profile, doseNl, weighings) is { } request
            ? CalibrationPlanner.Plan(request) ?? CalibrationPlanner.Of(request, request.MostShots, request.MostWeighings)
            : null;

    /// <summary>What may be expected of a point as it is asked for: its own shots and weighings. Null without a balance.</summary>
    /// <param name="state">The references.</param>
    /// <param name="references">Ids of those that are used.</param>
    /// <param name="profile">The device's profile.</param>
    /// <param name="point">The point.</param>
    public static CalibrationPlan? Expected(
        CalibrationsState state, ImmutableArray<string> references, DeviceProfile profile, CalibrationPoint point) =>
        point.ShotsPerReading is >= 1 and <= ShotsAsked && Request(state, references, profile, point.Nominal, point.Replicates) is { } request
            ? CalibrationPlanner.Of(request, point.ShotsPerReading, point.Replicates)
            : null;

    /// <summary>Shots in one weighing of each dose; the weighings that are asked for count.</summary>
    public static Func<long, int> For(
        CalibrationsState state, ImmutableArray<string> references, DeviceProfile profile, ImmutableArray<PointAsked>? points) =>
        doseNl => Of(
            state, references, profile, doseNl,
            (points is { IsDefault: false } asked ? asked : []).FirstOrDefault(each => each.Nominal == doseNl)?.Replicates)?.ShotsPerWeighing ?? 1;

    private static PlanRequest? Request(
        CalibrationsState state, ImmutableArray<string> references, DeviceProfile profile, long doseNl, int? asked)
    {
        int weighings = asked ?? WeighingsUsual;
        ReferenceInstrument? balance = references.Select(id => state.References.GetValueOrDefault(id)).FirstOrDefault(each => each is { Role: "balance" });

        // What no rule would take is not planned: the rule says so when it is begun.
        if (balance is null || doseNl is < 1 or > int.MaxValue || weighings is < 2 or > WeighingsMost)
        {
            return null;
        }

        // Neither the cartridge nor one move of the plunger may be asked for more than it gives.
        int most = (int)Math.Clamp(profile.Caps.CartridgeNl / (doseNl * weighings * 2), 1, ShotsMost);
        return new PlanRequest(
            doseNl, balance.Resolution, balance.Resolution, balance.Expanded * 1000 / Math.Max(1, balance.Coverage), ShotCvPercent,
            100.0 * profile.Tolerance.OfDoseNl(doseNl) / doseNl / ShareOfTolerance, CalibrationSetups.CoveragePermyriad / 10_000.0, SecondsPerShot,
            SecondsPerReading, Blanks: 4, EvaporationMgPerHour, weighings, most, weighings);
    }
}
