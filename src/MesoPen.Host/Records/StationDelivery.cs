using System.Threading.Channels;
using MesoPen.Host.Input;

namespace MesoPen.Host.Records;

/// <summary>
/// Brings the rows of treatments from a station's own journal to the shared database: in order, each exactly once, in the background, across any
/// loss of the database. What has arrived is asked of the database itself and kept nowhere else.
/// </summary>
public sealed class StationDelivery : IAsyncDisposable
{
    private const int LongestName = 64;

    private readonly string _station;
    private readonly SqliteSiteJournal _local;
    private readonly PostgresSiteJournal _shared;
    private readonly TimeProvider _time;
    private readonly DeliveryPace _pace;
    private readonly Channel<bool> _appended = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _work;
    private volatile DeliveryState _state = DeliveryState.Unknown;
    private long? _delivered;
    private long? _moved;

    private StationDelivery(string station, SqliteSiteJournal local, PostgresSiteJournal shared, TimeProvider time, DeliveryPace pace)
    {
        (_station, _local, _shared, _time, _pace) = (station, local, shared, time, pace);
        _local.Appended += Wake;
        _work = Task.Run(WorkAsync);
    }

    /// <summary>The state changed. Told on the delivery's own thread: whoever listens must not block it.</summary>
    public event Action<DeliveryState>? Changed;

    /// <summary>How it stands.</summary>
    public DeliveryState State => _state;

    /// <summary>Begins to deliver, and goes on until it is disposed of.</summary>
    /// <param name="station">This station's name, its own on the site: 1 to 64 letters, digits, dots, dashes and underscores.</param>
    /// <param name="local">The station's own journal; it must outlive the delivery.</param>
    /// <param name="shared">The site's journal; it must outlive the delivery.</param>
    /// <param name="time">The clock.</param>
    /// <param name="pace">How often; null for the usual.</param>
    /// <exception cref="InputException">The name is none.</exception>
    public static StationDelivery Start(string station, SqliteSiteJournal local, PostgresSiteJournal shared, TimeProvider time, DeliveryPace? pace = null)
    {
        ArgumentNullException.ThrowIfNull(local);
        ArgumentNullException.ThrowIfNull(shared);
        ArgumentNullException.ThrowIfNull(time);
        bool good = station is { Length: > 0 and <= LongestName } && station.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');
        return good
            ? new StationDelivery(station, local, shared, time, pace ?? DeliveryPace.Usual)
            : throw new InputException("station", 0, "A station's name has 1 to 64 letters, digits, dots, dashes and underscores: give this station one.");
    }

    /// <summary>Stops. What was not delivered waits in the station's journal for the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        _local.Appended -= Wake;
        await _ending.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(false);
        _ending.Dispose();
    }

    private void Wake() => _appended.Writer.TryWrite(true);

    private async Task WorkAsync()
    {
        CancellationToken cancel = _ending.Token;
        TimeSpan pause = _pace.FirstRetry;
        try
        {
            while (true)
            {
                bool done = await TryAsync(cancel).ConfigureAwait(false);
                pause = done ? _pace.FirstRetry : pause;
                await WaitAsync(done ? _pace.Contact : pause, cancel).ConfigureAwait(false);
                if (!done)
                {
                    pause = pause * 2 < _pace.LastRetry ? pause * 2 : _pace.LastRetry;
                }
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
        }
    }

    /// <summary>Delivers all there is. False if something was in the way.</summary>
    private async Task<bool> TryAsync(CancellationToken cancel)
    {
        try
        {
            while (await DeliverAsync(cancel).ConfigureAwait(false))
            {
            }

            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // Whatever it is: the rows are safe where they are, and the next try may find it gone.
            Tell(_state with { Reachable = false, Pending = await CountAsync(cancel).ConfigureAwait(false), Trouble = failure.Message });
            return false;
        }
    }

    /// <summary>One transaction. False if nothing is left to deliver.</summary>
    private async Task<bool> DeliverAsync(CancellationToken cancel)
    {
        long after = _delivered ?? 0;
        _moved ??= await MovedAsync(cancel).ConfigureAwait(false);
        IReadOnlyList<JournalRow> rows = _delivered is null ? [] : await _local.ReadTreatmentsAsync(after, _pace.Rows, cancel).ConfigureAwait(false);
        long delivered = Math.Max(
            _moved.Value, await _shared.DeliverAsync(_station, after <= _moved ? 0 : after, rows, OwnRowAsync, cancel).ConfigureAwait(false));
        bool asked = _delivered is null || delivered < after;
        _delivered = delivered;
        Tell(new DeliveryState(true, _time.GetUtcNow(), await CountAsync(cancel).ConfigureAwait(false), delivered, null));
        return asked || rows.Count == _pace.Rows;
    }

    /// <summary>
    /// The last own row that came to the database with a backup of this very journal: chained alike, the same sequence has the same hash in both as far
    /// as they are one, and those rows must not come a second time. 0 if the database has a beginning of its own.
    /// </summary>
    private async Task<long> MovedAsync(CancellationToken cancel)
    {
        long last = Math.Min((await _local.HeadAsync(cancel).ConfigureAwait(false)).Sequence, (await _shared.HeadAsync(cancel).ConfigureAwait(false)).Sequence);
        (long same, long differs) = (0, last + 1);
        while (same + 1 < differs)
        {
            long middle = same + ((differs - same) / 2);
            if (await SameAsync(middle, cancel).ConfigureAwait(false))
            {
                same = middle;
            }
            else
            {
                differs = middle;
            }
        }

        return same;
    }

    private async Task<bool> SameAsync(long sequence, CancellationToken cancel) =>
        await OwnRowAsync(sequence).ConfigureAwait(false) is { } own
        && await _shared.ReadAsync(sequence - 1, 1, cancel).ConfigureAwait(false) is [var there]
        && there.Hash == own.Hash;

    private async Task<JournalRow?> OwnRowAsync(long sequence) =>
        await _local.ReadAsync(sequence - 1, 1, CancellationToken.None).ConfigureAwait(false) is [var row] && row.Sequence == sequence ? row : null;

    private async Task<long?> CountAsync(CancellationToken cancel)
    {
        try
        {
            return _delivered is { } delivered ? await _local.CountTreatmentsAsync(delivered, cancel).ConfigureAwait(false) : null;
        }
        catch (RecordStoreException)
        {
            // The trouble that is told already is the greater one.
            return _state.Pending;
        }
    }

    private async Task WaitAsync(TimeSpan longest, CancellationToken cancel)
    {
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (_state.Reachable)
        {
            Task woken = _appended.Reader.WaitToReadAsync(over.Token).AsTask();
            Task slept = Task.Delay(longest, _time, over.Token);
            await Task.WhenAny(woken, slept).ConfigureAwait(false);
            await over.CancelAsync().ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
            if (_appended.Reader.TryRead(out _))
            {
                await Task.Delay(_pace.Gather, _time, cancel).ConfigureAwait(false);
                _appended.Reader.TryRead(out _);
            }
        }
        else
        {
            // New rows are no reason to try a database sooner that is not there.
            await Task.Delay(longest, _time, cancel).ConfigureAwait(false);
        }
    }

    private void Tell(DeliveryState state)
    {
        _state = state;
        Changed?.Invoke(state);
    }
}
