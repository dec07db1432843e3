namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>A reference to a photograph was entered in error.</summary>
/// <param name="By">Who withdrew it.</param>
/// <param name="PhotoId">Id of the reference.</param>
/// <param name="Reason">Why.</param>
public sealed record PhotoWithdrawn(string By, string PhotoId, string Reason) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "photo/" + PhotoId;
}
