using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MesoPen.Host.Clinic;
using MesoPen.Host.Records;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Station;
using Microsoft.AspNetCore.Http;

namespace MesoPen.Host.Api;

/// <summary>
/// How endpoints ask the station for something. The same Idempotency-Key with the same request gets the same answer and does nothing again, for as
/// long as the program runs: after a start nothing is armed and nothing moves.
/// </summary>
internal sealed class StationCommands(TreatmentStation station, ApiOptions options, TimeProvider clock)
{
    private const int Kept = 1000;

    private readonly Lock _gate = new();
    private readonly Queue<string> _order = new();
    private readonly Dictionary<string, (string Request, Task<StationAnswer> Answer)> _answers = [];

    /// <summary>Does it, and answers with the station as it stands then.</summary>
    /// <param name="http">The request.</param>
    /// <param name="body">What was asked, for the idempotency key.</param>
    /// <param name="ask">Asks the station.</param>
    /// <param name="anyConsole">Whether it is done for a console that has not the control.</param>
    public async Task<IResult> DoAsync<TBody>(
        HttpContext http, TBody body, Func<TreatmentStation, StationAsker, CancellationToken, Task<StationAnswer>> ask, bool anyConsole = false)
    {
        if (ConsoleName.Of(http) is not { } console)
        {
            return ProblemAnswer.Of(ClinicProblems.Invalid.With($"{ConsoleName.Header} takes {Words.IdRule}."));
        }

        Actor who = SignedIn.Of(http, options.Station, clock.GetUtcNow());
        string? key = http.Request.Headers["Idempotency-Key"];
        if (key is not null && !Words.IsId(key.Replace('_', '-')))
        {
            return ProblemAnswer.Of(ClinicProblems.Invalid.With($"Idempotency-Key takes {Words.IdRule} or underscores."));
        }

        string request = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{http.Request.Path} {JsonSerializer.Serialize(body, ClinicJson.Options)}")));
        Task<StationAnswer> asked;
        lock (_gate)
        {
            string? full = key is null ? null : $"{who.PersonId} {key}";
            if (full is not null && _answers.TryGetValue(full, out (string Request, Task<StationAnswer> Answer) earlier))
            {
                if (earlier.Request != request)
                {
                    return ProblemAnswer.Of(ApiProblems.KeyReused.With("This Idempotency-Key came with another request before."));
                }

                asked = earlier.Answer;
            }
            else
            {
                // Whoever asked may be gone before the answer: what was begun is done all the same, and its answer waits under the key.
                asked = AnswerAsync(new StationAsker(who, console), anyConsole, ask);
                Keep(full, request, asked);
            }
        }

        StationAnswer answer = await asked;
        if (answer.Problem is not null && key is not null)
        {
            // A refusal did nothing: asked again, it may be granted.
            lock (_gate)
            {
                _answers.Remove($"{who.PersonId} {key}");
            }
        }

        return Answer(answer);
    }

    private async Task<StationAnswer> AnswerAsync(
        StationAsker asker, bool anyConsole, Func<TreatmentStation, StationAsker, CancellationToken, Task<StationAnswer>> ask)
    {
        await Task.Yield();
        try
        {
            return !anyConsole && station.RequireControl(asker) is { } elsewhere ? elsewhere : await ask(station, asker, CancellationToken.None);
        }
        catch (Exception away) when (TreatmentStation.IsAway(away))
        {
            return TreatmentProblems.RecordsAway.With(away.Message);
        }
        catch (InvalidOperationException ended)
        {
            return TreatmentProblems.NotReady.With(ended.Message);
        }
    }

    private void Keep(string? key, string request, Task<StationAnswer> asked)
    {
        if (key is null)
        {
            return;
        }

        _answers[key] = (request, asked);
        _order.Enqueue(key);
        if (_order.Count > Kept)
        {
            _answers.Remove(_order.Dequeue());
        }
    }

    private IResult Answer(StationAnswer answer) => answer.Problem is not { } problem
        ? Results.Json(station.View, ClinicJson.Options)
        : Results.Problem(
            detail: problem.Detail,
            statusCode: problem.Type.Status,
            title: problem.Type.Title,
            type: problem.Type.Uri,
            extensions: new Dictionary<string, object?>
            {
                ["remedy"] = problem.Type.Remedy,
                ["gates"] = answer.Gates.IsEmpty ? null : answer.Gates.Select(StationGate.Of),
            });
}
