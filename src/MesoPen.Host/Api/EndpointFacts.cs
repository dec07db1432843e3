using MesoPen.Host.Clinic;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace MesoPen.Host.Api;

/// <summary>What an endpoint says of itself, for the API's document and for the frame around it.</summary>
internal static class EndpointFacts
{
    /// <summary>What it does, in one line, and what it answers.</summary>
    /// <typeparam name="TAnswer">The answer's form.</typeparam>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="summary">What it does, in one line.</param>
    /// <param name="status">Status of the answer.</param>
    public static RouteHandlerBuilder Says<TAnswer>(this RouteHandlerBuilder endpoint, string summary, int status = StatusCodes.Status200OK) =>
        endpoint.WithSummary(summary).Produces<TAnswer>(status);

    /// <summary>Problem types that it can give beyond those that its form implies.</summary>
    public static RouteHandlerBuilder Gives(this RouteHandlerBuilder endpoint, params ProblemType[] types) => endpoint.WithMetadata(new GivenProblems(types));

    /// <summary>It changes something that exists, and needs If-Match.</summary>
    public static RouteHandlerBuilder NeedsVersion(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new NeededVersion());

    /// <summary>It needs a signature: the header Signing-Password.</summary>
    public static RouteHandlerBuilder NeedsSignature(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new NeededSignature());

    /// <summary>It answers with parts of a list: <c>limit</c> and <c>after</c>.</summary>
    public static RouteHandlerBuilder InParts(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new ListInParts());

    /// <summary>It acts once for one Idempotency-Key without any doing, or has no use for one.</summary>
    public static RouteHandlerBuilder WithoutKey(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new NoIdempotencyKey());

    /// <summary>It stops something: no limit of requests holds it up, and no record that cannot be read.</summary>
    public static RouteHandlerBuilder IsStop(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new StopLane(), new DisableRateLimitingAttribute(), new NoIdempotencyKey());
}
