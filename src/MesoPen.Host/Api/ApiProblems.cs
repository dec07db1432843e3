using MesoPen.Host.Clinic;

namespace MesoPen.Host.Api;

/// <summary>Problem types of requests as such.</summary>
public static class ApiProblems
{
    /// <summary>An idempotency key came again with another request.</summary>
    public static ProblemType KeyReused { get; } = new(
        "key-reused", 422, "The idempotency key was used for another request", "Idempotency-Key names an earlier request of this person whose method, path or body differs.",
        "Choose a new key for every new request; repeat one only with the same request.");
}
