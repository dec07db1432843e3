using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text;
using MesoPen.Host.Api.Telemetry;
using MesoPen.Host.Clinic.Requests;
using MesoPen.Host.Clinic;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>
/// How endpoints read and change the clinic. A change may carry an <c>Idempotency-Key</c>: the answer is written in the same transaction as the
/// change, so that the same request gets the same answer and acts once.
/// </summary>
internal sealed class ClinicRequests(ClinicDesk desk, PasswordDesk passwords, ApiOptions options, TimeProvider clock)
{
    private const string KeyHeader = "Idempotency-Key";

    // A longer answer is not kept but made anew from what is known of the thing: records must not double with every request.
    private const int KeptAnswerMax = 64 * 1024;

    /// <summary>Answers from the newest state; 404 if the view is null.</summary>
    /// <param name="http">The request.</param>
    /// <param name="view">What to answer.</param>
    /// <param name="version">Version for the ETag; null for none.</param>
    public async Task<IResult> ReadAsync<T>(HttpContext http, Func<ClinicState, T?> view, Func<ClinicState, long?>? version = null)
        where T : class
    {
        ClinicState state = await desk.ReadAsync(http.RequestAborted);
        if (view(state) is not { } answer)
        {
            return ProblemAnswer.Of(ClinicProblems.Unknown.With("The address names nothing that the clinic knows."));
        }

        if (version?.Invoke(state) is { } number)
        {
            http.Response.Headers.ETag = Versions.Tag(number);
            if (Versions.IsKnown(http, number))
            {
                return Results.StatusCode(StatusCodes.Status304NotModified);
            }
        }

        return Results.Json(answer, ClinicJson.Options);
    }

    /// <summary>Answers with a part of a list, as <c>limit</c> and <c>after</c> of the request say (<see cref="Page{T}"/>).</summary>
    /// <param name="http">The request.</param>
    /// <param name="all">All items, in ordinal order of their keys; null if the address names nothing.</param>
    /// <param name="key">The key of an item; no two have the same.</param>
    public async Task<IResult> ListAsync<T>(HttpContext http, Func<ClinicState, IEnumerable<T>?> all, Func<T, string> key)
    {
        int? limit = null;
        if (http.Request.Query["limit"] is [{ } asked])
        {
            // What is no number is out of range.
            limit = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        }

        return await new Paging(http.Request.Query["after"] is [{ } after] ? after : null, limit).AnswerAsync(http, this, all, key);
    }

    /// <summary>Lets a rule decide, and answers with the view of what it made or changed.</summary>
    /// <param name="http">The request. A header Signing-Password makes the actor fresh.</param>
    /// <param name="body">What was asked, for the idempotency key. Without secrets: a hash of it is kept.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="view">What to answer, from the state afterwards and the decision's id.</param>
    /// <param name="created">Path of what was made, for 201 and Location; null for 200.</param>
    /// <param name="version">Version of what is to be changed: If-Match must name it; null in place of the function if it does not matter.</param>
    /// <param name="once">Adds to the first answer what is told once and kept nowhere, such as a secret; null for nothing.</param>
    public async Task<IResult> ChangeAsync<TBody, TView>(
        HttpContext http,
        TBody body,
        Func<ClinicState, Actor, Decision> rule,
        Func<ClinicState, string, TView> view,
        Func<string, string>? created = null,
        Func<ClinicState, long?>? version = null,
        Func<TView, TView>? once = null)
    {
        Actor who = SignedIn.Of(http, options.Station, clock.GetUtcNow());
        string? key = http.Request.Headers[KeyHeader];
        if (key is not null && !IsKey(key))
        {
            return ProblemAnswer.Of(ClinicProblems.Invalid.With($"{KeyHeader} takes 1 to 64 letters, digits, hyphens or underscores."));
        }

        (bool fresh, Problem? unproved) = await passwords.ProveAsync(http, who.PersonId);
        if (unproved is not null)
        {
            return ProblemAnswer.Of(unproved);
        }

        string request = RequestHash(http, body);
        int status = created is null ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        RequestAnswered? earlier = null;

        // The template of the path, never the path: an id in it could be a patient's.
        using Activity? trace = ClinicMeter.Traces.StartActivity("clinic.change");
        trace?.SetTag("http.route", (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        (Decision decision, ClinicState state) = await desk.DecideAsync(
            who with { Fresh = fresh },
            (now, actor) =>
            {
                earlier = key is null ? null : now.Requests.Find(who.PersonId, key, actor.Now);
                return earlier is not null && earlier.RequestSha256 != request ? ApiProblems.KeyReused.With($"This {KeyHeader} came with another request before.")
                    : earlier is not null ? Decision.Accept(earlier.Id)
                    : version is not null && Versions.Moved(http, version(now)) is { } moved ? moved
                    : rule(now, actor);
            },
            (made, after) => key is null || earlier is not null ? null : new RequestAnswered(
                who.PersonId, key, request, status, created?.Invoke(made.Id), made.Id, once is null ? Kept(view(after, made.Id)) : null),
            http.RequestAborted);
        if (decision.Problem is { } problem)
        {
            trace?.SetTag("mesopen.problem", problem.Type.Id);
            return ProblemAnswer.Of(problem);
        }

        http.Response.Headers.Location = earlier is not null ? earlier.Location : created?.Invoke(decision.Id);
        if (version?.Invoke(state) is { } number)
        {
            http.Response.Headers.ETag = Versions.Tag(number);
        }

        if (earlier?.Body is { } kept)
        {
            return Results.Content(kept, "application/json", Encoding.UTF8, earlier.Status);
        }

        TView answer = view(state, decision.Id);
        return Results.Json(once is null || earlier is not null ? answer : once(answer), ClinicJson.Options, statusCode: status);
    }

    private static bool IsKey(string key) => key.Length is >= 1 and <= 64 && key.All(each => char.IsAsciiLetterOrDigit(each) || each is '-' or '_');

    private static string? Kept<T>(T answer)
    {
        string json = JsonSerializer.Serialize(answer, ClinicJson.Options);
        return json.Length <= KeptAnswerMax ? json : null;
    }

    private static string RequestHash<T>(HttpContext http, T body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{http.Request.Method} {http.Request.Path}{http.Request.QueryString} {JsonSerializer.Serialize(body, ClinicJson.Options)}")));
}
