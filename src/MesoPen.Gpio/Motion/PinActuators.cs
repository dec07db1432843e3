using System.Device.Gpio;
using MesoPen.Firmware;

namespace MesoPen.Gpio;

/// <summary>
/// The device's muscles and senses on pins. The stop button is heard twice: its edge halts the plunger at once, on the thread
/// that reports edges, and its level
/// is asked for at every tick, since edges are known to die silently on some systems. So is the release of the trigger.
/// </summary>
internal sealed class PinActuators : IActuators, IDisposable
{
    // No sensor is there for these (the board's file says so); readings in the middle of what is allowed.
    private const int NoPressureKpa = 0;
    private const int RoomTemperatureCc = 2200;
    private const int MainsPermille = 1000;

    /// <summary>
    /// How far behind home the needle looks for its switch, µm. Beyond the firmware's rear stop, so that it sees that something
    /// is wrong.
    /// </summary>
    private const int BeyondHomeUm = 600;

    /// <summary>
    /// Added to the longest way home until the drives lose their power after a stop whatever the switch says, ms: plunger still,
    /// ticks.
    /// </summary>
    private const int StopMarginMs = 40;

    private readonly Board _board;
    private readonly AxesFile _axes;
    private readonly Panel _panel;
    private readonly Func<long> _nowNs;
    private readonly StepAxis _needle;
    private readonly StepAxis _plunger;
    private readonly StepThread _thread;
    private readonly DriveEnable _enable;
    private readonly CartridgeSwitch _cartridge;
    private readonly InputLine _home;
    private readonly InputLine _contact;
    private readonly InputLine _trigger;
    private readonly InputLine? _foot;
    private readonly InputLine _stop;
    private readonly OutputLine? _alive;
    private readonly OutputLine? _lamp;
    private int _stopEdge;
    private int _releaseEdge;
    private bool _stopHeld;
    private bool _armed;
    private bool _beat;
    private long _stoppedAtNs;
    private bool _overdue;

    internal PinActuators(Board board, GpioController pins, AxesFile axes, Panel panel, Func<long> nowNs, Action<string> say)
    {
        (_board, _axes, _panel, _nowNs) = (board, axes, panel, nowNs);
        OutputLine Out(string role) => new(pins, board.Lines[role]);
        InputLine In(string role) => new(pins, board.Lines[role]);

        // The drives' power first: it is off before any other line is touched.
        _enable = new DriveEnable(Out(LineRole.Enable), board.WakeUs * 1000L, nowNs);
        _alive = board.Lines.ContainsKey(LineRole.Alive) ? Out(LineRole.Alive) : null;
        _lamp = board.Lines.ContainsKey(LineRole.Lamp) ? Out(LineRole.Lamp) : null;
        _home = In(LineRole.NeedleHome);
        _contact = In(LineRole.Contact);
        _trigger = In(LineRole.Trigger);
        _foot = board.Lines.ContainsKey(LineRole.FootSwitch) ? In(LineRole.FootSwitch) : null;
        _stop = In(LineRole.Stop);
        _cartridge = new CartridgeSwitch(In(LineRole.Cartridge), axes, board.Device.CartridgeNl * board.Device.PlungerStepsPerMl / 1_000_000);

        // Nobody knows where the needle is until its switch has said so: as deep as it can be.
        axes.Needle.Set(_home.Active ? 0 : StepsTo(board.Device.DepthMaxUm));
        var search = new HomeSearch(_home, StepsTo(board.HomeSwitchUm), StepsTo(BeyondHomeUm));
        _needle = new StepAxis(board.Needle, Out(LineRole.NeedleStep), Out(LineRole.NeedleDirection), _enable, axes.Needle, search, Jitter);
        _plunger = new StepAxis(board.Plunger, Out(LineRole.PlungerStep), Out(LineRole.PlungerDirection), _enable, axes.Plunger, null, Jitter);
        _thread = new StepThread([_needle, _plunger], nowNs, say);
        _stop.Told(active: true, StopEdge);
        _trigger.Told(active: false, () => Interlocked.Exchange(ref _releaseEdge, 1));
    }

