namespace MesoPen.Host.Clinic.People;

/// <summary>What a person may be changed.</summary>
/// <param name="By">Who changed it.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Roles">What the person may be from now on.</param>
public sealed record PersonRolesChanged(string By, string PersonId, Role Roles) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "person/" + PersonId;
}
