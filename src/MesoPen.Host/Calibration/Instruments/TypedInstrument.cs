using MesoPen.Host.Loop;

namespace MesoPen.Host.Calibration;

/// <summary>An instrument that a person reads. What is asked waits until it is entered.</summary>
/// <param name="quantity">What the person reads.</param>
/// <param name="time">The clock of the readings.</param>
public sealed class TypedInstrument(InstrumentQuantity quantity, TimeProvider time) : IInstrument
{
    private readonly object _gate = new();
    private TaskCompletionSource<InstrumentReading>? _asked;

    /// <inheritdoc />
    public string Name => "typed";

    /// <inheritdoc />
    public InstrumentQuantity Quantity => quantity;

    /// <inheritdoc />
    public bool CanZero => false;

    /// <inheritdoc />
    public bool CanTare => false;

    /// <summary>Whether a value is waited for.</summary>
    public bool Asks
    {
        get
        {
            lock (_gate)
            {
                return _asked is not null;
            }
        }
    }

    /// <summary>Enters what the instrument shows at rest. False if nobody asked.</summary>
    /// <param name="value">ng or nm.</param>
    /// <param name="resolution">The last digit that it shows, ng or nm.</param>
    /// <param name="written">The value as the person wrote it.</param>
    public bool Enter(long value, long resolution, string written)
    {
        InstrumentReading reading = new(
            quantity, value, resolution, true, time.GetUtcNow().ToUnixTimeMilliseconds(), written, 1, 0, InstrumentProblem.None, null);
        TaskCompletionSource<InstrumentReading>? asked;
        lock (_gate)
        {
            (asked, _asked) = (_asked, null);
        }

        return asked?.TrySetResult(reading) ?? false;
    }

    /// <inheritdoc />
    public Task<InstrumentIdentity> IdentifyAsync(CancellationToken cancel) =>
        Task.FromResult(new InstrumentIdentity(string.Empty, string.Empty, string.Empty, InstrumentProblem.None, null));

    /// <inheritdoc />
    public async Task<InstrumentReading> ReadStableAsync(CancellationToken cancel)
    {
        TaskCompletionSource<InstrumentReading> asked = new(
            time is EventLoop ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_asked is not null)
            {
                throw new InvalidOperationException("An instrument is asked one thing at a time.");
            }

            _asked = asked;
        }

        using CancellationTokenRegistration registration = cancel.UnsafeRegister(_ => GiveUp(asked, cancel), null);
        return await asked.Task;
    }

    /// <inheritdoc />
    public Task<InstrumentReading> ReadNowAsync(CancellationToken cancel) => Task.FromResult(new InstrumentReading(
        quantity, 0, 0, false, time.GetUtcNow().ToUnixTimeMilliseconds(), string.Empty, 1, 0, InstrumentProblem.NotPossible,
        InstrumentProblems.Explain(InstrumentProblem.NotPossible, Name, quantity)));

    /// <inheritdoc />
    public Task<InstrumentOutcome> ZeroAsync(CancellationToken cancel) => Task.FromResult(Impossible());

    /// <inheritdoc />
    public Task<InstrumentOutcome> TareAsync(CancellationToken cancel) => Task.FromResult(Impossible());

    /// <inheritdoc />
    public void Dispose()
    {
        // Nothing is held.
    }

    private InstrumentOutcome Impossible() =>
        new(InstrumentProblem.NotPossible, InstrumentProblems.Explain(InstrumentProblem.NotPossible, Name, quantity));

    private void GiveUp(TaskCompletionSource<InstrumentReading> asked, CancellationToken cancel)
    {
        lock (_gate)
        {
            _asked = ReferenceEquals(_asked, asked) ? null : _asked;
        }

        asked.TrySetCanceled(cancel);
    }
}
