using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MesoPen.Host.Api;

/// <summary>When a request came in, before anything was asked about it: what a stop is measured from.</summary>
/// <param name="Timestamp">By the clock's timestamp.</param>
internal sealed record RequestArrival(long Timestamp)
{
    /// <summary>Notes it, first of all.</summary>
    public static void Use(IApplicationBuilder app, TimeProvider clock) => app.Use((http, next) =>
    {
        http.Features.Set(new RequestArrival(clock.GetTimestamp()));
        return next(http);
    });

    /// <summary>When this request came in.</summary>
    public static long Of(HttpContext http) => http.Features.GetRequiredFeature<RequestArrival>().Timestamp;
}
