using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>A second person agreed that a session is given up, whose station is lost. What it came to stands in the end that follows.</summary>
/// <param name="By">Who agreed.</param>
/// <param name="SessionId">The session.</param>
/// <param name="UnknownNl">What counts as given, because nobody can say that it was not, nL.</param>
/// <param name="Reason">Why, as proposed.</param>
/// <param name="Signature">Bound to session and reason.</param>
public sealed record SessionAbandoned(string By, string SessionId, long UnknownNl, string Reason, Signature Signature) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "treatment/" + SessionId;
}
