using MesoPen.Host.Calibration.Metrology;
using MesoPen.Host.Clinic;

namespace MesoPen.Host.Calibration;

/// <summary>A scale that was fitted to what was found.</summary>
/// <param name="Before">The scale that the device holds.</param>
/// <param name="Scale">The scale that is proposed.</param>
/// <param name="AsFoundSha256">Hash of the readings that it was fitted to.</param>
/// <param name="Reason">Why it is proposed, in a sentence.</param>
/// <param name="Found">What the readings as found say of the device; null in records of before this was written.</param>
public sealed record ProposedAdjustment(DeviceScale Before, DeviceScale Scale, string AsFoundSha256, string Reason, Verdict? Found = null)
{
    /// <summary>What a signature under it is bound to.</summary>
    public string Hash(string calibrationId) => ClinicJson.Sha256(new { calibrationId, proposal = this });
}
