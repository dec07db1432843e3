using MesoPen.Host.Connection;
using MesoPen.Host.Control;
using MesoPen.Host.Input;
using MesoPen.Host.Loop;
using MesoPen.Host.Records;
using MesoPen.Kernel;

namespace MesoPen.Hil;

/// <summary>
/// One host process: the product's own control path, whole, on a loop of its own. It can be killed at any instant; from there on nothing of
/// it reaches line or disk, as if the process were gone.
/// </summary>
internal sealed class HostProcess : IRecordStore, IDisposable
{
    private const string SessionId = "20310506T120000Z-virtual";

    private readonly IRecordStore _disk;
    private readonly RecordLane _lane;
    private readonly DeviceConnection _connection;
    private readonly TreatmentScript _script;
    private readonly VirtualLine _line;

    public HostProcess(VirtualTreatmentOptions options, TreatmentInput input, VirtualClock clock, IRecordStore disk, IReadOnlyList<SessionRecord> records, VirtualLine line, int number)
    {
        (_disk, _line) = (disk, line);
        Loop = new EventLoop(clock);
        _lane = RecordLane.OnLoop(this, Loop, options.DiskLatency);
        Desk = new PromptDesk(Loop, options.AnswerMs);
        Session = new Session(input.Plan, input.Limits, SessionSettings.Of(input));
        Session.Restore(records);
        Control = new ControlLoop(Loop, Session, _lane, input.Plan, SessionId);
        _script = new TreatmentScript(Loop, Control, input.Plan, Desk, "tester", number > 1, options.LinkPatience)
        {
            Certificates = options.Certificates,
        };
        // Random from a seed keeps its algorithm over runtimes and machines.
        _connection = new DeviceConnection(Loop, () => line.NewLink(this), Control, new ExpectedDevice(input.Profile.Id, Session.Ledger.DeviceSerial, input.Profile.Needles), new Random(unchecked((options.Seed * 31) + number)));
        _script.Ended = _connection.Stop;
        Loop.Post(() => Control.Start(_connection));
    }

    public EventLoop Loop { get; }

    public Session Session { get; }

    public ControlLoop Control { get; }

    public PromptDesk Desk { get; }

    /// <summary>How the run of treat ended; null while it goes on.</summary>
    public TreatmentOutcome? Outcome => _script.Outcome;

    public bool Alive { get; private set; } = true;

    /// <summary>Told of every instant at which it could be killed, in order; says whether it lives on.</summary>
    public Func<HostInstant, bool>? AtInstant { get; set; }

    /// <summary>Told of every frame before it leaves.</summary>
    public Action<ReadOnlySpan<byte>>? Sending { get; set; }

    /// <summary>The process is gone, and its port with it.</summary>
    public void Kill() => Alive = false;

    public bool Passes(HostInstant instant)
    {
        if (Alive && AtInstant is { } at && !at(instant))
        {
            Kill();
        }

        return Alive;
    }

    public void Sends(ReadOnlySpan<byte> frame) => Sending?.Invoke(frame);

    /// <summary>The disk, as this process sees it.</summary>
    public void Append(IReadOnlyList<RecordEntry> entries)
    {
        if (Passes(HostInstant.BeforeWrite))
        {
            _disk.Append(entries);
            Passes(HostInstant.AfterWrite);
        }
    }

    /// <summary>Ends what is left of it. The line is free for the next.</summary>
    public void Dispose()
    {
        Kill();
        _script.Dispose();
        Control.Dispose();
        _lane.Dispose();
        _connection.Dispose();
        _line.Release(this);
    }
}
