using MesoPen.Host.Calibration;
using MesoPen.Kernel;
using static MesoPen.Tests.Host.Calibration.IssuedForTests;

namespace MesoPen.Tests.Host.Calibration;

/// <summary>What certificates say of ranges and doses, where the kernel and the records take it.</summary>
public sealed class CalibratedLimitsTests
{
    [Fact]
    [Trait("Requirement", "SR-194")]
    public void Range_of_the_certificate_in_force_becomes_limits_that_name_it()
    {
        // Aim: volume bounds the dose, depth the needle length; occlusion neither; nothing of what was revoked or superseded.
        CertificatesState certificates = Of(
            Issued("C-1", 1) with { RangeMin = 1, RangeMax = 2 },
            Issued("C-2", 2),
            Issued("C-3", 3, CalibrationKind.Depth) with { RangeMin = 500, RangeMax = 4000 },
            Issued("C-4", 4, CalibrationKind.Occlusion),
            Issued("C-5", 5, CalibrationKind.Occlusion), Revoked("C-5"));
        Limit[] limits = [.. CalibratedLimits.Of(certificates, Serial)];
        Assert.Equal(
            [(LimitKind.DoseMin, 5000L), (LimitKind.DoseMax, 100_000L), (LimitKind.NeedleLengthMin, 500L), (LimitKind.NeedleLengthMax, 4000L)],
            limits.Select(limit => (limit.Kind, limit.Value)));
        Assert.All(limits, limit => Assert.Equal((LimitSource.Calibration, (string?)null), (limit.Source, limit.Zone)));
        Assert.Equal(("certificate C-2 of MP-0007", "000000020000"), (limits[0].Reference, limits[0].Version));
        Assert.Empty(CalibratedLimits.Of(Of(Issued("C-1", 1), Issued("C-2", 2), Revoked("C-2")), Serial));
        Assert.Empty(CalibratedLimits.Of(certificates, "MP-0008"));
        Assert.Empty(CalibratedLimits.Of(CertificatesState.Empty, Serial));
    }

    [Fact]
    [Trait("Requirement", "SR-196")]
    public void Dose_is_off_by_error_and_uncertainty_of_the_certificate()
    {
        // Aim: at a point, between two the larger, beyond the ends the last; without points there is nothing to say.
        CertifiedPoint[] points = [new(50_000, 30, 400, 1500), new(5000, -70, 100, 500), new(100_000, 0, 300, 3000)];
        DoseUncertainty doses = DoseUncertainty.Of(Of(Issued("C-1", 1, points: points)), Serial)!;
        Assert.Equal("certificate C-1: error and expanded uncertainty", doses.Source);
        foreach ((long dose, long expected) in ((long, long)[])[(5000, 170), (4000, 170), (5001, 430), (50_000, 430), (50_001, 430), (99_999, 430), (100_000, 300), (200_000, 300)])
        {
            Assert.Equal(expected, doses.OfDoseNl(dose));
        }

        Assert.Null(DoseUncertainty.Of(Of(Issued("C-1", 1)), Serial));
        Assert.Null(DoseUncertainty.Of(Of(Issued("C-1", 1, points: points), Revoked("C-1")), Serial));
    }
}
