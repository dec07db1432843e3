namespace MesoPen.Host.Calibration;

/// <summary>An instrument that a person reads and enters when the bench asks.</summary>
/// <param name="hand">The person.</param>
/// <param name="quantity">What it measures.</param>
/// <param name="clock">The time.</param>
internal sealed class HandInstrument(IBenchHand hand, InstrumentQuantity quantity, TimeProvider clock) : IInstrument
{
    /// <inheritdoc />
    public string Name => "typed";

    /// <inheritdoc />
    public InstrumentQuantity Quantity => quantity;

    /// <inheritdoc />
    public bool CanZero => false;

    /// <inheritdoc />
    public bool CanTare => false;

    /// <inheritdoc />
    public Task<InstrumentIdentity> IdentifyAsync(CancellationToken cancel) =>
        Task.FromResult(new InstrumentIdentity("", "", "", InstrumentProblem.NotPossible, "A person reads it."));

    /// <inheritdoc />
    public async Task<InstrumentReading> ReadStableAsync(CancellationToken cancel)
    {
        (BenchWants wants, string sentence) = quantity == InstrumentQuantity.Mass
            ? (BenchWants.WeightNg, "Enter the weight that the balance shows at rest")
            : (BenchWants.LengthNm, "Enter what the gauge shows at rest");
        long value = await hand.ReadAsync(wants, sentence, cancel);
        return new InstrumentReading(quantity, value, 0, Stable: true, clock.GetUtcNow().ToUnixTimeMilliseconds(), "", 1, 0, InstrumentProblem.None, null);
    }

    /// <inheritdoc />
    public Task<InstrumentReading> ReadNowAsync(CancellationToken cancel) => Task.FromResult(new InstrumentReading(
        quantity, 0, 0, Stable: false, clock.GetUtcNow().ToUnixTimeMilliseconds(), "", 1, 0, InstrumentProblem.NotPossible, "A person reads it."));

    /// <inheritdoc />
    public Task<InstrumentOutcome> ZeroAsync(CancellationToken cancel) => Task.FromResult(new InstrumentOutcome(InstrumentProblem.NotPossible, "A person reads it."));

    /// <inheritdoc />
    public Task<InstrumentOutcome> TareAsync(CancellationToken cancel) => ZeroAsync(cancel);

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
