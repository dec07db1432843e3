using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace MesoPen.Host.Api;

/// <summary>How many requests come through: few sign-ins, plenty of anything else, every stop.</summary>
internal static class RequestLimits
{
    /// <summary>Name of the strict limit, for endpoints at which passwords could be guessed.</summary>
    public const string SignIns = "sign-ins";

    /// <summary>Adds the limits.</summary>
    public static void AddRequestLimits(this IServiceCollection services, ApiOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (context, _) =>
        {
            TimeSpan wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan told) ? told : TimeSpan.FromSeconds(1);
            string seconds = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            context.HttpContext.Response.Headers.RetryAfter = seconds;
            await ProblemAnswer.WriteAsync(context.HttpContext, ApiProblems.TooManyRequests.With($"Too many requests came in a short time: wait {seconds} s."));
        };
        limiter.AddPolicy(SignIns, http => RateLimitPartition.GetFixedWindowLimiter(
            Address(http),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = options.SignInsPerMinute, Window = TimeSpan.FromMinutes(1), AutoReplenishment = true }));
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            http.GetEndpoint()?.Metadata.GetMetadata<StopLane>() is not null
                ? RateLimitPartition.GetNoLimiter("stop")
                : RateLimitPartition.GetTokenBucketLimiter(
                    http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } person ? "person " + person : "address " + Address(http),
                    _ => new TokenBucketRateLimiterOptions
                    {
                        TokenLimit = 4 * options.RequestsPerSecond,
                        TokensPerPeriod = options.RequestsPerSecond,
                        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                        AutoReplenishment = true,
                    }));
    });

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
