namespace MesoPen.Host.Clinic.Treatments;

/// <summary>The patient was told what to do and to watch for after a session.</summary>
/// <param name="By">Who told it.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Text">What was told, or which leaflet was handed over.</param>
public sealed record AftercareGiven(string By, string SessionId, string Text) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "treatment/" + SessionId;
}
