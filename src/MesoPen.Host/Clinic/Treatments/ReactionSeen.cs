namespace MesoPen.Host.Clinic.Treatments;

/// <summary>Something was seen on the skin or told by the patient during a session or right after it. What is more than this is an adverse event.</summary>
/// <param name="By">Who noted it.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Zone">Zone id; null if it is of no one zone.</param>
/// <param name="Text">What was seen.</param>
public sealed record ReactionSeen(string By, string SessionId, string? Zone, string Text) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "treatment/" + SessionId;
}
