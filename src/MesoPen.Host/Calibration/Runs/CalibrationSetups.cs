using System.Collections.Immutable;
using MesoPen.Host.Clinic;
using MesoPen.Host.Input;

namespace MesoPen.Host.Calibration;

/// <summary>The setup of a calibration: from what was asked and the device's profile.</summary>
public static class CalibrationSetups
{
    /// <summary>Coverage probability of the stated uncertainty where none is asked: that of k = 2 of a normal distribution, in ten-thousandths.</summary>
    public const int CoveragePermyriad = 9545;

    private const int Weighings = 10; // ISO 8655-6, 10 replicates for a calibration
    private const int Sweeps = 3;
    private const int Tries = 3;
    private const long TermMax = 1_000_000_000; // of shots and liquids: beyond any device's life, and an exact number in JSON
    private const int SteelWeights = 8000; // kg/m³, the conventional density of weights (OIML R 111-1)

    // As for pipettes of variable volume (ISO 8655-2).
    private static readonly int[] s_dosePercents = [10, 50, 100];
    private static readonly int[] s_depthPercents = [10, 25, 50, 75, 100];

    /// <summary>Roles of the instruments that a result cannot do without.</summary>
    public static IReadOnlyList<string> Needed(CalibrationKind kind) => kind switch
    {
        CalibrationKind.Volume => ["balance", "thermometer", "barometer", "hygrometer"],
        CalibrationKind.Depth => ["gauge"],
        _ => ["pressure"],
    };

