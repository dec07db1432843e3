namespace MesoPen.Host.Clinic.Treatments;

/// <summary>What a session is to be: all that the gates need to know. Each gate is a pure function <c>Problem? Blocks(state, intent, now)</c>.</summary>
/// <param name="SessionId">Id of the session.</param>
/// <param name="ClinicianId">Who treats.</param>
/// <param name="PatientId">Who is treated.</param>
/// <param name="PlanId">The patient's plan.</param>
/// <param name="PlanVersion">Version of the plan: it names zones, product, depths and doses.</param>
/// <param name="VialId">The opened vial, or the mixture, that is in the cartridge.</param>
/// <param name="HeadId">The needle head.</param>
/// <param name="DeviceFamily">Family of the device: id of its profile, such as gun-5.</param>
/// <param name="Needles">Needles of the head.</param>
public sealed record TreatmentIntent(
    string SessionId, string ClinicianId, string PatientId, string PlanId, int PlanVersion, string VialId, string HeadId, string DeviceFamily, int Needles)
{
    /// <summary>Drawn from the vial into the cartridge, nL; 0 while it is not known.</summary>
    public long LoadedNl { get; init; }
}
