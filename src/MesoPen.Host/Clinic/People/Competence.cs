namespace MesoPen.Host.Clinic.People;

/// <summary>A second person vouched for somebody with devices of a family.</summary>
/// <param name="DeviceFamily">Family of devices.</param>
/// <param name="Until">The last day on which it counts, UTC.</param>
/// <param name="Signature">Of who vouched.</param>
public sealed record Competence(string DeviceFamily, DateOnly Until, Signature Signature);
