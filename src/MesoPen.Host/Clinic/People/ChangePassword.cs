namespace MesoPen.Host.Clinic.People;

/// <summary>Asks to change one's own password.</summary>
/// <param name="Old">The password until now.</param>
/// <param name="New">The password from now on: 12 to 128 characters.</param>
public sealed record ChangePassword(string Old, string New)
{
    /// <summary>Without the passwords: nothing that is logged or kept may hold them.</summary>
    public override string ToString() => nameof(ChangePassword);
}
