using System.Globalization;
using System.Text.Encodings.Web;
using MesoPen.Host.Station;
using Microsoft.AspNetCore.Http;

namespace MesoPen.Host.Api.Console;

/// <summary>
/// The page that answers a stop by a plain form: no script, nothing from elsewhere, in the browser's language. What happened is said first, and Stop
/// stands below as on every page.
/// </summary>
internal static class StopPage
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>The page.</summary>
    /// <param name="http">The request: its language.</param>
    /// <param name="answer">What came of the stop; null if none was asked for.</param>
    public static IResult Answer(HttpContext http, StopAnswer? answer)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;

        // The form's post says where it comes from: older browsers say it nowhere else.
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        http.Response.Headers.Vary = "Accept-Language, Accept";
        return Results.Content(Write(StopPageWords.For(http.Request.Headers.AcceptLanguage), answer), "text/html; charset=utf-8");
    }

    /// <summary>The page's text.</summary>
    internal static string Write(StopPageWords words, StopAnswer? answer)
    {
        (string title, string text) = answer switch
        {
            null => (words.Stop, words.Ready),
            { Stopped: false } => (words.Nothing, words.NothingMore),
            { AtRestMs: { } ms } => (string.Format(CultureInfo.InvariantCulture, words.Rest, words.Duration(ms)), words.RestMore),
            _ => (words.Sent, words.SentMore),
        };
        return $"""
            <!doctype html>
            <html lang="{words.Language}">
              <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{Safe(title)} – MesoPen</title>
                <link rel="icon" href="/icon.svg" type="image/svg+xml" />
                <link rel="stylesheet" href="/stop.css" />
              </head>
              <body>
                <main class="plain">
                  <h1>{Safe(title)}</h1>
                  <p>{Safe(text)}</p>
                  <p><a class="plain-link" href="/">{Safe(words.Back)}</a></p>
                </main>
                <form id="stop" method="post" action="/stop" aria-label="{Safe(words.Stop)}">
                  <button type="submit" id="stop-button"><strong>{Safe(words.Stop)}</strong></button>
                  <output id="stop-text">{Safe(words.Promise)}</output>
                </form>
              </body>
            </html>

            """;
    }

    private static string Safe(string text) => HtmlEncoder.Create(new TextEncoderSettings(System.Text.Unicode.UnicodeRanges.All)).Encode(text);
}
