using System.Collections.Immutable;
using System.Globalization;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Host.Calibration;

/// <summary>The sentences of a certificate (ISO/IEC 17025:2017, 7.8.2 and 7.8.4), from the readings alone. No conformity with a standard is claimed.</summary>
internal static class CertificateStatements
{
    /// <summary>Said of every simulated device.</summary>
    public const string Simulated = "SIMULATED DEVICE: these readings were made on a simulator. This certificate says nothing of any real device.";

    /// <summary>The sentences of a calibration.</summary>
    public static ImmutableArray<CertificateStatement> Of(CalibrationData data, CalibrationResult result)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(result);
        ImmutableArray<CertificateStatement>.Builder said = ImmutableArray.CreateBuilder<CertificateStatement>();
        if (data.Device.Simulated)
        {
            said.Add(new("simulated", Simulated));
        }

        said.Add(new("procedure", Procedure(data)));
        said.Add(new("uncertainty", Uncertainty(data)));
        said.Add(new("decision-rule", Rule(data.Setup.Rule)));
        said.Add(new("conformity", Conformity(result)));
        said.Add(new("adjustment", Adjustment(data)));
        if (data.Kind == CalibrationKind.Volume)
        {
            said.Add(new("interval", "The interval of single shots is a two-sided statistical tolerance interval of a normal population with its exact factor; "
                + "procedure adapted from ISO 11608-1:2022, whose scope does not hold this device."));
        }

        said.Add(new("traceability", "The results are traced to the reference instruments that are listed, each by its own certificate, which was in date."));
        said.Add(new("item", "The results relate only to the item that is named, in the state in which it was, at the time of the calibration."));
        said.Add(new("validity", Validity(data)));
        said.Add(new("copies", "Every number can be computed anew from the readings that this certificate holds: mesopen certificate verify FILE. "
            + "It may be copied only as a whole. It is no approval of the device."));
        int remark = 0;
        foreach (Objection objection in result.Objections)
        {
            said.Add(new(string.Create(CultureInfo.InvariantCulture, $"remark-{++remark}"), objection.Text));
        }

        return said.ToImmutable();
    }

    private static string Procedure(CalibrationData data) => data.Kind switch
    {
        CalibrationKind.Volume => $"Gravimetric, with {data.Setup.Liquid}, several shots in a weighing, corrected for buoyancy, temperature and evaporation. "
            + "Procedure adapted from ISO 8655-6:2022, whose scope does not hold this device.",
        CalibrationKind.Depth => "Travel of each needle against a displacement gauge, from the needle's own zero at home, on the way out and on the way back. "
            + "Procedure of the laboratory.",
        _ => "Pressure at which the device says occlusion, against a reference manometer at a closed way out. "
            + "Procedure of the laboratory, adapted from the occlusion test of IEC 60601-2-24.",
    };

    private static string Uncertainty(CalibrationData data) => string.Create(
        CultureInfo.InvariantCulture,
        $"The expanded uncertainty U is the combined standard uncertainty times the coverage factor k, "
        + $"for a coverage probability of {data.Setup.CoveragePermyriad / 100m:0.##} % "
        + $"at the effective degrees of freedom (JCGM 100:2008). "
        + $"It is cross-checked by propagation of distributions (JCGM 101:2008). U is rounded up to two digits.");

    private static string Rule(DecisionRule rule) => rule switch
    {
        DecisionRule.Simple => "Decision rule (ILAC-G8:09/2019, simple acceptance): pass if the error is within the tolerance. "
            + "At the limit the risk of a false acceptance is up to 50 %.",
        DecisionRule.Guarded => "Decision rule (ILAC-G8:09/2019, guard band w = U): pass if the error is within the tolerance less the expanded uncertainty. "
            + "The risk of a false acceptance is below 2.5 %.",
        _ => "Decision rule (ILAC-G8:09/2019, four ways, guard band w = U): pass within the tolerance less U, conditional pass within the tolerance, "
            + "conditional fail within the tolerance plus U, fail beyond.",
    };

    private static string Conformity(CalibrationResult result)
    {
        string state = result.Series is [.., { Kind: SeriesKind.AsLeft }] ? "As left" : "As found";
        return result.Verdict switch
        {
            Verdict.Pass => $"{state}, every point conforms to its tolerance under the decision rule: pass.",
            Verdict.ConditionalPass => $"{state}, every point is within its tolerance, though not all beyond doubt under the decision rule: conditional pass.",
            Verdict.ConditionalFail => $"{state}, a point is beyond its tolerance, though not beyond doubt under the decision rule: conditional fail.",
            Verdict.Fail => $"{state}, a point does not conform to its tolerance under the decision rule: fail.",
            _ => $"{state}, there is too little to state conformity.",
        };
    }

    private static string Adjustment(CalibrationData data) => data.Adjustment is { } scale
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"The device was adjusted after the series as found: plunger {scale.PlungerPpm} millionths of the nominal steps, "
            + $"needle {scale.NeedleOffsetUm} µm, play {scale.BacklashUm} µm. "
            + $"Both series are stated.")
        : "Nothing was adjusted: the results as found are those as left.";

    private static string Validity(CalibrationData data)
    {
        string day = FigureText.Day(CertificateTerms.DueDay(data));
        return CertificateTerms.ShotsMax(data) is { } shots
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"By the site's own rule it counts until {day} or until the device's shot counter passes {shots}, whichever comes first.")
            : $"By the site's own rule it counts until {day}.";
    }
}