    /// <summary>The setup, but for the instruments.</summary>
    /// <param name="asked">What was asked.</param>
    /// <param name="profile">The device's profile.</param>
    /// <param name="shots">Shots in one weighing of a dose (nL), as the planner proposes.</param>
    public static CalibrationSetup Of(BeginCalibration asked, DeviceProfile profile, Func<long, int> shots)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(shots);
        IEnumerable<PointAsked> points = asked.Points is { IsDefaultOrEmpty: false } given ? given : Usual(asked.Kind, profile);
        return new CalibrationSetup(
            [.. points.Select(point => PointOf(asked.Kind, point, profile, shots))], asked.Rule ?? DecisionRule.Guarded, CoveragePermyriad, [],
            asked.Liquid ?? "distilled water", asked.WeightDensity ?? SteelWeights, asked.ExpansionPerMilliK ?? 0, asked.OperatorPermille ?? 0,
            asked.Customer, asked.Place, asked.MonthsValid, asked.ShotsValid);
    }

    /// <summary>What was asked that the device cannot do, or that is wider than its profile; null if nothing is.</summary>
    public static string? Beyond(BeginCalibration asked, DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(profile);
        ProfileCaps caps = profile.Caps;
        if (asked.Kind == CalibrationKind.Depth && asked.Needles is { } needles && (needles < 1 || needles > profile.Needles))
        {
            return $"needles takes 1 to {profile.Needles}, those of the head of {profile.Id}.";
        }

        foreach (PointAsked point in asked.Points is { IsDefaultOrEmpty: false } points ? points : [])
        {
            (long least, long most, long widest, string unit, string whose) = asked.Kind switch
            {
                CalibrationKind.Volume => (caps.DoseMinNl, caps.DoseMaxNl, 0, "nL", "the doses"),
                CalibrationKind.Depth => ((long)caps.DepthMinUm, (long)caps.DepthMaxUm, (long)profile.Tolerance.DepthUm, "µm", "the depths"),
                _ => (1, 2L * profile.Mechanics.OcclusionKpa, point.Nominal, "kPa", "twice the threshold"),
            };
            if (point.Nominal < least || point.Nominal > most)
            {
                return $"A point takes {least} to {most} {unit}, {whose} of {profile.Id}: {point.Nominal} is not among them.";
            }

            widest = asked.Kind == CalibrationKind.Volume ? profile.Tolerance.OfDoseNl(point.Nominal) : widest;
            if (point.Tolerance > widest)
            {
                return $"Point {point.Nominal}: a tolerance of {point.Tolerance} {unit} is wider than the {widest} {unit} that {profile.Id} is used with. State that or less.";
            }

            if (asked.Kind == CalibrationKind.Volume && point.ShotsPerReading is { } shots && shots > caps.CartridgeNl / point.Nominal)
            {
                return $"Point {point.Nominal}: {shots} shots are more than a cartridge of {caps.CartridgeNl} nL holds. State fewer in a weighing.";
            }
        }

        return null;
    }

    /// <summary>How the bench does it.</summary>
    /// <param name="asked">What was asked.</param>
    /// <param name="address">Where the device is.</param>
    /// <param name="protocol">What the instrument speaks.</param>
    /// <param name="before">What the device holds.</param>
    /// <param name="needles">Those of its head: all of them are swept where nothing else is asked.</param>
    public static BenchSetup BenchOf(BeginCalibration asked, string address, string? protocol, HeldScale before, int needles)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return new BenchSetup(
            address, protocol is null or "typed" ? null : asked.Instrument, protocol is "typed" ? null : protocol, asked.Needles ?? needles,
            asked.DrainMs ?? 2000, asked.BlankMs ?? 120_000, asked.Adjust ?? AdjustWhen.Failed, before);
    }

    /// <summary>What is wrong with a setup; null if nothing is.</summary>
    public static string? Wrong(CalibrationKind kind, CalibrationSetup setup, BenchSetup bench)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(bench);
        int least = kind == CalibrationKind.Depth ? 2 : 1;
        return setup.Points.Length < least || setup.Points.Length > 20 ? $"points takes {least} to 20 values."
            : setup.Points.DistinctBy(point => point.Nominal).Count() < setup.Points.Length ? "points takes each value once."
            : setup.Points.FirstOrDefault(point => WrongPoint(kind, point) is not null) is { } bad ? WrongPoint(kind, bad)
            : setup.CoveragePermyriad is < 5000 or > 9999 ? "coverage takes 0.5 to 0.9999."
            : setup.MonthsValid is < 1 or > 120 ? "months_valid takes 1 to 120: the site decides how long a calibration counts."
            : setup.ShotsValid is < 1 or > TermMax ? $"shots_valid takes 1 to {TermMax}."
            : setup.WeightDensity is < 1000 or > 22_000 ? "weight_density takes 1000 to 22000 kg/m³."
            : setup.ExpansionPerMilliK is < 0 or > 2_000_000 ? "expansion_per_milli_k takes 0 to 2000000."
            : setup.OperatorPermille is < 0 or > 100 ? "operator_permille takes 0 to 100."
            : !Words.IsLine(setup.Customer) || !Words.IsLine(setup.Place) || !Words.IsLine(setup.Liquid)
                ? $"customer, place and liquid each take one line of 1 to {Words.LineMax} characters."
            : bench.Needles is < 1 or > 18 ? "needles takes 1 to those of the head."
            : bench.DrainMs is < 0 or > 600_000 ? "drain_ms takes 0 to 600000."
            : bench.BlankMs is < 1000 or > 3_600_000 ? "blank_ms takes 1000 to 3600000."
            : null;
    }

    private static string? WrongPoint(CalibrationKind kind, CalibrationPoint point) =>
        point.Nominal is < 1 or > TermMax ? $"A point takes 1 to {TermMax}."
        : point.Tolerance is < 1 or > TermMax || !Words.IsLine(point.ToleranceSource)
            ? $"Point {point.Nominal} needs a tolerance of 1 or more, and who says so in tolerance_source: there is no default without a source."
        : point.Replicates is < 2 or > 100 ? $"Point {point.Nominal}: replicates takes 2 to 100."
        : kind == CalibrationKind.Volume ? (point.ShotsPerReading is < 1 or > 1000 ? $"Point {point.Nominal}: shots_per_reading takes 1 to 1000." : null)
        : point.ShotsPerReading != 1 ? $"Point {point.Nominal}: shots_per_reading is 1 here."
        : null;

    private static IEnumerable<PointAsked> Usual(CalibrationKind kind, DeviceProfile profile)
    {
        ProfileCaps caps = profile.Caps;
        return kind switch
        {
            CalibrationKind.Volume => Distinct(
                s_dosePercents.Select(percent => Math.Max(caps.DoseMinNl, caps.DoseMaxNl * percent / 100 / caps.DoseStepNl * caps.DoseStepNl))),
            CalibrationKind.Depth => Distinct(
                s_depthPercents.Select(percent => Math.Max((long)caps.DepthMinUm, caps.DepthMaxUm * percent / 100))),
            _ => [new PointAsked(profile.Mechanics.OcclusionKpa)],
        };
    }

    private static IEnumerable<PointAsked> Distinct(IEnumerable<long> nominals) => nominals.Distinct().Select(nominal => new PointAsked(nominal));

    private static CalibrationPoint PointOf(CalibrationKind kind, PointAsked asked, DeviceProfile profile, Func<long, int> shots)
    {
        (long own, int replicates) = kind switch
        {
            CalibrationKind.Volume => (profile.Tolerance.OfDoseNl(asked.Nominal), Weighings),
            CalibrationKind.Depth => ((long)profile.Tolerance.DepthUm, Sweeps),

            // No profile states one: it must be asked for.
            _ => (0L, Tries),
        };
        string source = asked.Tolerance is not null ? asked.ToleranceSource ?? "" : own > 0 ? $"device profile {profile.Id}, version {profile.Version}, tolerance" : "";
        return new CalibrationPoint(
            asked.Nominal, asked.Tolerance ?? own, source, asked.Replicates ?? replicates,
            kind == CalibrationKind.Volume ? asked.ShotsPerReading ?? shots(asked.Nominal) : asked.ShotsPerReading ?? 1);
    }
}
