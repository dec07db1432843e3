using System.Collections.Concurrent;
using System.Collections.Immutable;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Connection;
using MesoPen.Host.Control;
using MesoPen.Host.Input;
using MesoPen.Host.Links;
using MesoPen.Host.Loop;
using MesoPen.Host.Records;
using MesoPen.Kernel;
using MesoPen.Protocol;

namespace MesoPen.Host.Station;

/// <summary>
/// One treatment in the served process: its own thread for the control path, its own lane to the station's journal. Whatever is asked of it is done
/// on that thread and answered; a stop waits behind nothing.
/// </summary>
internal sealed partial class RunningTreatment : IAsyncDisposable
{
    private static readonly TimeSpan PublishInterval = TimeSpan.FromMilliseconds(50);
    private readonly EventLoop _loop;
    private readonly RecordLane _lane;
    private readonly ControlLoop _control;
    private readonly DeviceConnection _connection;
    private readonly CancellationTokenSource _end = new();
    private readonly LiveFeed _feed;
    private readonly string _station;
    private readonly ITimer _publish;
    private readonly Dictionary<Readiness, string?> _told = [];
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableArray<StationGate> _gates = [];
    private readonly ConcurrentQueue<StopWait> _stops = new();
    private DoseUncertainty? _doses;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SessionState _shown;
    private bool _publishing;
    private StationStop? _stop;
    private uint _shotShown;
    private int _primes;
    private string? _refused;
    private string? _said;
    private string? _paused;
    private string? _defect;

