using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>A treatment session begins. Patient, vial, head and station belong to it until it ends.</summary>
/// <param name="By">Who opened it: the clinician.</param>
/// <param name="Intent">What it is to be.</param>
/// <param name="Basis">All that it stands on, by version and hash.</param>
/// <param name="Station">Id of the station that treats.</param>
/// <param name="Device">Address of the device.</param>
public sealed record SessionOpened(string By, TreatmentIntent Intent, ImmutableArray<BasisItem> Basis, string Station, string Device) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "treatment/" + Intent.SessionId;
}
