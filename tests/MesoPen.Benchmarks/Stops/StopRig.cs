using MesoPen.Host.Connection;
using MesoPen.Host.Control;
using MesoPen.Host.Links;
using MesoPen.Host.Records;
using MesoPen.Kernel;
using MesoPen.Simulator;

namespace MesoPen.Benchmarks;

/// <summary>
/// The host as in the field (event loop, connection, serial link, journal on the disk) and a simulated gun in real time at the other end of a
/// pseudo-terminal, each on its own threads in this process. It arms, and arms again whenever a stop was released.
/// </summary>
internal sealed class StopRig : IDisposable
{
    private const string Person = "Ada";
    private const ushort Zone = 1;

    private readonly CancellationTokenSource _end = new();
    private readonly ZonePlan _zone = new(Zone, "thigh.left", 100_000, new Depth(1_400), 90, new Volume(100_000), ShotTrigger.Single, 112);
    private readonly SimulatedDevice _device;
    private readonly PseudoTerminal _line;
    private readonly Thread _deviceThread;
    private readonly SqliteJournal _journal;
    private readonly HostLoop _host = new();
    private readonly RecordLane _records;
    private readonly ControlLoop _control;
    private readonly DeviceConnection _connection;
    private string _lastNotice = "";
    private bool _asked;
    private bool _confirmed;

    /// <param name="folder">For the journal and the line; it exists, and its owner removes it.</param>
    /// <param name="watch">Sees what the plunger does.</param>
    public StopRig(string folder, PlungerWatch watch)
    {
        _device = new SimulatedDevice(new SimulationOptions
        {
            Profile = Profiles.Tireless(), Operator = OperatorPace.Fast, Truth = watch.Take, MonotonicUs = PlungerWatch.NowUs,
        });
        _line = new PseudoTerminal(Path.Combine(folder, "gun"));
        _deviceThread = new Thread(() => new RealTimeLoop(_device, _line, TimeProvider.System).Run(_end.Token)) { Name = "device", IsBackground = true };
        _deviceThread.Start();

        long today = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 86_400_000;
        TreatmentPlan plan = new(
            "stops", "Shots to be stopped", new Product("Saline", "L-1", (int)today + 1, new Volume(1_000_000_000)), new Volume(60_000),
            [_zone]);
        Session session = new(plan, new LimitSet([]), new SessionOptions(new Depth(60), new Volume(2_000)));
        _journal = SqliteJournal.Open(folder);
        _records = RecordLane.Threaded(_journal, _host.Loop);
        _control = new ControlLoop(_host.Loop, session, _records, plan, "stops") { Changed = Advance, Noticed = (_, text) => _lastNotice = text };
        _connection = new DeviceConnection(
            _host.Loop, () => DeviceAddress.Parse(_line.Name, 115_200).NewLink(), _control, new ExpectedDevice("gun-5"), new Random(1));
        _host.Do(() => _control.Start(_connection));
    }

    public string Where => $"{_control.Session.State}, {_lastNotice}";

    public void RequestStop() => _control.RequestStop(Person);

    public void Dispose()
    {
        _host.Do(_connection.Stop);
        _records.Dispose();
        _control.Dispose();
        _connection.Dispose();
        _host.Dispose();
        _journal.Dispose();
        _end.Cancel();
        _deviceThread.Join();
        _line.Dispose();
        _device.Dispose();
        _end.Dispose();
    }

    /// <summary>The person's part: prime, confirm, arm, release what was stopped.</summary>
    private void Advance()
    {
        Session session = _control.Session;
        switch (session.State)
        {
            case SessionState.Standby when session is { Settled: true, Device: { SelfTested: true, Primed: false, Condition: DeviceCondition.Idle } }:
                Ask(at => new SessionEvent.Prime(at));
                break;
            case SessionState.Ready when !_confirmed:
                _confirmed = true;
                Ask(at => new SessionEvent.Confirm(at, Readiness.All, Person));
                break;
            case SessionState.Ready or SessionState.Paused when MayArm(session):
                Ask(at => new SessionEvent.Arm(at, Zone));
                break;
            case SessionState.EmergencyStopped when session is { StandsStill: true, Settled: true, AllWritten: true, Releasing: false }:
                Ask(at => new SessionEvent.Clear(at, Person, "measuring"));
                break;
            default:
                break;
        }
    }

    private bool MayArm(Session session) => !_asked && session.ArmBlockers(_zone, _control.NowUnixMs).Count == 0;

    private void Ask(Func<long, SessionEvent> wish)
    {
        if (!_asked)
        {
            _asked = _control.Ask(at =>
            {
                _asked = false;
                return wish(at);
            });
        }
    }
}
