using MesoPen.Host.Calibration;
using MesoPen.Host.Loop;
using MesoPen.Simulator;
using MesoPen.Tests.Simulator;

namespace MesoPen.Tests.Host.Calibration.Instruments;

/// <summary>A simulated gun, a virtual instrument beside it, and the product's driver, all on virtual time in one thread.</summary>
internal sealed class InstrumentBench : IDisposable
{
    private readonly VirtualClock _clock = new();
    private readonly EventLoop _loop;

    internal InstrumentBench(BalanceOptions balance, InstrumentOptions? options = null, PlantErrors? errors = null)
        : this(plant => VirtualInstrument.Balance(balance, plant), Speaks(balance.Protocol), options, errors)
    {
    }

    internal InstrumentBench(GaugeOptions gauge, InstrumentOptions? options = null, PlantErrors? errors = null)
        : this(plant => VirtualInstrument.Gauge(gauge, plant), Speaks(gauge.Protocol), options, errors)
    {
    }

    private InstrumentBench(Func<Plant, VirtualInstrument> instrument, InstrumentProtocol protocol, InstrumentOptions? options, PlantErrors? errors)
    {
        _loop = new EventLoop(_clock);
        Host = new MiniHost(new SimulatedDevice(new SimulationOptions
        {
            Profile = ProfileReader.Open("gun-5"), Operator = OperatorPace.Off, Errors = errors ?? new PlantErrors(),
        }));
        Pipe = new InstrumentPipe(instrument(Host.Device.Plant));
        options ??= new InstrumentOptions();
        Instrument = new LineInstrument(
            "virtual:balance", Pipe.NewLink, InstrumentDialect.Of(protocol, options), options with { Wire = Wires.Add }, _loop);
    }

    internal MiniHost Host { get; }

    internal InstrumentPipe Pipe { get; }

    internal IInstrument Instrument { get; }

    internal List<InstrumentWire> Wires { get; } = [];

    internal Plant Plant => Host.Device.Plant;

    internal long Ms => Host.Device.Ms;

    /// <summary>Called before each millisecond.</summary>
    internal Action? EachMs { get; set; }

    public void Dispose() => Instrument.Dispose();

    internal static InstrumentProtocol Speaks(BalanceProtocol protocol) => protocol switch
    {
        BalanceProtocol.MtSics => InstrumentProtocol.MtSics,
        BalanceProtocol.Radwag => InstrumentProtocol.Radwag,
        _ => InstrumentProtocol.Sbi,
    };

    internal static InstrumentProtocol Speaks(GaugeProtocol protocol) => protocol switch
    {
        GaugeProtocol.Mitutoyo => InstrumentProtocol.Mitutoyo,
        GaugeProtocol.Mahr => InstrumentProtocol.Mahr,
        _ => InstrumentProtocol.Starrett,
    };

    /// <summary>Lets time pass.</summary>
    internal void Step(int ms)
    {
        for (int i = 0; i < ms; i++)
        {
            EachMs?.Invoke();
            long end = _clock.GetTimestamp() + TimeSpan.TicksPerMillisecond;
            while (_loop.NextDueTimestamp is { } due && due <= end)
            {
                _clock.MoveTo(Math.Max(due, _clock.GetTimestamp()));
                _loop.RunReady();
            }

            _clock.MoveTo(end);
            Host.Step();
            Pipe.Step();
            _loop.RunReady();
        }
    }

    /// <summary>Runs a call to its end, in at most so much virtual time.</summary>
    internal T Run<T>(Func<Task<T>> call, int limitMs = 120_000)
    {
        Task<T>? task = null;
        Assert.True(_loop.Post(() => task = call()));
        for (int i = 0; i < limitMs && task is not { IsCompleted: true }; i++)
        {
            Step(1);
        }

        Assert.True(task is { IsCompleted: true }, "The call did not end in time.");
        return task!.GetAwaiter().GetResult();
    }

    internal InstrumentReading Stable(int limitMs = 120_000) => Run(() => Instrument.ReadStableAsync(CancellationToken.None), limitMs);

    internal InstrumentReading Now() => Run(() => Instrument.ReadNowAsync(CancellationToken.None));

    /// <summary>Has the gun ready, its line filled.</summary>
    internal void MakeReady()
    {
        Host.MakeReady();
        Step(5000);
    }
}
