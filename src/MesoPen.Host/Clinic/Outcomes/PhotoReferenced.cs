namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>A photograph of a zone exists.</summary>
/// <param name="By">Who entered it.</param>
/// <param name="PhotoId">Id of the reference.</param>
/// <param name="PatientId">Whose skin.</param>
/// <param name="Details">Where it is kept.</param>
public sealed record PhotoReferenced(string By, string PhotoId, string PatientId, PhotoDetails Details) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "photo/" + PhotoId;
}
