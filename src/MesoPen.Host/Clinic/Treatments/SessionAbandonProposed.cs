using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>Somebody says that a session's station is lost, and that the session should be given up.</summary>
/// <param name="By">Who.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Reason">Why.</param>
/// <param name="Signature">Bound to session and reason.</param>
public sealed record SessionAbandonProposed(string By, string SessionId, string Reason, Signature Signature) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "treatment/" + SessionId;
}
