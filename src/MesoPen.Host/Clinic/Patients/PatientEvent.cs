namespace MesoPen.Host.Clinic.Patients;

/// <summary>Something that belongs to a patient.</summary>
/// <param name="By">Who did it.</param>
/// <param name="PatientId">Whose it is.</param>
public abstract record PatientEvent(string By, string PatientId) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "patient/" + PatientId;
}
