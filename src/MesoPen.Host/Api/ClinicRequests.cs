using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Requests;
using Microsoft.AspNetCore.Http;

namespace MesoPen.Host.Api;

/// <summary>
/// How endpoints read and change the clinic. A change may carry an <c>Idempotency-Key</c>: the answer is written in the same transaction as the
/// change, so that the same request gets the same answer and acts once.
/// </summary>
internal sealed class ClinicRequests(ClinicDesk desk, ApiOptions options, TimeProvider clock)
{
    private const string KeyHeader = "Idempotency-Key";

    /// <summary>Answers from the newest state; 404 if the view is null.</summary>
    /// <param name="http">The request.</param>
    /// <param name="view">What to answer.</param>
    /// <param name="version">Version for the ETag; null for none.</param>
    public async Task<IResult> ReadAsync<T>(HttpContext http, Func<ClinicState, T?> view, Func<ClinicState, long>? version = null)
        where T : class
    {
        ClinicState state = await desk.ReadAsync(http.RequestAborted);
        if (view(state) is not { } answer)
        {
            return ProblemAnswer.Of(ClinicProblems.Unknown.With("The address names nothing that the clinic knows."));
        }

        if (version is not null)
        {
            http.Response.Headers.ETag = Tag(version(state));
        }

        return Results.Json(answer, ClinicJson.Options);
    }

    /// <summary>Lets a rule decide, and answers with the view of what it made or changed.</summary>
    /// <param name="http">The request.</param>
    /// <param name="body">What was asked, for the idempotency key.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="view">What to answer, from the state afterwards and the decision's id.</param>
    /// <param name="created">Path of what was made, for 201 and Location; null for 200.</param>
    /// <param name="version">Version of what is to be changed, for If-Match; null if it does not matter.</param>
    public async Task<IResult> ChangeAsync<TBody, TView>(
        HttpContext http,
        TBody body,
        Func<ClinicState, Actor, Decision> rule,
        Func<ClinicState, string, TView> view,
        Func<string, string>? created = null,
        Func<ClinicState, long>? version = null)
    {
        Actor who = SignedIn.Of(http, options.Station, clock.GetUtcNow());
        string? key = http.Request.Headers[KeyHeader];
        if (key is not null && !Words.IsId(key.Replace('_', '-')))
        {
            return ProblemAnswer.Of(ClinicProblems.Invalid.With($"{KeyHeader} takes {Words.IdRule} or underscores."));
        }

        string request = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{http.Request.Method} {http.Request.Path} {JsonSerializer.Serialize(body, ClinicJson.Options)}")));
        RequestAnswered? earlier = null;
        (Decision decision, ClinicState state) = await desk.DecideAsync(
            who,
            (now, actor) =>
            {
                earlier = key is null ? null : now.Requests.Find(who.PersonId, key);
                return earlier is not null && earlier.RequestSha256 != request ? ApiProblems.KeyReused.With($"This {KeyHeader} came with another request before.")
                    : earlier is not null ? Decision.Accept("")
                    : version is not null && Moved(http, version(now)) is { } moved ? moved
                    : rule(now, actor);
            },
            (made, after) => key is null || earlier is not null ? null : new RequestAnswered(
                who.PersonId, key, request, created is null ? StatusCodes.Status200OK : StatusCodes.Status201Created, created?.Invoke(made.Id),
                JsonSerializer.Serialize(view(after, made.Id), ClinicJson.Options)),
            http.RequestAborted);
        if (decision.Problem is { } problem)
        {
            return ProblemAnswer.Of(problem);
        }

        if (earlier is not null)
        {
            http.Response.Headers.Location = earlier.Location;
            return Results.Content(earlier.Body, "application/json", Encoding.UTF8, earlier.Status);
        }

        if (version is not null)
        {
            http.Response.Headers.ETag = Tag(version(state));
        }

        http.Response.Headers.Location = created?.Invoke(decision.Id);
        return Results.Json(view(state, decision.Id), ClinicJson.Options, statusCode: created is null ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static Problem? Moved(HttpContext http, long version) =>
        http.Request.Headers.IfMatch is [{ } asked] && asked != Tag(version) && asked != "*"
            ? ClinicProblems.Changed.With("If-Match does not name the newest version: read it anew.")
            : null;

    private static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
