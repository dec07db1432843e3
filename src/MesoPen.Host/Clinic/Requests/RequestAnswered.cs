namespace MesoPen.Host.Clinic.Requests;

/// <summary>
/// A request with an idempotency key was answered. Written in the same transaction as what the request did: the same request that comes again, on
/// whichever station and after whatever crash, gets the same answer and does nothing.
/// </summary>
/// <param name="By">Who asked.</param>
/// <param name="Key">The key that came with it.</param>
/// <param name="RequestSha256">Of method, path, query and body without secrets: the same key with another request is refused.</param>
/// <param name="Status">HTTP status of the answer.</param>
/// <param name="Location">Where the thing is; null if the answer named no place.</param>
/// <param name="Id">Id of the thing that was made or changed.</param>
/// <param name="Body">The answer's JSON; null if it is too long or held a secret, and is to be made anew from what is known of the thing.</param>
public sealed record RequestAnswered(string By, string Key, string RequestSha256, int Status, string? Location, string Id, string? Body) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => $"request/{By}/{Key}";
}
