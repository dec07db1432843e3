using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;

namespace MesoPen.Host.Api;

/// <summary>Certificates as they stand today, by the station's clock and the days from which it warns.</summary>
internal sealed class CertificateViews(ApiOptions options, TimeProvider clock)
{
    /// <summary>The view of one.</summary>
    public CertificateView Of(ClinicState state, IssuedCertificate each) =>
        CertificateView.Of(state, each, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), options.CalibrationWarningDays);
}
