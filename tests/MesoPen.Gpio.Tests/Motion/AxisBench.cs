using System.Device.Gpio;
using System.Device.Gpio.Drivers;
using System.IO.MemoryMappedFiles;
using MesoPen.Gpio.Tests.Chips;

namespace MesoPen.Gpio.Tests.Motion;

/// <summary>
/// An axis on simulated lines whose clock goes from one due time to the next. Notes every rising edge of its step line, and the
/// direction at it.
/// </summary>
internal sealed class AxisBench : IDisposable
{
    private const int EnablePin = 10, StepPin = 11, DirectionPin = 12, HomePin = 13;

    private readonly SimulatedChip _chip = new("axis", 16);
    private readonly GpioController _pins;
    private readonly MemoryMappedFile _file = MemoryMappedFile.CreateNew(null, 64);
    private readonly MemoryMappedViewAccessor _memory;
    private bool _was;

    internal AxisBench(int start, int max, int acceleration, long begin = 0, long? homeClosesAt = null, long beyond = 30)
    {
        _pins = new GpioController(new LibGpiodDriver(_chip.Number));
        _memory = _file.CreateViewAccessor();
        _memory.Write(0, begin);
        Count = new StepCount(_memory, 0);
        Enable = new DriveEnable(Out(EnablePin), 1_000_000, () => NowNs);
        HomeSearch? home = homeClosesAt is { } at
            ? new HomeSearch(new InputLine(_pins, new BoardLine("home", HomePin, true, "none", false, "")), at, beyond)
            : null;
        Axis = new StepAxis(new AxisMechanics(1, start, max, acceleration, true), Out(StepPin), Out(DirectionPin), Enable, Count, home, new JitterHistogram());
    }

    internal long NowNs { get; private set; } = 1_000_000_000;

    internal StepAxis Axis { get; }

    internal StepCount Count { get; }

    internal DriveEnable Enable { get; }

    /// <summary>When each step rose, ns, and its way.</summary>
    internal List<(long AtNs, int Way)> Steps { get; } = [];

    /// <summary>Where a motor on these lines stands.</summary>
    internal long Motor => Steps.Sum(step => step.Way);

    internal void Home(bool closed) => _chip.Pull(HomePin, closed);

    internal void Drive(long target, int rate)
    {
        Enable.Raise();
        Axis.Drive(target, rate, NowNs);
    }

    /// <summary>Lets time pass until the axis rests, or until something has come about.</summary>
    internal void Run(Func<bool>? until = null)
    {
        for (int i = 0; i < 100_000; i++)
        {
            long due = Axis.Advance(NowNs);
            Look();
            if (due == long.MaxValue || until?.Invoke() == true)
            {
                return;
            }

            NowNs = Math.Max(NowNs, due);
        }

        Assert.Fail("The axis does not come to rest.");
    }

    /// <summary>Lets time pass that the axis' thread slept through.</summary>
    internal void Oversleep(long ns) => NowNs += ns;

    public void Dispose()
    {
        _pins.Dispose();
        _chip.Dispose();
        _memory.Dispose();
        _file.Dispose();
    }

    private OutputLine Out(int pin) => new(_pins, new BoardLine("out", pin, true, "none", true, ""));

    private void Look()
    {
        bool high = _chip.Value(StepPin);
        if (high && !_was)
        {
            Steps.Add((NowNs, _chip.Value(DirectionPin) ? 1 : -1));
        }

        _was = high;
    }
}
