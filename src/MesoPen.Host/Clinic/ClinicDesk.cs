using MesoPen.Host.Records;

namespace MesoPen.Host.Clinic;

/// <summary>
/// Where rules are carried out: catches up with the journal, lets the rule decide upon the newest state, and writes what it decided only if no
/// clinic row came meanwhile, from whichever station; else it decides anew.
/// </summary>
/// <param name="journal">The site's journal.</param>
/// <param name="clock">The time of decisions.</param>
public sealed class ClinicDesk(ISiteJournal journal, TimeProvider clock) : IDisposable
{
    private const int RowsPerRead = 1000;

    // Stations that write at the same time let each other pass; so many in a row is not a race but a fault.
    private const int TriesMax = 100;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private ClinicState _state = ClinicState.Empty;
    private string _lastHash = "";

    /// <summary>Told what each decision came to and how long it took, from asking to durable. Must be quick and never fail.</summary>
    public Action<Decision, TimeSpan>? Decided { get; set; }

    /// <summary>The state as this station knew it last.</summary>
    public ClinicState Known => Volatile.Read(ref _state);

    /// <summary>The state with everything that is in the journal by now.</summary>
    /// <exception cref="RecordStoreException">The journal cannot be read.</exception>
    public async Task<ClinicState> ReadAsync(CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return await CatchUpAsync(cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Decides and writes.</summary>
    /// <param name="who">Who asks; its time is set to the time of the decision.</param>
    /// <param name="rule">Pure: may be asked several times, and what it says last counts.</param>
    /// <param name="also">More events that depend on the state after those of the rule, such as the answer to a request; null for none.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>What the rule said, and the state after it.</returns>
    /// <exception cref="RecordStoreException">The journal cannot be read or written.</exception>
    public async Task<(Decision Decision, ClinicState State)> DecideAsync(
        Actor who,
        Func<ClinicState, Actor, Decision> rule,
        Func<Decision, ClinicState, ClinicEvent?>? also = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(rule);
        long asked = clock.GetTimestamp();
        (Decision decision, ClinicState state) = await InTurnAsync(who, rule, also, cancel);
        Decided?.Invoke(decision, clock.GetElapsedTime(asked));
        return (decision, state);
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private async Task<(Decision Decision, ClinicState State)> InTurnAsync(
        Actor who, Func<ClinicState, Actor, Decision> rule, Func<Decision, ClinicState, ClinicEvent?>? also, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            for (int tries = 0; tries < TriesMax; tries++)
            {
                ClinicState state = await CatchUpAsync(cancel);
                DateTimeOffset now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
                Decision decision = rule(state, who with { Now = now });
                if (decision.Problem is not null)
                {
                    return (decision, state);
                }

                List<ClinicEvent> events = [.. decision.Events];
                if (also is not null && also(decision, Fold(state, events, state.LastSequence, now)) is { } more)
                {
                    events.Add(more);
                }

                if (events.Count == 0)
                {
                    return (decision, state);
                }

                try
                {
                    JournalHead head = await journal.AppendAsync(
                        [.. events.Select(each => ClinicEventCodec.Encode(each, now))], state.LastSequence, cancel);
                    state = Fold(state, events, head.Sequence - events.Count, now);
                    _lastHash = head.Hash;
                    Volatile.Write(ref _state, state);
                    return (decision, state);
                }
                catch (JournalMovedException)
                {
                    // Decided upon a state that is no more.
                }
            }

            throw new RecordStoreException("Other stations wrote to the records again and again while this was decided: try again.");
        }
        finally
        {
            _turn.Release();
        }
    }

    private static ClinicState Fold(ClinicState state, IEnumerable<ClinicEvent> events, long after, DateTimeOffset now)
    {
        foreach (ClinicEvent each in events)
        {
            state = state.Apply(new ClinicFact(++after, now, each));
        }

        return state;
    }

    private async Task<ClinicState> CatchUpAsync(CancellationToken cancel)
    {
        ClinicState state = _state;
        while (true)
        {
            // From the last known row on: if that one is another now, or none, the database was put back to an earlier day, and all is read anew.
            bool begun = state.LastSequence > 0;
            IReadOnlyList<JournalRow> rows = await journal.ReadClinicAsync(begun ? state.LastSequence - 1 : 0, RowsPerRead, cancel);
            if (begun && (rows.Count == 0 || rows[0].Sequence != state.LastSequence || rows[0].Hash != _lastHash))
            {
                (state, _lastHash) = (ClinicState.Empty, "");
                continue;
            }

            string lastHash = _lastHash;
            foreach (JournalRow row in rows.Skip(begun ? 1 : 0))
            {
                state = state.Apply(ClinicEventCodec.Decode(row));
                lastHash = row.Hash;
            }

            _lastHash = lastHash;

            Volatile.Write(ref _state, state);
            if (rows.Count < RowsPerRead)
            {
                return state;
            }
        }
    }
}
