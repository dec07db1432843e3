using MesoPen.Host.Clinic;

namespace MesoPen.Host.Api;

/// <summary>Problem types of requests as such.</summary>
public static class ApiProblems
{
    /// <summary>An idempotency key came again with another request.</summary>
    public static ProblemType KeyReused { get; } = new(
        "key-reused", 422, "The idempotency key was used for another request", "Idempotency-Key names an earlier request of this person whose method, path or body differs.",
        "Choose a new key for every new request; repeat one only with the same request.");

    /// <summary>Not a request at all.</summary>
    public static ProblemType BadRequest { get; } = new(
        "bad-request", 400, "The request cannot be understood",
        "A header, the address or a value in it is malformed, or the request names a host that this station does not answer to.",
        "Check address and headers against the API's document: GET /openapi/v1.json.");

    /// <summary>The body is not the JSON that it must be.</summary>
    public static ProblemType Malformed { get; } = new(
        "malformed", 400, "The body cannot be read",
        "The body is not JSON, or not of the form that the API's document states: a field is missing, not known, twice, or of another type.",
        "Correct the field that the detail names.");

    /// <summary>Nobody is signed in.</summary>
    public static ProblemType NotSignedIn { get; } = new(
        "not-signed-in", 401, "Nobody is signed in", "The request came without a sign-in or token, or with one that is expired, revoked or not known.",
        "Sign in (POST /api/v1/session), or send a token: Authorization: Bearer TOKEN.");

    /// <summary>Not for this person.</summary>
    public static ProblemType NotAllowed { get; } = new(
        "not-allowed", 403, "Your roles do not allow this", "The person or token has none of the roles that may do this.",
        "Ask somebody who has such a role; the API's document names them at each operation (x-roles).");

    /// <summary>The request came from elsewhere.</summary>
    public static ProblemType CrossSite { get; } = new(
        "cross-site", 403, "The request did not come from this site's own pages",
        "A change that came with a sign-in cookie came from another site, or without the token that only this site's own pages know.",
        "Send the value of anti_forgery from GET /api/v1/session in the header Anti-Forgery.");

    /// <summary>Another method.</summary>
    public static ProblemType WrongMethod { get; } = new(
        "wrong-method", 405, "The address does not take this method", "There is something at this address, but not for this method.",
        "Use one of the methods that the header Allow names.");

    /// <summary>Too large.</summary>
    public static ProblemType TooLarge { get; } = new(
        "too-large", 413, "The body is too large", "The body holds more bytes than the station takes.", "Send less at once.");

    /// <summary>Not JSON.</summary>
    public static ProblemType WrongContentType { get; } = new(
        "wrong-content-type", 415, "The body is of a type that is not taken", "The header Content-Type does not name what this address takes.",
        "Send Content-Type: application/json.");

    /// <summary>The version is missing.</summary>
    public static ProblemType VersionNeeded { get; } = new(
        "version-needed", 428, "The version must be named", "A change of something that exists came without If-Match: it might undo what somebody else changed.",
        "Read the thing, and send its ETag in the header If-Match.");

    /// <summary>Too many.</summary>
    public static ProblemType TooManyRequests { get; } = new(
        "too-many-requests", 429, "Too many requests", "More requests came in a short time than the station takes from one person or address.",
        "Wait for the seconds that the header Retry-After names. A stop is never refused for this.");

    /// <summary>A fault of the program.</summary>
    public static ProblemType Failed { get; } = new(
        "failed", 500, "Something went wrong in MesoPen", "The program met something that it was not made for. Nothing was changed unless it was written before.",
        "Read what you wanted to change, and try again. If it comes again, report it with the trace id of the answer.");

    /// <summary>The records cannot be reached.</summary>
    public static ProblemType RecordsUnavailable { get; } = new(
        "records-unavailable", 503, "The records cannot be reached", "The journal or its database cannot be read or written now.",
        "Look at GET /health/ready; try again when it is ready. A treatment that runs goes on with the station's own journal.");

    /// <summary>The problem type for a status that the framework answered by itself; null for one that is no problem.</summary>
    internal static ProblemType? For(int status) => status switch
    {
        401 => NotSignedIn,
        403 => NotAllowed,
        404 => ClinicProblems.Unknown,
        405 => WrongMethod,
        413 => TooLarge,
        415 => WrongContentType,
        429 => TooManyRequests,
        503 => RecordsUnavailable,
        >= 500 => Failed,
        >= 400 => BadRequest,
        _ => null,
    };
}
