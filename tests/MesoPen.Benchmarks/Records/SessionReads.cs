using System.Diagnostics;
using System.Globalization;
using MesoPen.Host.Records;
using MesoPen.Tests.Host.Records;

namespace MesoPen.Benchmarks;

/// <summary>The question of a session's record page, all rows of the session, asked of journals that hold very many shots.</summary>
internal static class SessionReads
{
    // A transaction of this many rows: how the journals are filled, not what is measured.
    private const int Together = 4000;

    /// <summary>Durations of the question in each database, Stopwatch ticks.</summary>
    internal sealed record Result(List<long> Sqlite, List<long> Postgres, int Sessions, long Rows);

    public static async Task<Result> MeasureAsync(string folder, int shots, int questions)
    {
        // From 100 to 300 shots a session, as treatments have.
        List<(string Session, int Shots)> sessions = [];
        for (int rest = shots; rest > 0; rest -= sessions[^1].Shots)
        {
            int number = sessions.Count;
            sessions.Add((string.Create(CultureInfo.InvariantCulture, $"session-{number:D6}"), Math.Min(rest, 100 + (number * 7919 % 201))));
        }

        using SqliteSiteJournal sqlite = SqliteSiteJournal.Open(Path.Combine(folder, "million"));
        await using PrivatePostgres server = new();
        await using PostgresSiteJournal postgres = PostgresSiteJournal.At(await server.DatabaseAsync());
        long rows = 0;
        JournalRow? last = null;
        foreach (RecordEntry[] batch in sessions.SelectMany(session => Enumerable.Range(1, session.Shots).SelectMany(shot => ShotRows.Of(session.Session, shot)[..1])).Chunk(Together))
        {
            sqlite.Append(batch);
            JournalRow[] own = [.. batch.Select((entry, index) => new JournalRow(rows + index + 1, entry.Stream, entry.AtUnixMs, entry.Kind, entry.Body, "", ""))];

            // The row that the database asks for, to know its station again, is the last one that was delivered.
            JournalRow? known = last;
            await postgres.DeliverAsync("room-1", rows, own, _ => Task.FromResult(known), CancellationToken.None);
            rows += batch.Length;
            last = own[^1];
        }

        return new Result(
            await AskAsync(sqlite, sessions, questions), await AskAsync(postgres, sessions, questions), sessions.Count, rows);
    }

    private static async Task<List<long>> AskAsync(ISiteJournal journal, List<(string Session, int Shots)> sessions, int questions)
    {
        List<long> times = [];
        for (int question = 0; question < questions; question++)
        {
            (string session, int shots) = sessions[(int)(question * 2_654_435_761L % sessions.Count)];
            long begun = Stopwatch.GetTimestamp();
            IReadOnlyList<JournalRow> rows = await journal.ReadStreamAsync(session, CancellationToken.None);
            times.Add(Stopwatch.GetTimestamp() - begun);
            if (rows.Count != shots)
            {
                throw new InvalidOperationException($"{session} has {rows.Count} rows and not {shots}.");
            }
        }

        return times;
    }
}
