using MesoPen.Host.Clinic;

namespace MesoPen.Host.Calibration;

/// <summary>An instrument is used no more. Certificates that name it keep their copy.</summary>
/// <param name="By">Who removed it.</param>
/// <param name="ReferenceId">Its id.</param>
public sealed record ReferenceRemoved(string By, string ReferenceId) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "reference/" + ReferenceId;
}
