using System.Globalization;
using System.Reflection;
using MesoPen.Host.Calibration.Metrology;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using Decision = MesoPen.Host.Clinic.Decision;

namespace MesoPen.Host.Calibration;

/// <summary>How certificates are issued, by two people, and revoked, by one.</summary>
internal static class CertificateRules
{
    /// <summary>Who may authorise and revoke: engineers, and who answers for the site's policy.</summary>
    public const Role Authorisers = Role.Engineer | Role.Administrator;

    /// <summary>What an operator's signature says.</summary>
    public const string MeasuredMeaning = "measured";

    /// <summary>What an authoriser's signature says.</summary>
    public const string AuthorisedMeaning = "authorised";

    /// <summary>What a revoking signature says.</summary>
    public const string RevokedMeaning = "revoked";

    /// <summary>The operator's signature under all readings, or why there is none.</summary>
    public static Signature? SignMeasured(ClinicState state, CalibrationData data, Actor who, out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Signing.Sign(state, who, MeasuredMeaning, SignedCertificate.HashOf(data), out problem);
    }

    /// <summary>Issues a certificate: it is in force from now on, and what was in force for the device and kind is superseded.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="draft">What follows from the readings.</param>
    /// <param name="measured">The operator's signature.</param>
    /// <param name="key">The site's key.</param>
    /// <param name="who">Who authorises: another person than the operator.</param>
    public static Decision Issue(ClinicState state, CertificateDraft draft, Signature measured, SiteKey key, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(measured);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(who);
        if (Objection(state, draft, measured, who) is { } objection)
        {
            return objection;
        }

        CalibrationCertificate certificate = Certificate(state, draft, measured, key, who);
        return Signing.Sign(state, who, AuthorisedMeaning, SignedCertificate.HashOf(certificate), out Problem? refused) is { } authorised
            ? Decision.Accept(certificate.Number, Events(state, draft, Seal(certificate, authorised, key), key, who))
            : refused!;
    }

    /// <summary>Takes a certificate back, for ever.</summary>
    public static Decision Revoke(ClinicState state, string certificateId, RevokeCertificate asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        if (!state.Certificates.All.TryGetValue(certificateId, out IssuedCertificate? certificate))
        {
            return ClinicProblems.Unknown.With("There is no certificate of this number.");
        }

        Problem? problem = !May(state, who) ? CertificateProblems.NotAuthorised.With("Only an engineer or an administrator revokes certificates.")
            : certificate.Revoked ? CertificateProblems.Revoked.With($"{certificate.Id} was revoked already.")
            : !Words.IsLine(asked.Reason) ? ClinicProblems.Invalid.With($"reason takes one line of 1 to {Words.LineMax} characters.")
            : null;
        if (problem is not null)
        {
            return problem;
        }

        return Signing.Sign(state, who, RevokedMeaning, ClinicJson.Sha256(new { certificate.Sha256, asked.Reason }), out problem) is { } signature
            ? Decision.Accept(certificateId, new CertificateRevoked(who.PersonId, certificateId, asked.Reason, signature))
            : problem!;
    }

    /// <summary>Puts hash and signature under a certificate.</summary>
    public static SignedCertificate Seal(CalibrationCertificate certificate, Signature authorised, SiteKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        string text = SignedCertificate.SignedText(authorised, certificate);
        return new SignedCertificate(authorised, certificate, CanonicalJson.Sha256(text), key.Sign(text));
    }

    private static Problem? Objection(ClinicState state, CertificateDraft draft, Signature measured, Actor who)
    {
        CalibrationData data = draft.Data;
        DateOnly ended = FigureText.DayOf(data.EndedAtUnixMs);
        ReferenceInstrument? pastDue = data.Setup.References.FirstOrDefault(each => each.DueDay < ended);
        Objection? blocking = draft.Result.Objections.FirstOrDefault(each => each.Blocks);
        return !May(state, who) ? CertificateProblems.NotAuthorised.With("Only an engineer or an administrator authorises certificates.")
            : state.Certificates.OfCalibration(data.CalibrationId) is { } there ? CertificateProblems.Issued.With(
                $"Calibration {data.CalibrationId} has the certificate {there}.")
            : pastDue is not null ? CertificateProblems.ReferencePastDue.With(
                $"The {pastDue.Role} {pastDue.Model}, serial {pastDue.Serial}, counted until {FigureText.Day(pastDue.DueDay)} only.")
            : data.Environment.IsEmpty || data.Series.IsEmpty || data.Setup.References.IsEmpty || data.Setup.Points.IsEmpty || data.Setup.MonthsValid < 1
                ? CertificateProblems.Incomplete.With("Points, readings, environment, references and the months that it is to count are needed.")
            : measured.Meaning != MeasuredMeaning || measured.Sha256 != SignedCertificate.HashOf(data)
                ? CertificateProblems.Incomplete.With("The operator's signature is not under these readings.")
            : measured.PersonId == who.PersonId ? PeopleProblems.SecondPersonNeeded.With("Who measured does not authorise the certificate: another person does.")
            : blocking is not null ? CertificateProblems.Incomplete.With(blocking.Text)
            : draft.Result.Verdict is not (Verdict.Pass or Verdict.ConditionalPass) || draft.Result.Range is null
                ? CertificateProblems.Failed.With(CertificateStatements.Of(data, draft.Result).First(each => each.Id == "conformity").Text)
            : null;
    }

    private static bool May(ClinicState state, Actor who) =>
        (who.Roles & Authorisers) != Role.None && state.People.All.TryGetValue(who.PersonId, out Person? person) && (person.Roles & Authorisers) != Role.None;

    private static CalibrationCertificate Certificate(ClinicState state, CertificateDraft draft, Signature measured, SiteKey key, Actor who)
    {
        IssuedCertificate? before = state.Certificates.Newest(draft.Data.Device.Serial, draft.Data.Kind);
        return new CalibrationCertificate(
            CalibrationCertificate.CurrentForm,
            string.Create(CultureInfo.InvariantCulture, $"C-{who.Now.UtcDateTime.Year}-{state.Certificates.All.Count + 1:D4}"),
            state.Site.Name ?? "",
            $"MesoPen {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}",
            who.Now.ToUnixTimeMilliseconds(),
            CertificateTerms.DueDay(draft.Data),
            CertificateTerms.ShotsMax(draft.Data),
            before is null ? null : new PreviousCertificate(before.Id, before.Sha256),
            draft.Data, draft.Figures, draft.Statements, draft.ReadingsSha256, measured,
            new CertificateKey(CertificateKey.Ecdsa, key.Fingerprint, key.PublicKey));
    }

    private static ClinicEvent[] Events(ClinicState state, CertificateDraft draft, SignedCertificate made, SiteKey key, Actor who)
    {
        CalibrationCertificate certificate = made.Certificate;
        CalibratedRange range = draft.Result.Range!;
        CertificateIssued issued = new(
            who.PersonId, certificate.Number, draft.Data.CalibrationId, draft.Data.Device.Model, draft.Data.Device.Serial, draft.Data.Kind, made.Sha256,
            certificate.Previous?.Sha256, key.Fingerprint, certificate.DueDay, certificate.ShotsMax, range.Minimum, range.Maximum,
            draft.Result.Series[^1].Scale, CertifiedPoints.Of(draft), made.ToJson());
        return state.Certificates.Keys.ContainsKey(key.Fingerprint)
            ? [issued]
            : [new SiteKeyMade(who.PersonId, who.Station, key.Fingerprint, key.PublicKey), issued];
    }
}
