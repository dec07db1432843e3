using MesoPen.Host.Calibration;
using static MesoPen.Tests.Host.Calibration.IssuedForTests;

namespace MesoPen.Tests.Host.Calibration;

/// <summary>How a device stands by the certificates of its site.</summary>
[Trait("Requirement", "SR-195")]
public sealed class CertificateStandingTests
{
    private static readonly DateOnly Today = new(2031, 3, 2);
    private static readonly DeviceScale Adjusted = new(1_042_000, 40, 60);

    [Fact]
    public void Without_a_certificate_the_devices_own_day_rules()
    {
        // Aim: nothing is refused for a device and kind that the site never issued one for, nor for another device's.
        CertificatesState none = CertificatesState.Empty;
        Assert.Null(CertificateStanding.Refusing(none, Holding(null), Today));
        Assert.Null(CertificateStanding.Refusing(none, Holding(7), Today));
        CertificatesState others = Of(Issued("C-1", 1) with { Serial = "MP-0008" });
        Assert.Equal(CertificateState.None, CertificateStanding.Of(CalibrationKind.Volume, others, Holding(null), Today).State);
    }

    [Fact]
    public void Device_that_holds_the_certificate_in_force_stands()
    {
        // Aim: through its last day and its last shot but one.
        CertificatesState certificates = Of(Issued("C-1", 1, scale: Adjusted, shotsMax: 2000));
        CertificateStanding standing = CertificateStanding.Of(CalibrationKind.Volume, certificates, Holding(1, Adjusted, 1999), new DateOnly(2031, 12, 31));
        Assert.Equal((CertificateState.InForce, "C-1", (string?)null), (standing.State, standing.Certificate?.Id, standing.Sentence));
        Assert.Equal(CertificateState.None, CertificateStanding.Of(CalibrationKind.Depth, certificates, Holding(1, Adjusted), Today).State);
    }

    [Fact]
    public void Certificate_past_its_day_refuses_with_the_day()
    {
        // Aim: the day after its last one.
        CertificateStanding standing = Refusing(Of(Issued("C-1", 1)), Holding(1), new DateOnly(2032, 1, 1));
        Assert.Equal(CertificateState.Expired, standing.State);
        Assert.Equal("Certificate C-1 (volume, device MP-0007) counted until 2031-12-31, and it is 2032-01-01. Calibrate the device anew.", standing.Sentence);
    }

