namespace MesoPen.Host.Clinic.People;

/// <summary>It no longer counts that a person can use devices of a family.</summary>
/// <param name="By">Who withdrew it.</param>
/// <param name="PersonId">The person.</param>
/// <param name="DeviceFamily">Family of devices.</param>
/// <param name="Reason">Why.</param>
public sealed record CompetenceWithdrawn(string By, string PersonId, string DeviceFamily, string Reason) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "person/" + PersonId;
}