    /// <summary>How late steps were.</summary>
    internal JitterHistogram Jitter { get; } = new();

    /// <inheritdoc/>
    public int NeedleUm => (int)(_needle.Steps * _board.Needle.NmPerStep / 1000);

    /// <inheritdoc/>
    public bool NeedleHome => _home.Active;

    /// <inheritdoc/>
    public long PlungerSteps => _plunger.Steps;

    /// <inheritdoc/>
    public bool Contact => _contact.Active;

    /// <inheritdoc/>
    public bool Trigger
    {
        get
        {
            // A release that a look at the level would miss ends the press all the same.
            bool released = Interlocked.Exchange(ref _releaseEdge, 0) == 1;
            return !released && (_trigger.Active || _foot is { Active: true });
        }
    }

    /// <inheritdoc/>
    public bool StopButton => _stopHeld;

    /// <inheritdoc/>
    public bool CartridgePresent => _cartridge.Present;

    /// <inheritdoc/>
    public long PlungerEndSteps => _axes.PlungerEnd;

    /// <inheritdoc/>
    public uint CartridgeId => _axes.Cartridges;

    /// <inheritdoc/>
    public int PressureKpa => NoPressureKpa;

    /// <inheritdoc/>
    public int TemperatureCc => RoomTemperatureCc;

    /// <inheritdoc/>
    public int BatteryPermille => MainsPermille;

    /// <inheritdoc/>
    public void DriveNeedle(int targetUm, int speedUmPerS)
    {
        // Towards the skin's side of a step: never deeper than asked.
        long target = StepsTo(targetUm);
        if (_overdue || (target == 0 && _home.Active && _needle.Steps == 0))
        {
            return;
        }

        _enable.Raise();
        _needle.Drive(target, (int)Math.Max(1, speedUmPerS * 1000L / _board.Needle.NmPerStep), _nowNs());
        _thread.Wake();
    }

    /// <inheritdoc/>
    public void DrivePlunger(long targetSteps, int stepsPerS)
    {
        if (Volatile.Read(ref _stopEdge) == 1 || _stopHeld)
        {
            return;
        }

        _enable.Raise();
        _plunger.Drive(targetSteps, stepsPerS, _nowNs());
        _thread.Wake();
    }

    /// <inheritdoc/>
    public void HaltPlunger() => _plunger.Halt();

    /// <inheritdoc/>
    public void TraceShot(uint shot) => _panel.Label(shot);

    /// <inheritdoc/>
    public void Lamp(bool armed, ushort zone, bool mustRelease)
    {
        _armed = armed;
        _lamp?.Set(armed);
        _panel.Lamp(armed, zone, mustRelease);
    }

    /// <summary>Before the firmware's tick: what is looked at once a tick.</summary>
    internal void BeforeTick()
    {
        if (_thread.Failure is { } failure)
        {
            throw new InvalidOperationException("The thread that makes steps has ended.", failure);
        }

        _cartridge.Look();
        bool edge = Interlocked.Exchange(ref _stopEdge, 0) == 1;
        bool held = _stop.Active || edge;
        if (held && !_stopHeld)
        {
            _stoppedAtNs = _nowNs();
        }

        _stopHeld = held;
    }

    /// <summary>
    /// After the firmware's tick: the drives have power while something is armed, moves or is out; and the tick shows that it
    /// lives.
    /// </summary>
    internal void AfterTick()
    {
        _overdue = _stopHeld && _nowNs() - _stoppedAtNs > (_board.RetractMsMax + StopMarginMs) * 1_000_000L;
        bool busy = _armed || _needle.Busy || _plunger.Busy || !_home.Active;
        if (_enable.On && (!busy || _overdue))
        {
            _enable.Drop();
        }

        _beat = !_beat;
        _alive?.Set(_beat);
    }

    public void Dispose()
    {
        _enable.Drop();
        _thread.Dispose();
    }

    private void StopEdge()
    {
        _ = Interlocked.Exchange(ref _stopEdge, 1);
        _plunger.Halt();
    }

    private long StepsTo(int um) => um * 1000L / _board.Needle.NmPerStep;
}
