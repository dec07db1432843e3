using MesoPen.Host.Clinic;

namespace MesoPen.Host.Exchange;

/// <summary>Problem types of what leaves the house.</summary>
public static class ExchangeProblems
{
    /// <summary>A clinician asked for a session of somebody else.</summary>
    public static ProblemType NotOwnSession { get; } = new(
        "not-own-session", 403, "The session is another clinician's", "A clinician may take out the sessions that he or she treated, and no others.",
        "Ask the clinician who treated, or an auditor.");
}
