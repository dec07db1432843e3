using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Input;
using MesoPen.Host.Records;

namespace MesoPen.Host.Cli;

/// <summary>The certificates of a journal, to read: of a data folder, also while a server writes to it, or of the shared database.</summary>
internal sealed class CertificateJournal : IAsyncDisposable
{
    private const int RowsPerRead = 1000;

    private readonly TimeProvider _clock;
    private readonly JournalReader? _reader;
    private readonly PostgresSiteJournal? _shared;

    private CertificateJournal(JournalReader? reader, PostgresSiteJournal? shared, TimeProvider clock) => (_reader, _shared, _clock) = (reader, shared, clock);

    /// <summary>Opens the one that is named.</summary>
    /// <exception cref="InputException">It is missing, damaged or from the future.</exception>
    public static CertificateJournal Open(string? folder, string? database, TimeProvider clock) => folder is not null
        ? new CertificateJournal(JournalReader.Open(folder), null, clock)
        : new CertificateJournal(null, PostgresSiteJournal.ToRead(database!), clock);

    /// <summary>The clinic as the journal says.</summary>
    public async Task<ClinicState> StateAsync(CancellationToken cancel)
    {
        if (_shared is not null)
        {
            using ClinicDesk desk = new(_shared, _clock);
            return await desk.ReadAsync(cancel);
        }

        ClinicState state = ClinicState.Empty;
        while (true)
        {
            IReadOnlyList<JournalRow> rows = _reader!.ReadAfter(state.LastSequence, RowsPerRead, JournalRows.Clinic);
            state = rows.Aggregate(state, (before, row) => before.Apply(ClinicEventCodec.Decode(row)));
            if (rows.Count < RowsPerRead)
            {
                return state;
            }
        }
    }

    /// <summary>The document of a certificate.</summary>
    /// <exception cref="InputException">The journal holds none of this number.</exception>
    public async Task<string> DocumentAsync(string number, CancellationToken cancel)
    {
        string stream = CertificateIssued.StreamOf(number);
        IReadOnlyList<JournalRow> rows = _shared is not null ? await _shared.ReadStreamAsync(stream, cancel) : _reader!.Read(stream);
        return rows.Select(row => ClinicEventCodec.Decode(row).Event).OfType<CertificateIssued>().FirstOrDefault()?.Document
            ?? throw new InputException(number, 0, "The journal holds no document of this certificate.");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _reader?.Dispose();
        if (_shared is not null)
        {
            await _shared.DisposeAsync();
        }
    }
}
