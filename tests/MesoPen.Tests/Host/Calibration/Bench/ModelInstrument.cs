using MesoPen.Host.Calibration;

namespace MesoPen.Tests;

/// <summary>The balance or gauge of a model bench.</summary>
internal sealed class ModelInstrument(ModelBench bench, InstrumentQuantity quantity) : IInstrument
{
    public string Name => "model";

    public InstrumentQuantity Quantity => quantity;

    public bool CanZero => false;

    public bool CanTare => false;

    public Task<InstrumentIdentity> IdentifyAsync(CancellationToken cancel) =>
        Task.FromResult(new InstrumentIdentity("model", "model", "1", InstrumentProblem.None, null));

    public Task<InstrumentReading> ReadStableAsync(CancellationToken cancel) => bench.ReadStableAsync(quantity, cancel);

    public Task<InstrumentReading> ReadNowAsync(CancellationToken cancel) => Task.FromResult(bench.Read(quantity));

    public Task<InstrumentOutcome> ZeroAsync(CancellationToken cancel) => Task.FromResult(new InstrumentOutcome(InstrumentProblem.NotPossible, "No."));

    public Task<InstrumentOutcome> TareAsync(CancellationToken cancel) => ZeroAsync(cancel);

    public void Dispose()
    {
    }
}
