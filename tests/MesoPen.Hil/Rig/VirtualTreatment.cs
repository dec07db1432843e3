using System.Buffers;
using System.Text.Json;
using MesoPen.Host.Control;
using MesoPen.Host.Input;
using MesoPen.Host.Records;
using MesoPen.Kernel;
using MesoPen.Protocol;
using MesoPen.Simulator;
using SimulatorProfile = MesoPen.Simulator.DeviceProfile;

namespace MesoPen.Hil;

/// <summary>
/// A whole treatment on virtual time in one thread: the product's control path, a line, a device with its firmware, plant and operator, a disk,
/// and the oracle. Everything follows from the options; the same options give the same <see cref="Trace"/>.
/// </summary>
/// <remarks>
/// One <see cref="Step"/> is a millisecond: first the host's timers that fall due within it, each at its own instant; then the device hears
/// what has arrived and lets its millisecond pass; then the host hears what has arrived; then the oracle judges.
/// </remarks>
internal sealed class VirtualTreatment : IDisposable
{
    private static readonly string[] Ways = ["", "device hears", "device says", "host hears"];

    private readonly VirtualTreatmentOptions _options;
    private readonly WireReader _sent = new();
    private readonly HostEars _ears = new();
    private readonly ArrayBufferWriter<byte> _toDevice = new(512);
    private readonly ArrayBufferWriter<byte> _fromDevice = new(512);
    private readonly List<StrokeTruth> _strokes = [];
    private (HostProcess? Host, long PiecesRun, long Nl) _committed;
    private SessionState? _lastState;

    public VirtualTreatment(VirtualTreatmentOptions options)
    {
        _options = options;
        Clock = new VirtualClock(options.Start);
        Profile = options.Profile ?? BuiltInProfiles.Of(options.Input.Profile.Id);
        Device = new SimulatedDevice(new SimulationOptions
        {
            Profile = options.Device ?? Profile,
            Seed = (ulong)options.Seed,
            Operator = options.Operator,
            Faults = options.Faults,
            CalibrationDueDay = options.CalibrationDueDay,
            Adjustment = options.Adjustment,
            Memory = options.Memory,
            Serial = options.Serial,
        });
        Device.Plant.StrokeEnded = _strokes.Add;
        Line = new VirtualLine(options.Input.Profile.Baud, options.Seed) { Weather = options.Weather };
        CertificateAudit? audit = options.Certificates is { } known ? new CertificateAudit([.. known.All.Values.OrderBy(each => each.Version)]) : null;
        Oracle = new TruthOracle(Device, options.Input, Profile, audit) { HostCommittedNl = HostCommittedNl, Excused = options.Excused };
        _ears.Arming = Oracle.Arming;
        Disk = new MemoryJournal(options.Disk) { Written = OnWritten };
    }

    public VirtualClock Clock { get; }

    public SimulatedDevice Device { get; }

    /// <summary>The profile that the oracle goes by: the plan's, whatever the device is.</summary>
    public SimulatorProfile Profile { get; }

    public VirtualLine Line { get; }

    public MemoryJournal Disk { get; }

    public TruthOracle Oracle { get; }

    public TraceHash Trace { get; } = new();

    /// <summary>The last events, for whoever must explain a failure.</summary>
    public FlightRecorder Recorder { get; } = new();

    public TreatmentInput Input => _options.Input;

    public int Seed => _options.Seed;

    public uint CalibrationDueDay => _options.CalibrationDueDay;

    /// <summary>The host's process stands still, as in a long collection of garbage: bytes wait for it, its timers are late.</summary>
    public bool HostPaused { get; set; }

    /// <summary>By how much each write takes the disk longer.</summary>
    public TimeSpan DiskSlow { get; set; }

    /// <summary>Where the last host's session stood when it ended, or stands now; null before the first.</summary>
    public SessionState? LastState => Host?.Session.State ?? _lastState;

    /// <summary>The living host process; null if none.</summary>
    public HostProcess? Host { get; private set; }

