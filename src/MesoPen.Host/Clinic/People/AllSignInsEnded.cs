namespace MesoPen.Host.Clinic.People;

/// <summary>Every sign-in of a person ended.</summary>
/// <param name="By">Who did it.</param>
/// <param name="PersonId">The person.</param>
public sealed record AllSignInsEnded(string By, string PersonId) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "person/" + PersonId;
}
