namespace MesoPen.Host.Clinic.Requests;

/// <summary>
/// A request with an idempotency key was answered. Written in the same transaction as what the request did: the same request that comes again, on
/// whichever station and after whatever crash, gets the same answer and does nothing.
/// </summary>
/// <param name="By">Who asked.</param>
/// <param name="Key">The key that came with it.</param>
/// <param name="RequestSha256">Of method, path and body: the same key with another request is refused.</param>
/// <param name="Status">HTTP status of the answer.</param>
/// <param name="Location">Where the thing is; null if the answer named no place.</param>
/// <param name="Body">The answer's JSON.</param>
public sealed record RequestAnswered(string By, string Key, string RequestSha256, int Status, string? Location, string Body) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => $"request/{By}/{Key}";
}
