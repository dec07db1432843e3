using MesoPen.Host.Clinic;
using MesoPen.Host.Links;

namespace MesoPen.Host.Calibration;

/// <summary>The bench at work on one calibration.</summary>
internal sealed class BenchWork : IAsyncDisposable
{
    private readonly ThreadCalibrationDevice _device;
    private readonly IDisposable _turn;
    private readonly IInstrument _instrument;
    private readonly CancellationTokenSource _rest = new();
    private readonly TaskCompletionSource<BenchEnd> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BenchProgress? _progress;

    /// <summary>Begins to work; way and turn are given back when it rests.</summary>
    public BenchWork(ClinicDesk desk, string station, CalibrationRun run, ThreadCalibrationDevice device, IDisposable turn, TimeProvider clock)
    {
        CalibrationId = run.Id;
        Device = DeviceAddress.Parse(run.Begun.Bench.DeviceAddress);
        (_device, _turn) = (device, turn);
        Hand = new AskedHand(clock);
        _instrument = CalibrationBeginning.InstrumentOf(run, Hand, clock);
        CalibrationEngine engine = new(new BenchRecorder(desk, station), device, _instrument, Hand, clock, progress => Volatile.Write(ref _progress, progress));
        _ = Task.Run(() => WorkAsync(engine));
    }

    /// <summary>Which calibration.</summary>
    public string CalibrationId { get; }

    /// <summary>Where its device is, which nobody else may open.</summary>
    public DeviceAddress Device { get; }

    /// <summary>Who is asked.</summary>
    public AskedHand Hand { get; }

    /// <summary>Where it is.</summary>
    public BenchProgress? Progress => Volatile.Read(ref _progress);

    /// <summary>Why it rests, when it does.</summary>
    public Task<BenchEnd> Done => _done.Task;

    /// <summary>Stops what moves, then rests. Gives whether the device said that it stands.</summary>
    public async Task<bool> StopAsync()
    {
        bool stands = await _device.StopAsync();
        await _rest.CancelAsync();
        return stands;
    }

    /// <summary>Rests: what is being measured is void.</summary>
    public async Task RestAsync()
    {
        await _rest.CancelAsync();
        await _done.Task;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await RestAsync();
        _rest.Dispose();
    }

    private async Task WorkAsync(CalibrationEngine engine)
    {
        BenchEnd end;
        try
        {
            end = await engine.RunAsync(CalibrationId, _rest.Token);
        }
        catch (Exception defect)
        {
            // What is known is in the journal; the device stops by itself when nobody speaks to it.
            end = new BenchEnd(BenchOutcome.Faulted, "A defect of this program ended the work; go on, and report it: " + defect.GetBaseException().Message);
        }

        _instrument.Dispose();
        await _device.DisposeAsync();
        _turn.Dispose();
        _done.TrySetResult(end);
    }
}