    [Fact]
    public void Certificate_past_its_shots_refuses_with_both_counts()
    {
        // Aim: at the shot that it counts up to, and beyond.
        CertificatesState certificates = Of(Issued("C-1", 1, shotsMax: 2000));
        foreach (long shots in (long[])[2000, 2001, long.MaxValue])
        {
            Assert.Equal(CertificateState.Worn, Refusing(certificates, Holding(1, shots: shots)).State);
        }

        Assert.Contains("up to shot 2000", Refusing(certificates, Holding(1, shots: 2345)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Revoked_certificate_refuses_with_who_when_and_why()
    {
        // Aim: whatever the device holds; and an older one does not come back, whichever of the two the device holds.
        CertificatesState only = Of(Issued("C-1", 1), Revoked("C-1"));
        Assert.Equal(
            "Certificate C-1 (volume, device MP-0007) was revoked on 2031-01-11 by ben: the balance was out of order. Calibrate the device anew.",
            Refusing(only, Holding(1)).Sentence);
        Assert.Equal(CertificateState.Revoked, Refusing(only, Holding(null)).State);
        CertificatesState second = Of(Issued("C-1", 1), Issued("C-2", 2), Revoked("C-2"));
        CertificateStanding standing = Refusing(second, Holding(2));
        Assert.Equal((CertificateState.Revoked, "C-2"), (standing.State, standing.Certificate?.Id));
        Assert.Equal((CertificateState.Revoked, "C-2"), (Refusing(second, Holding(1)).State, Refusing(second, Holding(1)).Certificate?.Id));
    }

    [Fact]
    public void Device_that_holds_another_certificate_or_none_is_refused()
    {
        // Aim: an older one, none, a stranger's; each with its own sentence and the certificate in force.
        CertificatesState certificates = Of(Issued("C-1", 1), Issued("C-2", 2));
        Assert.Equal(
            "The device holds C-1, which C-2 superseded on 2031-01-11. Set the adjustment of C-2 in the device, or calibrate it anew.",
            Refusing(certificates, Holding(1)).Sentence);
        Assert.Contains("holds no certificate", Refusing(certificates, Holding(null)).Sentence, StringComparison.Ordinal);
        Assert.Contains("does not know", Refusing(certificates, Holding(99)).Sentence, StringComparison.Ordinal);
        Assert.All((int?[])[1, null, 99], each => Assert.Equal(CertificateState.Superseded, Refusing(certificates, Holding(each)).State));
        Assert.Null(CertificateStanding.Refusing(certificates, Holding(2), Today));
    }

    [Fact]
    public void Device_with_another_adjustment_than_was_measured_is_refused()
    {
        // Aim: the mark alone does not do: the part of the adjustment that the certificate speaks of has to be what was measured.
        CertificatesState volume = Of(Issued("C-1", 1, scale: Adjusted));
        Assert.Equal(CertificateState.Superseded, Refusing(volume, Holding(1, Adjusted with { PlungerPpm = 1_042_001 })).State);
        Assert.Null(CertificateStanding.Refusing(volume, Holding(1, Adjusted with { NeedleOffsetUm = 0, BacklashUm = 0 }), Today));
        CertificatesState depth = Of(Issued("C-1", 1, CalibrationKind.Depth, Adjusted));
        Assert.Equal(CertificateState.Superseded, Refusing(depth, Holding(1, Adjusted with { NeedleOffsetUm = 41 })).State);
        Assert.Equal(CertificateState.Superseded, Refusing(depth, Holding(1, Adjusted with { BacklashUm = 0 })).State);
        Assert.Null(CertificateStanding.Refusing(depth, Holding(1, Adjusted with { PlungerPpm = 1_000_000 }), Today));
    }

    [Fact]
    public void One_mark_stands_for_all_kinds_as_long_as_their_part_of_the_adjustment_is_theirs()
    {
        // Aim: volume first, depth later: the device holds the later mark, and the volume still counts; adjusted again, it does not.
        CertificatesState both = Of(Issued("C-1", 1, scale: new DeviceScale(1_042_000, 0, 0)), Issued("C-2", 2, CalibrationKind.Depth, Adjusted));
        Assert.Null(CertificateStanding.Refusing(both, Holding(2, Adjusted), Today));
        CertificateStanding other = Refusing(both, Holding(2, Adjusted with { PlungerPpm = 1_000_000 }));
        Assert.Equal((CalibrationKind.Volume, CertificateState.Superseded), (other.Kind, other.State));
        Assert.Equal(CalibrationKind.Depth, Refusing(Of(
            Issued("C-1", 1, scale: new DeviceScale(1_042_000, 0, 0)), Issued("C-2", 2, CalibrationKind.Depth, Adjusted), Revoked("C-2")), Holding(2, Adjusted)).Kind);
    }

    [Fact]
    public void Error_that_runs_away_without_an_adjustment_refuses_with_the_rule()
    {
        // Aim: six calibrations in one direction, beyond what the measurement can tell; an adjustment begins a new chart, and one within U is no drift.
        CertificateIssued[] drifting = [.. Enumerable.Range(1, 6).Select(i => Issued("C-" + i, i, points: new CertifiedPoint(20_000, i * 200, 100, 3000)))];
        CertificateStanding standing = Refusing(Of(drifting), Holding(6));
        Assert.Equal(CertificateState.Drifted, standing.State);
        Assert.Equal(
            "The control chart of the certificates before C-6 says since 2031-01-15 that the device has changed: six values follow one another in one direction. "
                + "Adjust the device and calibrate it anew.",
            standing.Sentence);
        Assert.Null(CertificateStanding.Refusing(Of(drifting[..5]), Holding(5), Today));
        Assert.Null(CertificateStanding.Refusing(Of([.. drifting[..5], drifting[5] with { Scale = Adjusted }]), Holding(6, Adjusted), Today));
        CertificateIssued[] within = [.. drifting.Select(each => each with { Points = [each.Points[0] with { Expanded = 1000 }] })];
        Assert.Null(CertificateStanding.Refusing(Of(within), Holding(6), Today));
    }

    [Fact]
    public void Every_refusal_has_a_problem_type_of_its_own()
    {
        // Aim: programs can tell them apart, and none of them may be passed over.
        CertificateState[] refusing = [.. Enum.GetValues<CertificateState>().Except([CertificateState.None, CertificateState.InForce])];
        string[] types = [.. refusing.Select(state => StandingProblems.Of(new CertificateStanding(CalibrationKind.Volume, state, null, "why")).Type.Id)];
        Assert.Equal(["calibration-expired", "calibration-worn", "calibration-revoked", "calibration-drifted", "calibration-superseded"], types);
        Assert.DoesNotContain(types, MesoPen.Host.Clinic.People.Overrides.Possible.Contains);
    }

    private static CertificateStanding Refusing(CertificatesState certificates, HeldCalibration held, DateOnly? today = null)
    {
        CertificateStanding? refusing = CertificateStanding.Refusing(certificates, held, today ?? Today);
        Assert.NotNull(refusing);
        Assert.True(refusing.Refuses);
        return refusing;
    }
}
