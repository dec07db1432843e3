namespace MesoPen.Host.Clinic.People;

/// <summary>A locked account may be used again.</summary>
/// <param name="By">Who did it.</param>
/// <param name="PersonId">The person.</param>
public sealed record PersonUnlocked(string By, string PersonId) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "person/" + PersonId;
}
