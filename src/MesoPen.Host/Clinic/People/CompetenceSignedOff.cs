namespace MesoPen.Host.Clinic.People;

/// <summary>A second person vouches that a person can use devices of a family.</summary>
/// <param name="By">Who vouches: not the person.</param>
/// <param name="PersonId">The person.</param>
/// <param name="DeviceFamily">Family of devices: id of a profile, such as gun-5.</param>
/// <param name="Until">The last day on which it counts, UTC.</param>
/// <param name="Signature">Of who vouches.</param>
public sealed record CompetenceSignedOff(string By, string PersonId, string DeviceFamily, DateOnly Until, Signature Signature)
    : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "person/" + PersonId;
}
