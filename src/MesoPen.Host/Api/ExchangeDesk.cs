using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Outcomes;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Exchange;
using MesoPen.Host.Exchange.Csv;
using MesoPen.Host.Exchange.Deidentified;
using MesoPen.Host.Records;
using MesoPen.Host.Station;
using Microsoft.AspNetCore.Http;

namespace MesoPen.Host.Api;

/// <summary>Takes data out of the house, and writes down that it did before the first byte leaves.</summary>
internal sealed class ExchangeDesk(ClinicDesk desk, ISiteJournal journal, ApiOptions options, TimeProvider clock, StationRecords? records = null)
{
    private const int KeyBytes = 32;
    private const int PreviewRows = 5;
    private const int SubjectMost = 300;
    private const string Utf8 = "; charset=utf-8";

    /// <summary>Answers with a form of a session.</summary>
    /// <param name="http">The request.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="form">Name of the form, for the records.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="make">Makes it.</param>
    public async Task<IResult> SessionAsync(HttpContext http, string sessionId, string form, string contentType, Func<Dossier, string> make)
    {
        Actor who = SignedIn.Of(http, options.Station, clock.GetUtcNow());
        CancellationToken cancel = http.RequestAborted;
        ClinicState state = await desk.ReadAsync(cancel);
        if (TreatedSessions.Finder(state)(sessionId) is not { } session)
        {
            return ProblemAnswer.Of(ClinicProblems.Unknown.With("There is no such treatment session."));
        }

        if (!who.Roles.HasFlag(Role.Auditor) && session.ClinicianId != who.PersonId)
        {
            return ProblemAnswer.Of(ExchangeProblems.NotOwnSession.With("The session was treated by another clinician: ask an auditor."));
        }

        Dossier? dossier = DossierReader.Read(
            state,
            sessionId,
            await journal.ReadStreamAsync(DossierReader.ClinicStream(sessionId), cancel),
            await RowsAsync(sessionId, cancel),
            (await journal.ReadAsync(0, 1, cancel))[0].Hash);
        return dossier is null
            ? ProblemAnswer.Of(ClinicProblems.Unknown.With("There is no record of this session."))
            : await SendAsync(who, form, sessionId, contentType, make(dossier), cancel);
    }

    /// <summary>Answers with a list as CSV.</summary>
    public async Task<IResult> ListAsync(HttpContext http, string list)
    {
        Actor who = SignedIn.Of(http, options.Station, clock.GetUtcNow());
        ClinicState state = await desk.ReadAsync(http.RequestAborted);
        return ListCsv.Of(state, TreatedSessions.Of(state), list, who.Today) is { } made
            ? await SendAsync(who, "list-csv", list, "text/csv", made, http.RequestAborted)
            : ProblemAnswer.Of(ClinicProblems.Unknown.With($"There is no such list: there are {string.Join(", ", ListCsv.Names)}."));
    }

    /// <summary>Answers with what happened, as CSV; the row that says who took it names the filters as they were asked.</summary>
    public Task<IResult> EventsAsync(HttpContext http, string made) => SendAsync(
        SignedIn.Of(http, options.Station, clock.GetUtcNow()),
        "events-csv",
        http.Request.QueryString.Value is { Length: > 1 } asked ? asked[1..Math.Min(asked.Length, SubjectMost)] : null,
        "text/csv",
        made,
        http.RequestAborted);

    /// <summary>Answers with the first rows of what a de-identified export would hold. Ids are hashed under another key than the export's.</summary>
    public async Task<IResult> PreviewAsync(HttpContext http)
    {
        Actor who = SignedIn.Of(http, options.Station, clock.GetUtcNow());
        return Results.Json(Make(await desk.ReadAsync(http.RequestAborted), who.Today).First(PreviewRows), ClinicJson.Options);
    }

    /// <summary>Answers with a de-identified export.</summary>
    public async Task<IResult> DeidentifiedAsync(HttpContext http)
    {
        Actor who = SignedIn.Of(http, options.Station, clock.GetUtcNow());
        DeidentifiedExport export = Make(await desk.ReadAsync(http.RequestAborted), who.Today);
        string made = JsonSerializer.Serialize(export, ClinicJson.Options);
        return await SendAsync(who, "deidentified", null, "application/json", made, http.RequestAborted);
    }

    /// <summary>Rows of a treatment: those that are still on their way from this station's journal are read there.</summary>
    private async Task<IReadOnlyList<JournalRow>> RowsAsync(string sessionId, CancellationToken cancel)
    {
        IReadOnlyList<JournalRow> rows = await journal.ReadStreamAsync(sessionId, cancel);
        IReadOnlyList<JournalRow> own = records is null || ReferenceEquals(records.Journal, journal)
            ? []
            : await records.Journal.ReadStreamAsync(sessionId, cancel);
        return own.Count > rows.Count ? own : rows;
    }

    private static DeidentifiedExport Make(ClinicState state, DateOnly today) =>
        DeidentifiedExport.Of(state, TreatedSessions.Of(state), RandomNumberGenerator.GetBytes(KeyBytes), today);

    private async Task<IResult> SendAsync(Actor who, string form, string? subject, string contentType, string made, CancellationToken cancel)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(made);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        (Decision decision, _) = await desk.DecideAsync(
            who,
            (state, actor) =>
            {
                string id = string.Create(CultureInfo.InvariantCulture, $"X-{state.LastSequence + 1:D8}");
                return Decision.Accept(id, new DataExported(actor.PersonId, id, form, subject, sha256));
            },
            cancel: cancel);
        return decision.Problem is { } problem ? ProblemAnswer.Of(problem) : Results.Bytes(bytes, contentType + Utf8);
    }
}
