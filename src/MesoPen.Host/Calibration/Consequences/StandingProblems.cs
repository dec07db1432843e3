using MesoPen.Host.Clinic;

namespace MesoPen.Host.Calibration;

/// <summary>Why the calibration of a device is not in force. None of them may be passed over.</summary>
public static class StandingProblems
{
    /// <summary>Past its day.</summary>
    public static ProblemType Expired { get; } = new(
        "calibration-expired", 409, "The calibration is past its last day",
        "The certificate in force for the device counted until the day that the detail names.",
        "Calibrate the device anew and issue the certificate.");

    /// <summary>Past its shots.</summary>
    public static ProblemType Worn { get; } = new(
        "calibration-worn", 409, "The device has given the shots that its calibration counts for",
        "The certificate in force was issued for a number of shots, and the device's lifetime counter has reached it.",
        "Calibrate the device anew and issue the certificate.");

    /// <summary>Taken back.</summary>
    public static ProblemType Revoked { get; } = new(
        "calibration-revoked", 409, "The certificate of the device was revoked",
        "An engineer or an administrator has taken the certificate back, for the reason in the detail.",
        "See to the reason, calibrate the device anew and issue the certificate.");

    /// <summary>Out of control.</summary>
    public static ProblemType Drifted { get; } = new(
        "calibration-drifted", 409, "The control chart says that the device has changed",
        "The errors of one calibration after another, without an adjustment between them, break a rule of the control chart.",
        "Adjust the device, calibrate it anew and issue the certificate.");

    /// <summary>Another one than the device's.</summary>
    public static ProblemType Superseded { get; } = new(
        "calibration-superseded", 409, "The device does not hold the calibration that is in force",
        "The device was adjusted after the certificate was issued, holds an older one or that of another site, or holds none.",
        "Set the adjustment of the certificate in force, or calibrate the device anew and issue the certificate.");

    /// <summary>Measured, and found to be off.</summary>
    public static ProblemType Failed { get; } = new(
        "calibration-found-failing", 409, "The device was calibrated and does not pass",
        "The newest calibration of the device found it beyond its tolerance, and no certificate has been issued since.",
        "Adjust the device or have it serviced, calibrate it anew and issue the certificate.");

    /// <summary>The problem of a standing that refuses.</summary>
    public static Problem Of(CertificateStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ProblemType type = standing.State switch
        {
            CertificateState.Expired => Expired,
            CertificateState.Worn => Worn,
            CertificateState.Revoked => Revoked,
            CertificateState.Drifted => Drifted,
            _ => Superseded,
        };
        return type.With(standing.Sentence ?? type.Cause);
    }
}
