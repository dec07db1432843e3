using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace MesoPen.Host.Api.Console;

/// <summary>
/// The console's files, as they were built beside the program. Nothing of them comes from anywhere else, and the browser is told to take nothing from
/// anywhere else.
/// </summary>
internal static class ConsoleFiles
{
    private const string NoncePlace = "__NONCE__";

    /// <summary>Where the build puts them.</summary>
    public static string BesideProgram => Path.Combine(AppContext.BaseDirectory, "console");

    /// <summary>Serves the files, and the page itself under every path that is not the API's. Nothing if the folder does not hold the page.</summary>
    public static void UseConsole(this WebApplication app, string folder)
    {
        string page = Path.Combine(folder, "index.html");
        if (!File.Exists(page))
        {
            return;
        }

        // The page is small, and read once: a console that is built anew is seen after a start.
        string html = File.ReadAllText(page);
        app.UseWhen(IsAsset, files => files.UseResponseCompression().UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder)),
            ServeUnknownFileTypes = false,
            OnPrepareResponse = Keep,
        }));
        app.Use((http, next) => IsPage(http) ? WritePageAsync(http, html) : next(http));
    }

    private static bool IsAsset(HttpContext http) => Reads(http) && Path.HasExtension(http.Request.Path) && !IsServed(http.Request.Path);

    // A browser that goes to a page asks for HTML; a program does not.
    private static bool IsPage(HttpContext http) =>
        Reads(http) && !IsServed(http.Request.Path) && !Path.HasExtension(http.Request.Path)
        && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static bool Reads(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

    private static bool IsServed(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/live") || path.StartsWithSegments("/health") || path.StartsWithSegments("/openapi")
        || path.StartsWithSegments("/metrics") || path.StartsWithSegments("/stop");

    // Files of assets/ have a hash of their content in their name.
    private static void Keep(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";

    private static Task WritePageAsync(HttpContext http, string html)
    {
        string nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";

        // The stop form's post says where it comes from: older browsers say it nowhere else.
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        return http.Response.WriteAsync(html.Replace(NoncePlace, nonce, StringComparison.Ordinal), http.RequestAborted);
    }
}
