using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Connection;

namespace MesoPen.Host.Calibration;

/// <summary>From a calibration that has ended to a certificate that the device holds.</summary>
internal static class CertificateIssue
{
    // Days are counted from here on the wire.
    private static readonly DateOnly s_epoch = new(1970, 1, 1);

    /// <summary>A rule that issues the certificate of a calibration; the draft was made from the calibration as it stands, outside the rule, for it takes long.</summary>
    public static Decision Issue(ClinicState state, string calibrationId, CertificateDraft? draft, SiteKey key, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        return CalibrationRules.MayIssue(state, calibrationId, who) is { } problem ? problem
            : draft is null ? ClinicProblems.NotNow.With("The calibration changed meanwhile: try again.")
            : CertificateRules.Issue(state, draft, state.Calibrations.All[calibrationId].Signed!.Signature, key, who);
    }

    /// <summary>The draft of a calibration that has ended; null if it has not.</summary>
    public static CertificateDraft? DraftOf(ClinicState state, string calibrationId) =>
        state.Calibrations.All.GetValueOrDefault(calibrationId) is { Ended: not null } run ? CertificateDraft.Of(run.ToData()) : null;

    /// <summary>Tells the device due day and certificate, and writes that it holds them. Absolute: may be done again.</summary>
    /// <exception cref="CalibrationDeviceException">The device is away, or another one; or the certificate is not in force.</exception>
    public static async Task TellAsync(
        ClinicDesk desk, string station, CalibrationRun run, IssuedCertificate issued, ICalibrationDevice device, CancellationToken cancel)
    {
        ClinicState now = await desk.ReadAsync(cancel);
        if (now.Certificates.InForce(issued.Serial, issued.Kind)?.Id != issued.Id)
        {
            throw new CalibrationDeviceException(
                CalibrationDeviceTrouble.Refused, $"Certificate {issued.Id} is not in force: it was revoked, or a newer one counts. Calibrate anew.");
        }

        DeviceFacts facts = await device.FactsAsync(cancel);
        if (facts.Serial != run.Begun.Device.Serial || facts.Scale != run.Held)
        {
            throw new CalibrationDeviceException(
                CalibrationDeviceTrouble.NotThisDevice, $"This is not device {run.Begun.Device.Serial} as it was calibrated: it holds another adjustment. Calibrate anew.");
        }

        await device.SetCalibrationAsync(run.Held, checked((uint)(issued.DueDay.DayNumber - s_epoch.DayNumber)), issued.Sha256, cancel);
        await desk.DecideAsync(
            new Actor(station, Role.None, station, default),
            (state, _) => CalibrationRules.Tell(state, new CalibrationDeviceTold(station, run.Id, issued.Id, issued.DueDay)), cancel: CancellationToken.None);
    }
}
