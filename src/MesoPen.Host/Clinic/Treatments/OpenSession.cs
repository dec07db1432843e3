namespace MesoPen.Host.Clinic.Treatments;

/// <summary>Asks to begin a treatment session at this station.</summary>
/// <param name="PatientId">Who is treated.</param>
/// <param name="PlanId">The patient's plan.</param>
/// <param name="PlanVersion">Its version; only the newest is treated.</param>
/// <param name="VialId">The opened vial, or the mixture.</param>
/// <param name="HeadId">The needle head.</param>
/// <param name="LoadedNl">Drawn into the cartridge, nL: priming and all doses must fit into it.</param>
/// <param name="Device">Id or address of a device that this station has saved, or the address in Station:Device; null for the station's only one.</param>
public sealed record OpenSession(string PatientId, string PlanId, int PlanVersion, string VialId, string HeadId, long LoadedNl, string? Device = null);
