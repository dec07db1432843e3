using MesoPen.Host.Clinic;

namespace MesoPen.Host.Calibration;

/// <summary>An instrument that calibrations are traced to was described, anew or again.</summary>
/// <param name="By">Who described it.</param>
/// <param name="Reference">The instrument.</param>
public sealed record ReferenceSaved(string By, ReferenceInstrument Reference) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "reference/" + Reference.ReferenceId;
}
