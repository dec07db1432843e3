using System.Globalization;
using MesoPen.Host.Input;
using MesoPen.Host.Records;
using MesoPen.Tests.Protocol;

namespace MesoPen.Tests.Host.Records;

public sealed class StationDeliveryTests(PrivatePostgres postgres) : IDisposable
{
    // Quick, so that a test waits little; the order of things is the same.
    private static readonly DeliveryPace Quick = new(
        TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100), 7);

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rows_of_treatments_arrive_in_order_with_their_station_in_the_hash()
    {
        // Aim: what the station wrote before and while it delivers arrives, more than a batch of it, without its clinic rows; station and place
        // in its journal are columns that the hash covers.
        string database = await postgres.DatabaseAsync();
        using SqliteSiteJournal local = SqliteSiteJournal.Open(_folder.Path);
        local.Append([.. Entries.Many(1, 20), Entries.One(21, "patient/1"), .. Entries.Many(22, 3)]);
        await using PostgresSiteJournal shared = PostgresSiteJournal.At(database);
        await shared.AppendAsync([Entries.One(1, "site/1")], null, Cancel);
        await using StationDelivery delivery = StationDelivery.Start("room-1", local, shared, TimeProvider.System, Quick);
        await UntilAsync(delivery, state => state is { Reachable: true, Pending: 0 });
        local.Append(Entries.Many(25, 30));
        await UntilAsync(shared, 54);

        IReadOnlyList<JournalRow> rows = await shared.ReadAsync(0, 1000, Cancel);
        SiteJournalContract.AssertChained(rows);
        Assert.Equal((await local.ReadTreatmentsAsync(0, 1000, Cancel)).Select(row => (row.Entry, "room-1", row.Sequence)),
            rows.Skip(1).Select(row => (row.Entry, row.Station!, row.StationSequence!.Value)));
        Assert.Null(rows[0].Station);
        Assert.NotEqual(rows[5].Hash, RecordChain.Hash(rows[5] with { Station = "room-2" }));
        Assert.NotEqual(rows[5].Hash, RecordChain.Hash(rows[5] with { StationSequence = 6 }));
        Assert.NotEqual(rows[5].Hash, RecordChain.Hash(rows[5] with { Station = null, StationSequence = null }));
    }

    [Fact]
    public async Task Rows_that_came_with_a_backup_of_this_journal_are_not_delivered_again()
    {
        // Aim: a clinic moves from one station to a shared database by its backup: what was there with it stands once, what comes later arrives, also
        // after another start and after the database was put back to the backup.
        string database = await postgres.DatabaseAsync();
        using SqliteSiteJournal local = SqliteSiteJournal.Open(_folder.Path);
        IReadOnlyList<RecordEntry> moved = [.. Entries.Many(1, 20), Entries.One(21, "patient/1"), .. Entries.Many(22, 3)];
        local.Append(moved);
        await using PostgresSiteJournal shared = PostgresSiteJournal.At(database);
        await shared.AppendAsync(moved, null, Cancel);
        Assert.Equal(await local.HeadAsync(Cancel), await shared.HeadAsync(Cancel));
        for (int start = 0; start < 2; start++)
        {
            await using StationDelivery delivery = StationDelivery.Start("room-1", local, shared, TimeProvider.System, Quick);
            await UntilAsync(delivery, state => state is { Reachable: true, Pending: 0 });
            local.Append(Entries.Many(25 + (start * 10), 10));
            await UntilAsync(shared, 34 + (start * 10));
        }

        Assert.Equal((await local.ReadAsync(0, 1000, Cancel)).Select(row => row.Entry), (await shared.ReadAsync(0, 1000, Cancel)).Select(row => row.Entry));
    }

    [Fact]
    public async Task Database_killed_and_restarted_amid_deliveries_of_five_stations_loses_nothing_and_doubles_nothing()
    {
        // Aim: the database dies as by loss of power, four times, while five stations treat and deliver. The treatments never wait for it. In the
        // end each row of each station stands in the database once, in its order, and the chain is whole.
        const int Stations = 5;
        const int Shots = 150;
        await using PrivatePostgres own = new();
        string database = await own.DatabaseAsync();
        Station[] stations = [.. Enumerable.Range(1, Stations).Select(number => new Station(database, string.Create(CultureInfo.InvariantCulture, $"room-{number}")))];
        Task[] treatments = [.. stations.Select(station => Task.Run(() => station.TreatAsync(Shots)))];
        Random random = TestSeed.Random();
        for (int kill = 0; kill < 4; kill++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(150, 500)), TimeProvider.System, Cancel);
            await own.KillAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 400)), TimeProvider.System, Cancel);
            await own.StartAsync();
        }

        await Task.WhenAll(treatments);
        await using PostgresSiteJournal shared = PostgresSiteJournal.At(database);
        await UntilAsync(shared, Stations * Shots * 2);
        IReadOnlyList<JournalRow> rows = await shared.ReadAsync(0, int.MaxValue, Cancel);
        SiteJournalContract.AssertChained(rows);
        foreach (Station station in stations)
        {
            Assert.Equal(
                (await station.Local.ReadAsync(0, int.MaxValue, Cancel)).Select(row => (row.Sequence, row.Entry)),
                rows.Where(row => row.Station == station.Name).Select(row => (row.StationSequence!.Value, row.Entry)));
            await station.DisposeAsync();
        }

        Assert.Equal(Stations * Shots * 2, rows.Count);
    }

    [Fact]
    public async Task Loss_of_the_database_is_known_and_its_return_too()
    {
        // Aim: what a gate and a health page ask: is it there, since when not, how much waits. Without an append, too.
        await using PrivatePostgres own = new();
        string database = await own.DatabaseAsync();
        using SqliteSiteJournal local = SqliteSiteJournal.Open(_folder.Path);
        await using PostgresSiteJournal shared = PostgresSiteJournal.At(database);
        await using StationDelivery delivery = StationDelivery.Start("room-1", local, shared, TimeProvider.System, Quick);
        DeliveryState there = await UntilAsync(delivery, state => state.Reachable);
        Assert.Equal(0, there.Pending);
        Assert.Null(there.Trouble);

        await own.KillAsync();
        DeliveryState lost = await UntilAsync(delivery, state => !state.Reachable);
        Assert.NotNull(lost.LastContact);
        Assert.Contains("cannot be reached", lost.Trouble, StringComparison.Ordinal);
        local.Append(Entries.Many(1, 9));
        await UntilAsync(delivery, state => state is { Reachable: false, Pending: 9 });

        await own.StartAsync();
        await UntilAsync(delivery, state => state is { Reachable: true, Pending: 0 });
        Assert.Equal(9, (await shared.HeadAsync(Cancel)).Sequence);
    }

    [Fact]
    public async Task Second_station_of_the_same_name_delivers_nothing_and_says_why()
    {
        // Aim: two stations by mistake of one name would each take the other's rows for their own and leave out theirs.
        string database = await postgres.DatabaseAsync();
        await using PostgresSiteJournal shared = PostgresSiteJournal.At(database);
        using TempFolder other = new();
        using SqliteSiteJournal first = SqliteSiteJournal.Open(_folder.Path);
        using SqliteSiteJournal second = SqliteSiteJournal.Open(other.Path);
        first.Append(Entries.Many(1, 3));
        second.Append(Entries.Many(11, 5));
        await using (StationDelivery delivery = StationDelivery.Start("room-1", first, shared, TimeProvider.System, Quick))
        {
            await UntilAsync(delivery, state => state is { Reachable: true, Pending: 0 });
        }

        await using StationDelivery wrong = StationDelivery.Start("room-1", second, shared, TimeProvider.System, Quick);
        DeliveryState state = await UntilAsync(wrong, state => state.Trouble is not null);
        Assert.Contains("give each station a name of its own", state.Trouble, StringComparison.Ordinal);
        Assert.Equal(3, (await shared.HeadAsync(Cancel)).Sequence);
    }

    [Fact]
    public async Task Database_put_back_to_an_earlier_day_gets_what_it_lost()
    {
        // Aim: a database restored from yesterday's copy under a running station: the station sees that rows are missing and delivers from there.
        string today = await postgres.DatabaseAsync();
        using SqliteSiteJournal local = SqliteSiteJournal.Open(_folder.Path);
        local.Append(Entries.Many(1, 10));
        IReadOnlyList<JournalRow> rows = await local.ReadTreatmentsAsync(0, 10, Cancel);
        await using PostgresSiteJournal shared = PostgresSiteJournal.At(today);
        Task<JournalRow?> Known(long sequence) => Task.FromResult<JournalRow?>(rows[(int)sequence - 1]);

        Assert.Equal(4, await shared.DeliverAsync("room-1", 0, [.. rows.Take(4)], Known, Cancel));
        Assert.Equal(4, await shared.DeliverAsync("room-1", 6, [.. rows.Skip(6)], Known, Cancel));
        Assert.Equal(10, await shared.DeliverAsync("room-1", 2, [.. rows.Skip(2)], Known, Cancel));
        Assert.Equal(10, await shared.DeliverAsync("room-1", 0, rows, Known, Cancel));
        Assert.Equal(rows.Select(row => row.Entry), (await shared.ReadAsync(0, 100, Cancel)).Select(row => row.Entry));
    }

    [Theory]
    [InlineData("")]
    [InlineData("room 1")]
    [InlineData("room/1")]
    public void Name_that_is_none_is_refused(string name)
    {
        // Aim: a station without a fit name does not begin to deliver under it.
        using SqliteSiteJournal local = SqliteSiteJournal.Open(_folder.Path);
        Assert.Throws<InputException>(() => StationDelivery.Start(name, local, PostgresSiteJournal.At("Host=localhost;Database=d"), TimeProvider.System));
    }

    private static async Task<DeliveryState> UntilAsync(StationDelivery delivery, Func<DeliveryState, bool> met)
    {
        TaskCompletionSource<DeliveryState> found = new(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(DeliveryState state)
        {
            if (met(state))
            {
                found.TrySetResult(state);
            }
        }

        delivery.Changed += Look;
        Look(delivery.State);
        try
        {
            return await found.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancel);
        }
        finally
        {
            delivery.Changed -= Look;
        }
    }

    private static async Task UntilAsync(PostgresSiteJournal shared, long rows)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while ((await shared.HeadAsync(limit.Token)).Sequence < rows)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }

    /// <summary>A station in a treatment: two rows a shot, to its own disk, as fast as it can.</summary>
    private sealed class Station : IAsyncDisposable
    {
        private readonly TempFolder _folder = new();
        private readonly PostgresSiteJournal _shared;
        private readonly StationDelivery _delivery;

        public Station(string database, string name)
        {
            Name = name;
            Local = SqliteSiteJournal.Open(_folder.Path);
            _shared = PostgresSiteJournal.At(database);
            _delivery = StationDelivery.Start(name, Local, _shared, TimeProvider.System, Quick);
        }

        public string Name { get; }

        public SqliteSiteJournal Local { get; }

        public async Task TreatAsync(int shots)
        {
            for (int shot = 0; shot < shots; shot++)
            {
                Local.Append(Entries.Many(2 * shot, 2, $"{Name}-session"));
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancel);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _delivery.DisposeAsync();
            await _shared.DisposeAsync();
            Local.Dispose();
            _folder.Dispose();
        }
    }
}
