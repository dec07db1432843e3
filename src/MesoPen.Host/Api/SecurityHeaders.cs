using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MesoPen.Host.Api;

/// <summary>Headers that keep browsers from doing more with an answer than show it.</summary>
internal static class SecurityHeaders
{
    /// <summary>Sets them on every answer that does not set its own.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            IHeaderDictionary headers = http.Response.Headers;
            headers.TryAdd("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("X-Frame-Options", "DENY");
            headers.TryAdd("Referrer-Policy", "no-referrer");
            headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
            headers.TryAdd("Cache-Control", "no-store");
            if (http.Request.IsHttps)
            {
                headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
            }

            return Task.CompletedTask;
        });
        return next(http);
    });
}