    /// <summary>Host processes begun.</summary>
    public int Hosts { get; private set; }

    /// <summary>Instants passed at which a host could have been killed.</summary>
    public long Instants { get; private set; }

    /// <summary>The host is killed at the instant of this number; null for never.</summary>
    public long? KillAt { get; set; }

    /// <summary>Strokes that ended, as the plant saw them.</summary>
    public IReadOnlyList<StrokeTruth> Strokes => _strokes;

    /// <summary>Called with the bytes that the device hears at the beginning of a millisecond.</summary>
    public Action<ReadOnlySpan<byte>>? DeviceHears { get; set; }

    /// <summary>Called with the type of each frame that the host hears.</summary>
    public Action<MessageType>? HostHears
    {
        get => _ears.Heard;
        set => _ears.Heard = value;
    }

    /// <summary>Called with type and length of each frame that the host sends.</summary>
    public Action<MessageType, int>? Sent { get; set; }

    public long Ms => Device.Ms;

    /// <summary>A new host process goes on with what is on the disk, as <c>treat --resume</c> does. False if that session is closed.</summary>
    public bool StartHost()
    {
        EndHost();
        if (Oracle.Disk.Closed)
        {
            return false;
        }

        Hosts++;
        Recorder.Add(Ms, $"host {Hosts} begins", []);
        Host = new HostProcess(_options with { DiskLatency = DiskTakes }, _options.Input, Clock, Disk, Disk.Read(), Line, Hosts) { AtInstant = OnInstant, Sending = OnSending };
        Oracle.Arming.NewHost(Clock);
        Host.Desk.Answered = Oracle.Arming.Answer;
        Device.HostConnected(true);
        Host.Loop.RunReady();
        return true;
    }

    /// <summary>Kills the host where it stands, or lets go of one that has ended.</summary>
    public void EndHost()
    {
        if (Host is not null)
        {
            Recorder.Add(Ms, $"host {Hosts} ends: {Host.Outcome?.ToString() ?? "killed"}", []);
            Device.HostConnected(false);
            _lastState = Host.Session.State;
            Host.Dispose();
            Host = null;
        }
    }

    /// <summary>A person presses stop at the host.</summary>
    public void Stop()
    {
        Host!.Control.RequestStop("tester");
        Host.Loop.RunReady();
    }

    /// <summary>Another program, on the line while no host is, sends one request for the device's present boot.</summary>
    public void SendAlone<TRequest>(in TRequest request)
        where TRequest : struct, IMessage<TRequest>
    {
        Span<byte> frame = stackalloc byte[FrameWriter.FrameMax];
        int length = FrameWriter.Write(frame, new FrameHeader(1, TRequest.Type, 1, Device.BootId), request);
        SendAlone(frame[..length], forMs: 20);
    }

    /// <summary>Another program, on the line beside the host, sends one request for the device's present boot.</summary>
    public void SendBeside<TRequest>(in TRequest request)
        where TRequest : struct, IMessage<TRequest>
    {
        Span<byte> frame = stackalloc byte[FrameWriter.FrameMax];
        int length = FrameWriter.Write(frame, new FrameHeader(1, TRequest.Type, 1, Device.BootId), request);
        Line.ToDevice.Send(frame[..length], urgent: false, Line.NowUs);
    }

    /// <summary>Another program, on the line while no host is, sends bytes, and a while passes.</summary>
    public void SendAlone(ReadOnlySpan<byte> bytes, int forMs)
    {
        Line.ToDevice.Send(bytes, urgent: false, Line.NowUs);
        Until(() => false, forMs);
    }

