using System.Globalization;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Records;
using MesoPen.Host.Station;
using MesoPen.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api.Events;

/// <summary>What happened, newest first, and what every alarm means.</summary>
internal static class EventEndpoints
{
    private const int LimitUnlessSaid = 50;
    private const int LimitMost = 500;
    private const int RowsPerRead = 500;

    // A filter that finds little reads this far back in one request; the next one goes on from there.
    private const int RowsMost = 20_000;

    // What a spreadsheet still opens.
    private const int FileMost = 100_000;

    // Machines need them, and people only when they ask for them.
    private static readonly string[] Quiet =
        ["permit", "baseline", "window-closed", "foreign-shot", "request-answered", "password-rehashed", "shot"];

    // Answers to requests hold what was asked, whoever asked it.
    private static readonly string[] Never = ["request-answered"];

    private static readonly string[] AlarmKinds = ["latched", "released"];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/alarms", () => Results.Json(AlarmCatalogue.All, ClinicJson.Options)).For(RoleWords.All)
            .Says<IReadOnlyList<AlarmView>>("Lists every stop and fault with its priority and remedy. All of them latch until a person releases them.");
        api.MapGet("/events", ListAsync).For(RoleWords.All).InParts()
            .Says<Page<EventView>>(
                "Lists what stands in the journal, newest first; kind is a row's kind, or treatment, clinic or alarm; session is a session's id. A part may "
                + "hold less than limit, also nothing: go on while next is there.");
        api.MapGet("/events.csv", CsvAsync).For(RoleWords.All)
            .WithSummary("Gives what stands in the journal as CSV, newest first, by the same filters; from and until are instants, until not included.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").Gives(ClinicProblems.Invalid);
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, ISiteJournal site, TreatmentStation station, ApiOptions options, TimeProvider clock, string? kind, string? session)
    {
        if (!TryNumber(http.Request.Query["limit"], LimitUnlessSaid, 1, LimitMost, out long limit)
            || !TryNumber(http.Request.Query["after"], long.MaxValue, 1, long.MaxValue, out long before))
        {
            return ProblemAnswer.Of(ClinicProblems.Invalid.With($"limit takes 1 to {LimitMost}, and after the value of next from the part before."));
        }

        bool readsPatients = ReadsPatients(SignedIn.Of(http, options.Station, clock.GetUtcNow()));
        Page<JournalRow> rows = session is null
            ? await BackwardsAsync(site, row => Wanted(row, kind, quiet: true), before, (int)limit, http.RequestAborted)
            : Part(await OfSessionAsync(site, station, session, http.RequestAborted), row => Wanted(row, kind, quiet: false), before, (int)limit);
        return Results.Json(new Page<EventView>([.. rows.Items.Select(row => View(row, readsPatients))], rows.Next), ClinicJson.Options);
    }

    // A list may end early and say so; a file may not: what is too much for one is refused.
    private static async Task<IResult> CsvAsync(
        HttpContext http, ISiteJournal site, TreatmentStation station, ExchangeDesk exchange, ApiOptions options, TimeProvider clock,
        string? kind, string? session, string? from, string? until)
    {
        if (!TryInstant(from, DateTimeOffset.MinValue, out DateTimeOffset first) || !TryInstant(until, DateTimeOffset.MaxValue, out DateTimeOffset end))
        {
            return ProblemAnswer.Of(ClinicProblems.Invalid.With("from and until take an instant with its offset, such as 2026-11-28T00:00:00Z."));
        }

        bool Asked(JournalRow row) =>
            Wanted(row, kind, quiet: session is null) && row.AtUnixMs >= first.ToUnixTimeMilliseconds() && row.AtUnixMs < end.ToUnixTimeMilliseconds();

        IReadOnlyList<JournalRow> rows = session is null
            ? await EveryAsync(site, Asked, http.RequestAborted)
            : Part(await OfSessionAsync(site, station, session, http.RequestAborted), Asked, long.MaxValue, FileMost + 1).Items;
        if (rows.Count > FileMost)
        {
            return ProblemAnswer.Of(ClinicProblems.Invalid.With(
                string.Create(CultureInfo.InvariantCulture, $"More than {FileMost} events: ask for fewer days, one session or one kind.")));
        }

        bool readsPatients = ReadsPatients(SignedIn.Of(http, options.Station, clock.GetUtcNow()));
        return await exchange.EventsAsync(http, EventCsv.Of(rows.Select(row => View(row, readsPatients))));
    }

    private static async Task<IReadOnlyList<JournalRow>> EveryAsync(ISiteJournal site, Func<JournalRow, bool> wanted, CancellationToken cancel)
    {
        List<JournalRow> found = [];
        for (long before = long.MaxValue; found.Count <= FileMost;)
        {
            Page<JournalRow> part = await BackwardsAsync(site, wanted, before, FileMost + 1 - found.Count, cancel);
            found.AddRange(part.Items);
            if (part.Next is not { } next)
            {
                break;
            }

            before = long.Parse(next, CultureInfo.InvariantCulture);
        }

        return found;
    }

    private static bool ReadsPatients(Actor who) => (who.Roles & (Role.Clinician | Role.Auditor)) != Role.None;

    private static bool TryInstant(string? text, DateTimeOffset unlessSaid, out DateTimeOffset at)
    {
        at = unlessSaid;
        return string.IsNullOrEmpty(text) || DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.fffK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at);
    }

    private static bool TryNumber(string? text, long unlessSaid, long least, long most, out long number)
    {
        number = unlessSaid;
        return string.IsNullOrEmpty(text) || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most);
    }

    private static bool Wanted(JournalRow row, string? kind, bool quiet)
    {
        bool clinic = row.Stream.Contains('/', StringComparison.Ordinal);
        return !Never.Contains(row.Kind) && kind switch
        {
            null or "" => !quiet || !Quiet.Contains(row.Kind),
            "treatment" => !clinic,
            "clinic" => clinic && !Quiet.Contains(row.Kind),
            "alarm" => AlarmKinds.Contains(row.Kind),
            _ => row.Kind == kind,
        };
    }

    // The journal counts without gaps: blocks from its end towards its beginning.
    private static async Task<Page<JournalRow>> BackwardsAsync(ISiteJournal site, Func<JournalRow, bool> wanted, long before, int limit, CancellationToken cancel)
    {
        long next = Math.Min(before, (await site.HeadAsync(cancel)).Sequence + 1);
        List<JournalRow> found = [];
        for (int read = 0; next > 1 && read < RowsMost; read += RowsPerRead)
        {
            int most = (int)Math.Min(RowsPerRead, next - 1);
            foreach (JournalRow row in (await site.ReadAsync(next - 1 - most, most, cancel)).Reverse())
            {
                next = row.Sequence;
                if (wanted(row))
                {
                    found.Add(row);
                }

                if (found.Count == limit)
                {
                    return new Page<JournalRow>(found, next > 1 ? Text(next) : null);
                }
            }
        }

        return new Page<JournalRow>(found, next > 1 ? Text(next) : null);
    }

    // Numbered from the oldest on: what comes meanwhile moves nothing that was read.
    private static Page<JournalRow> Part(IReadOnlyList<JournalRow> all, Func<JournalRow, bool> wanted, long before, int limit)
    {
        (JournalRow Row, long Number)[] found =
            [.. all.Select((row, i) => (row with { Sequence = i + 1 }, (long)i + 1)).Where(each => each.Item2 < before && wanted(each.Item1)).Reverse().Take(limit + 1)];
        return new Page<JournalRow>([.. found.Take(limit).Select(each => each.Row)], found.Length > limit ? Text(found[limit - 1].Number) : null);
    }

    private static async Task<IReadOnlyList<JournalRow>> OfSessionAsync(ISiteJournal site, TreatmentStation station, string session, CancellationToken cancel)
    {
        IReadOnlyList<JournalRow> rows = await site.ReadStreamAsync(session, cancel);

        // Rows that are still on their way from this station's journal are read there.
        StationRecords? records = station.Records;
        IReadOnlyList<JournalRow> own = records is null || ReferenceEquals(records.Journal, site) ? [] : await records.Journal.ReadStreamAsync(session, cancel);
        IReadOnlyList<JournalRow> treated = own.Count > rows.Count ? own : rows;
        IReadOnlyList<JournalRow> clinic = await site.ReadStreamAsync("treatment/" + session, cancel);
        return [.. treated.Concat(clinic).OrderBy(row => row.AtUnixMs)];
    }

    private static EventView View(JournalRow row, bool readsPatients)
    {
        JsonNode body = JsonNode.Parse(row.Body) ?? new JsonObject();
        string? by = (string?)(body["by"] ?? body["person"]) ?? EventSentences.DecidedBy(row, body);
        return new EventView(
            row.Sequence, DateTimeOffset.FromUnixTimeMilliseconds(row.AtUnixMs), row.Stream, row.Kind, by, EventSentences.Of(row, body, readsPatients),
            row.Kind == "latched" ? AlarmCatalogue.Of(FaultCatalogue.Find(body["fault"]?.GetValue<int>() ?? 0)) : null,
            EventSentences.WordsOf(row, body, readsPatients));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