    /// <param name="station">Id of the station.</param>
    /// <param name="sessionId">Id of the session.</param>
    /// <param name="input">Plan and limits.</param>
    /// <param name="about">What the session is about.</param>
    /// <param name="rows">Rows of the session that stand in the station's journal already.</param>
    /// <param name="device">Address of the device.</param>
    /// <param name="store">The station's journal.</param>
    /// <param name="feed">Who follows.</param>
    /// <param name="clock">The time.</param>
    /// <param name="serial">Serial number of the device that was saved at that address; null if none was.</param>
    /// <exception cref="RecordStoreException">The rows contradict each other.</exception>
    public RunningTreatment(
        string station, string sessionId, TreatmentInput input, StationCase about, IReadOnlyList<JournalRow> rows, DeviceAddress device, IRecordStore store,
        LiveFeed feed, TimeProvider clock, string? serial = null)
    {
        (SessionId, Input, About, Device, _feed, _station, _primes) = (sessionId, input, about, device, feed, station, rows.Count(StationSums.IsPriming));
        _loop = new EventLoop(clock);
        Session session = new(input.Plan, input.Limits, SessionSettings.Of(input));
        session.Restore(rows.Select(SessionRecordCodec.Decode).OfType<SessionRecord>());
        (_shotShown, Interrupted) = (session.Ledger.LastShot, rows.Count > 0);
        _lane = RecordLane.Threaded(store, _loop);
        _control = new ControlLoop(_loop, session, _lane, input.Plan, sessionId)
        {
            Noticed = Note, Changed = OnChanged, StoodStill = OnStoodStill,
        };
        TraceEar ear = new(_control, Show);
        _connection = new DeviceConnection(
            _loop, () => device.NewLink(), ear, new ExpectedDevice(input.Profile.Id, session.Ledger.DeviceSerial ?? serial, input.Profile.Needles),
            new Random(Environment.ProcessId));
        _publish = _loop.CreateTimer(_ => Publish(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        ear.Use(_connection);
        _loop.Post(() => _control.Start(_connection));
        _thread = new Thread(Run) { Name = "treatment", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Id of the session.</summary>
    public string SessionId { get; }

    /// <summary>Where the device is.</summary>
    public DeviceAddress Device { get; }

    /// <summary>Plan and limits.</summary>
    public TreatmentInput Input { get; }

    /// <summary>What the session is about.</summary>
    public StationCase About { get; }

    /// <summary>Whose turn it is with the station's device: given back when the device was let go.</summary>
    public IDisposable? Turn { get; init; }

    /// <summary>Which console has the control.</summary>
    public ControlToken Control { get; } = new();

    /// <summary>Rows of the session stood in the journal when this program took it up, and nothing was armed since.</summary>
    public bool Interrupted { get; private set; }

    private Session Session => _control.Session;

    /// <summary>Stop: waits behind nothing. The answer comes when the device said that it stands still: the time since the stop came in, ms.</summary>
    /// <param name="person">Who asks: a person's id, or that nobody is signed in.</param>
    /// <param name="arrived">When it came in, by the clock's timestamp.</param>
    public Task<long> StopAsync(string person, long arrived)
    {
        // What waits is known before the device can answer.
        StopWait wait = new(arrived);
        _stops.Enqueue(wait);
        _control.RequestStop(person);
        DateTimeOffset at = _loop.GetUtcNow() - _loop.GetElapsedTime(arrived);
        _loop.PostUrgent(() =>
        {
            _stop = new StationStop(at, person, wait.AtRest.Task.IsCompletedSuccessfully ? wait.AtRest.Task.Result : null);
            Publish();
        });
        return wait.AtRest.Task;
    }

    /// <summary>Shows who has the control, as soon as the control path has time.</summary>
    public void ShowHolder() => _loop.Post(Publish);

    /// <summary>Shows who has the control.</summary>
    public Task<bool> ShowHolderAsync() => AskAsync(_ =>
    {
        Publish();
        return true;
    });

    /// <summary>Says a sentence to whoever follows, and writes it into the session's record.</summary>
    public Task<bool> SayAsync(string what, string sentence) => AskAsync(control =>
    {
        control.Note(what, sentence);
        Note(NoticeKind.Info, sentence);
        return true;
    });

    /// <summary>Does something on the control path and gives what came of it.</summary>
    /// <exception cref="InvalidOperationException">The control path has ended.</exception>
    public async Task<T> AskAsync<T>(Func<ControlLoop, T> work)
    {
        TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool posted = _loop.Post(() => answer.SetResult(work(_control)));
        return posted && await Task.WhenAny(answer.Task, _ended.Task) == answer.Task
            ? await answer.Task
            : throw new InvalidOperationException("The control path does not answer: look at the patient, and start the program anew.");
    }

    /// <summary>Takes an event to the kernel; why it was refused, null if it was not.</summary>
    /// <param name="happened">The event, by the time at which it is taken.</param>
    /// <param name="asking">
    /// Who asks: whoever lost the control since then, for reading records takes its time, is refused here, where nobody comes between. Null if it needs
    /// no control.
    /// </param>
    public Task<Problem?> TakeAsync(Func<long, SessionEvent> happened, StationControl? asking) => AskAsync(control =>
        asking is not null && Control.Lost(asking) is { } lost ? lost
        : Take(happened(control.NowUnixMs)) is { } refused ? TreatmentProblems.NotReady.With(refused)
        : null);

    /// <summary>Tells the kernel the ranges that the device is calibrated in, and goes by its certificate's uncertainty from here on.</summary>
    public Task<bool> CalibrateAsync(CertificatesState certificates) => AskAsync(control =>
    {
        if (control.Facts?.Serial is not { } serial)
        {
            return false;
        }

        _doses = DoseUncertainty.Of(certificates, serial);
        control.Take(new SessionEvent.Calibrated(control.NowUnixMs, CalibratedLimits.Of(certificates, serial)));
        return true;
    });

    /// <summary>What each zone had.</summary>
    public Task<ImmutableArray<ZoneGiven>> GivenAsync() => AskAsync(_ => StationSums.Given(Session, Input, _doses));

    /// <summary>Waits until something holds on the control path, or the time is over. Gives whether it holds.</summary>
    public async Task<bool> UntilAsync(Func<Session, bool> holds, TimeSpan atMost, TimeProvider clock)
    {
        long began = clock.GetTimestamp();
        while (true)
        {
            (bool now, Task changed) = await AskAsync(_ => (holds(Session), _changed.Task));
            TimeSpan left = atMost - clock.GetElapsedTime(began);
            if (now || left <= TimeSpan.Zero)
            {
                return now;
            }

            await Task.WhenAny(changed, _ended.Task, Task.Delay(left, clock));
        }
    }

    private void Run()
    {
        try
        {
            _loop.Run(_end.Token);
        }
        catch (Exception defect)
        {
            // The device's lease ends the permit; what is known is on the disk.
            _defect = "A defect of this program ended the treatment; the device stops by itself. Look at the patient, start the program anew, and report it: "
                + defect.GetBaseException().Message;
            _feed.Add(new LiveNotice(NoticeKind.Stopped, _defect));
            _feed.Show(_feed.View with { Defect = _defect, State = null });
        }

        _ended.SetResult();
    }

    private string? Take(SessionEvent happened)
    {
        _refused = null;
        _control.Take(happened);
        _primes += happened is SessionEvent.Prime && _refused is null ? 1 : 0;
        return _refused;
    }

    private void Note(NoticeKind kind, string text)
    {
        if (kind == NoticeKind.Refused)
        {
            _refused = text;
        }

        _paused = kind == NoticeKind.Paused ? text : _paused;
        _said = text;
        _feed.Add(new LiveNotice(kind, text));
        Publish();
    }

    private void OnStoodStill()
    {
        long now = _loop.GetTimestamp();
        while (_stops.TryDequeue(out StopWait? wait))
        {
            long ms = (long)Math.Ceiling(_loop.GetElapsedTime(wait.Arrived, now).TotalMilliseconds);
            wait.AtRest.TrySetResult(ms);
            _stop = _stop is { AtRestMs: null } ? _stop with { AtRestMs = ms } : _stop;
        }

        Publish();
    }

    private void OnChanged()
    {
        if (_changed.Task is { IsCompleted: false })
        {
            TaskCompletionSource changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            changed.SetResult();
        }

        if (Session.Ledger.LastShot != _shotShown)
        {
            foreach (Shot shot in Session.Ledger.Shots.Where(shot => shot.Index > _shotShown))
            {
                _feed.Add(new LiveShot(
                    shot.Index, Input.Plan.Find(shot.Zone)?.Zone, SessionRecordCodec.OutcomeWord(shot.Answer), shot.Depth.Um, shot.Volume.Nl,
                    shot.Partial));
            }

            _shotShown = Session.Ledger.LastShot;
        }

        if (Session.State != _shown)
        {
            _shown = Session.State;
            (_paused, Interrupted) = Session.IsIn(SessionState.Armed) ? (null, false) : (_paused, Interrupted);
            Publish();
        }
        else if (!_publishing)
        {
            _publishing = true;
            _publish.Change(PublishInterval, Timeout.InfiniteTimeSpan);
        }
    }

    private void Show(TraceEvent trace)
    {
        LiveSample[] samples = new LiveSample[trace.Samples.Count];
        for (int i = 0; i < samples.Length; i++)
        {
            TraceSample sample = trace.Samples[i];
            samples[i] = new LiveSample(unchecked(trace.DeviceMs - sample.AgeMs), sample.PressureKpa, sample.NeedleUm);
        }

        _feed.Trace(samples);
    }

    private void Publish()
    {
        _publishing = false;
        _feed.Show(StationViews.Of(_station, SessionId, _control, Input, About, _primes, _doses) with
        {
            Gates = _gates, Notice = _said, Control = Control.Holder, Stop = _stop,
            PausedBecause = _paused, Interrupted = Interrupted,
        });
    }
}
