using MesoPen.Host.Clinic;

namespace MesoPen.Host.Calibration;

/// <summary>Problem types of calibration certificates.</summary>
public static class CertificateProblems
{
    /// <summary>A reference past its own due day.</summary>
    public static ProblemType ReferencePastDue { get; } = new(
        "reference-past-due", 409, "A reference is past its due day",
        "The certificate of a balance, weight, gauge or sensor that the result would be traced to no longer counts.",
        "Have the reference calibrated and enter its new certificate, or calibrate with another one.");

    /// <summary>The record does not hold what a certificate needs.</summary>
    public static ProblemType Incomplete { get; } = new(
        "calibration-incomplete", 409, "The calibration is not complete",
        "Readings, environment, references or a signature that the certificate must rest on are missing.", "Take what the detail names, then issue again.");

    /// <summary>The result is not good enough.</summary>
    public static ProblemType Failed { get; } = new(
        "calibration-failed", 409, "The calibration did not pass",
        "A point is outside its tolerance under the decision rule that was settled before.",
        "Adjust the device and measure it as left, or take it out of use.");

    /// <summary>Not the right person.</summary>
    public static ProblemType NotAuthorised { get; } = new(
        "certificate-not-authorised", 403, "Only an engineer or an administrator may do this",
        "Certificates are authorised and revoked by engineers and by who answers for the site's policy.", "Ask one of them.");

    /// <summary>It was issued already.</summary>
    public static ProblemType Issued { get; } = new(
        "certificate-issued", 409, "The calibration has its certificate", "One calibration has one certificate.",
        "Use the certificate that the detail names. If it is wrong, revoke it and calibrate anew.");

    /// <summary>It was revoked already.</summary>
    public static ProblemType Revoked { get; } = new(
        "certificate-revoked-before", 409, "The certificate was revoked already", "A certificate is revoked once, for ever.",
        "Calibrate anew: the new certificate is in force.");
}
