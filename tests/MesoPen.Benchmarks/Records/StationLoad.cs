using System.Diagnostics;
using System.Globalization;
using MesoPen.Host.Records;
using MesoPen.Tests.Host.Records;

namespace MesoPen.Benchmarks;

/// <summary>Many stations that shoot at once, each to its own journal on the disk, and deliver to one PostgreSQL.</summary>
internal static class StationLoad
{
    /// <summary>Shots of each station a second: the fastest gun's.</summary>
    public const int ShotsPerSecond = 10;

    /// <summary>Rows that a shot makes: what it was, and the permit that it extends.</summary>
    public const int RowsPerShot = 2;

    /// <summary>What came of it.</summary>
    /// <param name="Shots">Shots fired.</param>
    /// <param name="Stored">Rows of stations in the database, each once and in its order.</param>
    /// <param name="Append">Appends to a station's own journal, Stopwatch ticks.</param>
    /// <param name="Delivery">From there until the row stands in the database, Stopwatch ticks.</param>
    /// <param name="StationsCpu">Processor time of all stations, one process, s.</param>
    /// <param name="DatabaseCpu">Processor time of PostgreSQL, s.</param>
    /// <param name="Seconds">How long shots were fired.</param>
    /// <param name="Whole">Whether the chain is right and every row of every station stands once, in order.</param>
    internal sealed record Result(
        int Shots, int Stored, List<long> Append, List<long> Delivery, double StationsCpu, double DatabaseCpu, double Seconds, bool Whole);

    public static async Task<Result> MeasureAsync(string folder, int stations, int seconds)
    {
        await using PrivatePostgres postgres = new();
        string database = await postgres.DatabaseAsync();
        Station[] all = [.. Enumerable.Range(1, stations).Select(number => new Station(folder, database, number))];
        await using (PostgresSiteJournal first = PostgresSiteJournal.At(database))
        {
            await first.PrepareAsync(CancellationToken.None);
        }

        (double own, double server) = Cpu();
        long begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(all.Select(station => Task.Run(() => station.TreatAsync(seconds * ShotsPerSecond))));
        double took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await Task.WhenAll(all.Select(station => station.Arrived));
        (double ownAfter, double serverAfter) = Cpu();

        await using PostgresSiteJournal shared = PostgresSiteJournal.At(database);
        IReadOnlyList<JournalRow> rows = await shared.ReadAsync(0, int.MaxValue, CancellationToken.None);
        bool whole = (await shared.VerifyAsync(null, CancellationToken.None)).Broken is null;
        foreach (Station station in all)
        {
            IReadOnlyList<JournalRow> local = await station.Local.ReadAsync(0, int.MaxValue, CancellationToken.None);
            whole &= rows.Where(row => row.Station == station.Name).Select(row => (row.StationSequence!.Value, row.Entry)).SequenceEqual(
                local.Select(row => (row.Sequence, row.Entry)));
            await station.DisposeAsync();
        }

        return new Result(
            stations * seconds * ShotsPerSecond, rows.Count, [.. all.SelectMany(station => station.Append)], [.. all.SelectMany(station => station.Delivery)],
            ownAfter - own, serverAfter - server, took, whole);
    }

    /// <summary>Processor time so far of this process and of every postgres of the machine, s.</summary>
    private static (double Own, double Server) Cpu()
    {
        // Not by Process: a backend writes what it does over its command line, and is not found by its name there.
        const int HertzOfTheKernel = 100;
        long ticks = 0;
        foreach (string file in Directory.GetDirectories("/proc").Where(folder => char.IsAsciiDigit(folder[^1])).Select(folder => folder + "/stat"))
        {
            try
            {
                string stat = File.ReadAllText(file);
                string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                ticks += stat.Contains("(postgres)", StringComparison.Ordinal)
                    ? long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)
                    : 0;
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }

        double server = (double)ticks / HertzOfTheKernel;
        return (Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds, server);
    }

    private sealed class Station : IAsyncDisposable
    {
        private readonly PostgresSiteJournal _shared;
        private readonly StationDelivery _delivery;
        private readonly object _gate = new();
        private readonly Queue<(long Sequence, long At)> _waiting = new();
        private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly int _number;
        private bool _done;

        public Station(string folder, string database, int number)
        {
            _number = number;
            Name = string.Create(CultureInfo.InvariantCulture, $"room-{number}");
            Local = SqliteSiteJournal.Open(Path.Combine(folder, Name));
            _shared = PostgresSiteJournal.At(database + ";Maximum Pool Size=2");
            _delivery = StationDelivery.Start(Name, Local, _shared, TimeProvider.System);
            _delivery.Changed += Arrive;
        }

        public string Name { get; }

        public SqliteSiteJournal Local { get; }

        public List<long> Append { get; } = [];

        public List<long> Delivery { get; } = [];

        /// <summary>Every row stands in the database.</summary>
        public Task Arrived => _arrived.Task;

        public async Task TreatAsync(int shots)
        {
            // The stations do not fire in step.
            await Task.Delay(TimeSpan.FromMilliseconds(_number * 37 % 100));
            using PeriodicTimer trigger = new(TimeSpan.FromSeconds(1.0 / ShotsPerSecond));
            for (int shot = 1; shot <= shots; shot++)
            {
                await trigger.WaitForNextTickAsync();
                RecordEntry[] rows = ShotRows.Of($"{Name}-session", shot);
                long begun = Stopwatch.GetTimestamp();
                Local.Append(rows);
                long end = Stopwatch.GetTimestamp();
                Append.Add(end - begun);
                lock (_gate)
                {
                    _waiting.Enqueue((shot * RowsPerShot, end));
                    _done = shot == shots;
                }
            }

            Arrive(_delivery.State);
        }

        public async ValueTask DisposeAsync()
        {
            await _delivery.DisposeAsync();
            await _shared.DisposeAsync();
            Local.Dispose();
        }

        private void Arrive(DeliveryState state)
        {
            long now = Stopwatch.GetTimestamp();
            lock (_gate)
            {
                while (_waiting.TryPeek(out (long Sequence, long At) oldest) && oldest.Sequence <= state.Delivered)
                {
                    Delivery.Add(now - oldest.At);
                    _waiting.Dequeue();
                }

                if (_done && _waiting.Count == 0)
                {
                    _arrived.TrySetResult();
                }
            }
        }
    }
}
