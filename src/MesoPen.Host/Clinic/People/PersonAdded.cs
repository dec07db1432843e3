namespace MesoPen.Host.Clinic.People;

/// <summary>A person may work here.</summary>
/// <param name="By">Who added the person.</param>
/// <param name="PersonId">Sign-in name: small letters, digits, dots, hyphens.</param>
/// <param name="Name">Printed name.</param>
/// <param name="Roles">What the person may be.</param>
public sealed record PersonAdded(string By, string PersonId, string Name, Role Roles) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "person/" + PersonId;
}
