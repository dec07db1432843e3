using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;

namespace MesoPen.Tests;

public sealed class CertificateRulesTests : IDisposable
{
    private readonly CertificateScene _scene = new();

    public void Dispose() => _scene.Dispose();

    // Aim: a passed calibration, signed by two people, is in force, with the site's key recorded once, and with the range and terms that limits need.
    [Fact]
    public void Issued_certificate_is_in_force_and_the_key_is_recorded_once()
    {
        Decision decision = _scene.Decide(SampleCalibration.Volume());
        Assert.Null(decision.Problem);
        Assert.IsType<SiteKeyMade>(decision.Events[0]);
        CertificateIssued issued = Assert.IsType<CertificateIssued>(decision.Events[1]);
        Assert.Equal("C-2031-0001", issued.CertificateId);
        Assert.Equal(new DateOnly(2032, 5, 6), issued.DueDay);
        Assert.Equal(12_345 + 250_000, issued.ShotsMax);
        Assert.Equal((10_000, 100_000), (issued.RangeMin, issued.RangeMax));
        Assert.Equal([10_000, 50_000, 100_000], issued.Points.Select(each => each.Nominal));
        Assert.All(issued.Points, each => Assert.InRange(each.Expanded, 1, each.Tolerance));

        foreach (ClinicEvent each in decision.Events)
        {
            _scene.Fold(each);
        }

        Assert.Equal("C-2031-0001", _scene.State.Certificates.InForce("MG-0042", CalibrationKind.Volume)!.Id);
        Assert.Null(_scene.State.Certificates.InForce("MG-0042", CalibrationKind.Depth));
        Assert.Equal(_scene.Key.PublicKey, _scene.State.Certificates.Keys[_scene.Key.Fingerprint]);
        Assert.IsType<CertificateIssued>(Assert.Single(_scene.Decide(SampleCalibration.Depth()).Events));
    }

    // Aim: a second one of the same device and kind names the first by its hash and supersedes it; if it is revoked, nothing is in force: what the first said is not known to be true any more.
    [Fact]
    public void Newer_certificate_supersedes_and_chains()
    {
        SignedCertificate first = _scene.Issue(SampleCalibration.Volume());
        SignedCertificate second = _scene.Issue(SampleCalibration.Volume(id: "K-11"));
        SignedCertificate other = _scene.Issue(SampleCalibration.Volume(serial: "MG-0099", id: "K-12"));
        Assert.Equal(new PreviousCertificate("C-2031-0001", first.Sha256), second.Certificate.Previous);
        Assert.Null(other.Certificate.Previous);
        Assert.Equal([CertificateState.Superseded, CertificateState.InForce], Standings());

        Decision revoked = CertificateRules.Revoke(_scene.State, "C-2031-0002", new RevokeCertificate("Wrong balance"), _scene.Who("meyer"));
        _scene.Fold(Assert.Single(revoked.Events));
        Assert.Equal([CertificateState.Superseded, CertificateState.Revoked], Standings());

        IEnumerable<CertificateState> Standings() => _scene.State.Certificates.Of("MG-0042", CalibrationKind.Volume)
            .Select(each => CertificateStanding.Listed(_scene.State, each, each.DueDay));
    }

    // Aim: no certificate rests on a reference that was past its day on the day of the last reading; on that day itself it still counts.
    [Fact]
    public void Reference_past_its_day_blocks()
    {
        CalibrationData data = SampleCalibration.Volume();
        Assert.Null(_scene.Decide(WithDue(data, new DateOnly(2031, 5, 6))).Problem);
        Assert.Equal("reference-past-due", _scene.Decide(WithDue(data, new DateOnly(2031, 5, 5))).Problem?.Type.Id);
    }

    // Aim: the operator does not authorise; neither does who is no engineer or administrator, nor who has not proved anew who he is.
    [Fact]
    public void Authoriser_is_another_person_who_may()
    {
        CalibrationData data = SampleCalibration.Small();
        Assert.Equal("second-person-needed", _scene.Decide(data, _scene.Operator).Problem?.Type.Id);
        Assert.Equal("certificate-not-authorised", _scene.Decide(data, _scene.Who("nurse")).Problem?.Type.Id);
        Assert.Equal("fresh-sign-in-needed", _scene.Decide(data, _scene.Authoriser with { Fresh = false }).Problem?.Type.Id);
    }

    // Aim: what is missing, what did not pass, what was signed for other readings and what has its certificate is refused, each by its name.
    [Fact]
    public void Incomplete_failed_and_repeated_are_refused()
    {
        CalibrationData data = SampleCalibration.Volume();
        Assert.Equal("calibration-incomplete", _scene.Decide(data with { Environment = [] }).Problem?.Type.Id);
        Assert.Equal("calibration-incomplete", _scene.Decide(data with { Setup = data.Setup with { References = [] } }).Problem?.Type.Id);
        Assert.Equal("calibration-failed", _scene.Decide(data with { Setup = Tight(data.Setup) }).Problem?.Type.Id);

        Signature forOthers = CertificateRules.SignMeasured(_scene.State, SampleCalibration.Small(), _scene.Operator, out _)!;
        Decision decision = CertificateRules.Issue(_scene.State, CertificateDraft.Of(data), forOthers, _scene.Key, _scene.Authoriser);
        Assert.Equal("calibration-incomplete", decision.Problem?.Type.Id);

        _scene.Issue(data);
        Assert.Equal("certificate-issued", _scene.Decide(data).Problem?.Type.Id);
    }

    // Aim: one is revoked once, by who may, with a reason and a signature under this certificate and this reason.
    [Fact]
    public void Revoking_needs_a_reason_a_role_and_a_signature_once()
    {
        SignedCertificate issued = _scene.Issue(SampleCalibration.Small());
        Assert.Equal("unknown", Revoke("C-2031-0009", "x", "eng").Problem?.Type.Id);
        Assert.Equal("certificate-not-authorised", Revoke("C-2031-0001", "x", "nurse").Problem?.Type.Id);
        Assert.Equal("invalid", Revoke("C-2031-0001", " ", "eng").Problem?.Type.Id);
        Assert.Equal("fresh-sign-in-needed", CertificateRules.Revoke(
            _scene.State, "C-2031-0001", new RevokeCertificate("x"), _scene.Operator with { Fresh = false }).Problem?.Type.Id);

        CertificateRevoked revoked = Assert.IsType<CertificateRevoked>(Assert.Single(Revoke("C-2031-0001", "Wrong balance", "eng").Events));
        Assert.Equal(ClinicJson.Sha256(new { issued.Sha256, Reason = "Wrong balance" }), revoked.Signature.Sha256);
        _scene.Fold(revoked);
        Assert.Null(_scene.State.Certificates.InForce("MG-0042", CalibrationKind.Volume));
        Assert.True(_scene.State.Certificates.Knows("MG-0042", CalibrationKind.Volume));
        Assert.Equal("certificate-revoked-before", Revoke("C-2031-0001", "again", "eng").Problem?.Type.Id);
    }

    private static CalibrationData WithDue(CalibrationData data, DateOnly due) =>
        data with { Setup = data.Setup with { References = [.. data.Setup.References.Select(each => each with { DueDay = due })] } };

    private static CalibrationSetup Tight(CalibrationSetup setup) => setup with { Points = [.. setup.Points.Select(each => each with { Tolerance = 1 })] };

    private Decision Revoke(string id, string reason, string person) =>
        CertificateRules.Revoke(_scene.State, id, new RevokeCertificate(reason), _scene.Who(person));
}
