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
    private const int ShotsMost = 50;

    /// <summary>The plan of one dose; the best that can be had if the wanted uncertainty cannot. Null without a balance.</summary>
    /// <param name="state">The references.</param>
    /// <param name="references">Ids of those that are used.</param>
    /// <param name="profile">The device's profile.</param>
    /// <param name="doseNl">The dose.</param>
    public static CalibrationPlan? Of(CalibrationsState state, ImmutableArray<string> references, DeviceProfile profile, long doseNl)
    {
        ReferenceInstrument? balance = references.Select(id => state.References.GetValueOrDefault(id)).FirstOrDefault(each => each is { Role: "balance" });
        if (balance is null || doseNl < 1)
        {
            return null;
        }

        // Neither the cartridge nor one move of the plunger may be asked for more than it gives.
        int most = (int)Math.Clamp(profile.Caps.CartridgeNl / (doseNl * WeighingsUsual * 2), 1, ShotsMost);
        PlanRequest request = new(
            doseNl, balance.Resolution, balance.Resolution, balance.Expanded * 1000 / Math.Max(1, balance.Coverage), ShotCvPercent,
            100.0 * profile.Tolerance.OfDoseNl(doseNl) / doseNl / ShareOfTolerance, CalibrationSetups.CoveragePermyriad / 10_000.0, SecondsPerShot,
            SecondsPerReading, Blanks: 4, EvaporationMgPerHour, WeighingsUsual, most, WeighingsUsual);
        return CalibrationPlanner.Plan(request) ?? CalibrationPlanner.Of(request, most, WeighingsUsual);
    }

    /// <summary>Shots in one weighing of each dose.</summary>
    public static Func<long, int> For(CalibrationsState state, ImmutableArray<string> references, DeviceProfile profile) =>
        doseNl => Of(state, references, profile, doseNl)?.ShotsPerWeighing ?? 1;
}
