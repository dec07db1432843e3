using System.Buffers;
using MesoPen.Host.Calibration;
using MesoPen.Host.Connection;
using MesoPen.Host.Links;
using MesoPen.Simulator;
using MesoPen.Tests.Time;

namespace MesoPen.Tests;

/// <summary>The real firmware on a simulated gun, a millisecond a step, over a vessel on a balance that weighs a planted share too much.</summary>
internal sealed class GunOnBench : IInstrument
{
    private readonly VirtualLoop _time;
    private readonly double _scale;
    private readonly ITimer _tick;
    private readonly List<byte> _toDevice = [];
    private readonly ArrayBufferWriter<byte> _said = new(1024);
    private Link? _open;

    /// <param name="time">Virtual time.</param>
    /// <param name="scale">Volume that falls for each that the gun says.</param>
    public GunOnBench(VirtualLoop time, double scale)
    {
        (_time, _scale) = (time, scale);
        Gun = new SimulatedDevice(new SimulationOptions { Profile = ProfileReader.Open("gun-5"), Operator = OperatorPace.Off, Seed = 1 });
        Device = new LoopCalibrationDevice(time.Loop, () => new Link(this), new ExpectedDevice("gun-5"), new Random(1));
        _tick = time.Loop.CreateTimer(_ => Step(), null, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));
        time.Loop.Post(Device.Start);
    }

    public SimulatedDevice Gun { get; }

    public LoopCalibrationDevice Device { get; }

    public string Name => "balance";

    public InstrumentQuantity Quantity => InstrumentQuantity.Mass;

    public bool CanZero => false;

    public bool CanTare => false;

    public Task<InstrumentIdentity> IdentifyAsync(CancellationToken cancel) =>
        Task.FromResult(new InstrumentIdentity("model", "model", "1", InstrumentProblem.None, null));

    public async Task<InstrumentReading> ReadStableAsync(CancellationToken cancel)
    {
        await Task.Delay(TimeSpan.FromSeconds(2), _time.Loop, cancel);
        return await ReadNowAsync(cancel);
    }

    public Task<InstrumentReading> ReadNowAsync(CancellationToken cancel)
    {
        // 1.0029 µL/mg at 20 °C; 0.3 mg/h evaporate.
        double ng = 12e9 + (Gun.Plant.OutNl * _scale / 1.0029 * 1000) - (300_000 * _time.Now.TotalHours);
        return Task.FromResult(new InstrumentReading(
            InstrumentQuantity.Mass, (long)Math.Round(ng / 10_000) * 10_000, 10_000, Stable: true, _time.Loop.GetUtcNow().ToUnixTimeMilliseconds(), "", 1, 0,
            InstrumentProblem.None, null));
    }

    public Task<InstrumentOutcome> ZeroAsync(CancellationToken cancel) => Task.FromResult(new InstrumentOutcome(InstrumentProblem.NotPossible, "No."));

    public Task<InstrumentOutcome> TareAsync(CancellationToken cancel) => ZeroAsync(cancel);

    public void Dispose()
    {
        _tick.Dispose();
        Gun.Dispose();
    }

    private void Step()
    {
        byte[] heard = [.. _toDevice];
        _toDevice.Clear();
        _said.ResetWrittenCount();
        Gun.Step(heard, _said);
        if (_said.WrittenCount > 0)
        {
            _open?.Deliver(_said.WrittenSpan.ToArray());
        }
    }

    private sealed class Link(GunOnBench bench) : IDeviceLink
    {
        private ILinkEvents? _events;

        public string Name => "gun:1";

        public void Open(ILinkEvents events)
        {
            (_events, bench._open) = (events, this);
            events.Opened();
        }

        public void Send(ReadOnlySpan<byte> frame, bool urgent) => bench._toDevice.AddRange(frame);

        public void Deliver(byte[] bytes) => _events?.Received(bytes);

        public void Dispose()
        {
            _events = null;
            if (bench._open == this)
            {
                bench._open = null;
            }
        }
    }
}