    /// <summary>A millisecond passes.</summary>
    public void Step()
    {
        long now = (Device.Ms + 1) * TimeSpan.TicksPerMillisecond;
        RunTimers(now);
        Clock.MoveTo(now);
        _toDevice.ResetWrittenCount();
        Line.AdvanceToDevice(now / TimeSpan.TicksPerMicrosecond, _toDevice);
        _fromDevice.ResetWrittenCount();
        Device.Step(_toDevice.WrittenSpan, _fromDevice);
        if (Device.Heard.Length > 0)
        {
            Note(Device.Heard, 1);
            DeviceHears?.Invoke(Device.Heard);
        }

        if (_fromDevice.WrittenCount > 0)
        {
            Note(_fromDevice.WrittenSpan, 2);
            Line.SendFromDevice(_fromDevice.WrittenSpan);
        }

        if (Line.AdvanceToHost(out ReadOnlySpan<byte> arrived))
        {
            Note(arrived, 3);
            _ears.Hear(arrived);
            Run(Host);
        }

        Oracle.Judge(Device.Heard);
        Oracle.Permits.HearAnswers(_fromDevice.WrittenSpan);
        if (Host is { Alive: false })
        {
            EndHost();
        }
    }

    /// <summary>Steps until the condition holds, at most so long. True if it came to hold.</summary>
    public bool Until(Func<bool> condition, int limitMs)
    {
        for (int i = 0; i < limitMs && !condition(); i++)
        {
            Step();
        }

        return condition();
    }

    /// <summary>Steps until the host's run of treat has ended or the host was killed, at most so long. Null if neither, or killed.</summary>
    public TreatmentOutcome? RunToOutcome(int limitMs)
    {
        Until(() => Host is not { Outcome: null }, limitMs);
        return Host?.Outcome;
    }

    public void Dispose()
    {
        EndHost();
        Device.Dispose();
    }

    private void RunTimers(long untilTicks)
    {
        while (!HostPaused && Host is { Alive: true } host && host.Loop.NextDueTimestamp is { } due && due <= untilTicks)
        {
            Clock.MoveTo(Math.Max(due, Clock.GetTimestamp()));
            Run(host);
        }
    }

    private void Run(HostProcess? host)
    {
        if (!HostPaused && host is { Alive: true })
        {
            host.Loop.RunReady();
        }
    }

    private TimeSpan DiskTakes() => (_options.DiskLatency?.Invoke() ?? TimeSpan.Zero) + DiskSlow;

    private bool OnInstant(HostInstant instant) => ++Instants != KillAt;

    private void OnSending(ReadOnlySpan<byte> frame)
    {
        int length = frame.Length;
        while (_sent.TryRead(ref frame, out WireFrame read))
        {
            Oracle.Disk.RequireBacked(read);
            _ears.RequireHeard(read);
            Oracle.Arming.RequireReady(read);
            Sent?.Invoke(read.Type, length);
        }
    }

    private void OnWritten(RecordEntry entry, JsonElement body)
    {
        Trace.Add(entry.AtUnixMs);
        Trace.Add(entry.Kind);
        Trace.Add(entry.Body);
        Recorder.Add(Ms, "disk:", entry);
        Oracle.Disk.Take(entry, body);
        Oracle.Arming.Take(entry.Kind, body);
        Oracle.JudgeRow(entry.Kind, body);
    }

    private long? HostCommittedNl()
    {
        if (Host is not { Alive: true } host)
        {
            return null;
        }

        // The ledger changes on the host's loop alone: it is added up again only when something ran there.
        if (_committed.Host == host && _committed.PiecesRun == host.Loop.PiecesRun)
        {
            return _committed.Nl;
        }

        long sum = 0;
        DoseLedger ledger = host.Session.Ledger;
        foreach (ZonePlan zone in _options.Input.Plan.Zones)
        {
            sum += (ledger.Zone(zone.Tag).Delivered + ledger.Unknown(zone.Tag)).Nl;
        }

        _committed = (host, host.Loop.PiecesRun, sum);
        return sum;
    }

    private void Note(ReadOnlySpan<byte> bytes, int way)
    {
        Recorder.Add(Ms, Ways[way], bytes);
        Trace.Add((Device.Ms * 4) + way);
        Trace.Add(bytes);
    }
}
