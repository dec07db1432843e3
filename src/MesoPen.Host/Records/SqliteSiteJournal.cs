using System.Collections.Concurrent;
using MesoPen.Host.Input;

namespace MesoPen.Host.Records;

/// <summary>
/// The journal of a data folder for everybody in this process: the control path appends the rows of a treatment as to any
/// <see cref="IRecordStore"/>, the clinic appends its own, and all stand in one chain in one file.
/// </summary>
/// <remarks>
/// Writers take turns; readers have connections of their own and wait for nobody. After a failed append the same entries may come again, the same
/// objects, and are not written twice, whoever wrote meanwhile.
/// </remarks>
public sealed class SqliteSiteJournal : ISiteJournal, IRecordStore, IDisposable
{
    private readonly string _directory;
    private readonly SqliteJournal _journal;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentBag<JournalReader> _idle = [];
    private bool _closed;

    private SqliteSiteJournal(string directory, SqliteJournal journal) => (_directory, _journal) = (directory, journal);

    /// <summary>Rows were appended and are durable. Told on the thread that appended them: whoever listens must not block it.</summary>
    public event Action? Appended;

    /// <summary>The writer beneath, for tests of its failures.</summary>
    internal SqliteJournal Writer => _journal;

    /// <inheritdoc cref="SqliteJournal.Open" />
    public static SqliteSiteJournal Open(string directory) => new(directory, SqliteJournal.Open(directory));

    /// <inheritdoc />
    public void Append(IReadOnlyList<RecordEntry> entries)
    {
        _turn.Wait();
        try
        {
            Write(entries, null);
        }
        finally
        {
            _turn.Release();
        }

        Appended?.Invoke();
    }

    /// <inheritdoc />
    public async Task<JournalHead> AppendAsync(IReadOnlyList<RecordEntry> entries, long? lastClinicSequence, CancellationToken cancel)
    {
        JournalHead head;
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            head = Write(entries, lastClinicSequence);
        }
        finally
        {
            _turn.Release();
        }

        Appended?.Invoke();
        return head;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> ReadClinicAsync(long afterSequence, int most, CancellationToken cancel) =>
        ReadAsync(reader => reader.ReadAfter(afterSequence, most, JournalRows.Clinic), cancel);

    /// <summary>Rows of treatment sessions after a sequence, oldest first, at most <paramref name="most"/>.</summary>
    /// <exception cref="RecordStoreException">The store cannot be read.</exception>
    public Task<IReadOnlyList<JournalRow>> ReadTreatmentsAsync(long afterSequence, int most, CancellationToken cancel) =>
        ReadAsync(reader => reader.ReadAfter(afterSequence, most, JournalRows.Treatments), cancel);

    /// <summary>How many rows of treatment sessions there are after a sequence.</summary>
    /// <exception cref="RecordStoreException">The store cannot be read.</exception>
    public Task<long> CountTreatmentsAsync(long afterSequence, CancellationToken cancel) => ReadAsync(reader => reader.CountTreatments(afterSequence), cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> ReadStreamAsync(string stream, CancellationToken cancel) => ReadAsync(reader => reader.Read(stream), cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalRow>> ReadAsync(long afterSequence, int most, CancellationToken cancel) =>
        ReadAsync(reader => reader.ReadAfter(afterSequence, most, JournalRows.All), cancel);

    /// <inheritdoc />
    public Task<JournalHead> HeadAsync(CancellationToken cancel) => ReadAsync(reader => reader.Head(), cancel);

    /// <summary>Waits for who is writing and closes the file. What was appended is on the disk already.</summary>
    public void Dispose()
    {
        _turn.Wait();
        try
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            CloseIdle();
            _journal.Dispose();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private JournalHead Write(IReadOnlyList<RecordEntry> entries, long? lastClinicSequence)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return _journal.Append(entries, lastClinicSequence);
    }

    private Task<T> ReadAsync<T>(Func<JournalReader, T> read, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_closed, this);
        JournalReader? reader = null;
        try
        {
            reader = _idle.TryTake(out JournalReader? rested) ? rested : JournalReader.Open(_directory);
            T answer = read(reader);
            _idle.Add(reader);
            if (_closed)
            {
                CloseIdle();
            }

            return Task.FromResult(answer);
        }
        catch (InputException damaged)
        {
            reader?.Dispose();
            throw new RecordStoreException(damaged.Message, damaged);
        }
        catch
        {
            reader?.Dispose();
            throw;
        }
    }

    private void CloseIdle()
    {
        while (_idle.TryTake(out JournalReader? reader))
        {
            reader.Dispose();
        }
    }
}
