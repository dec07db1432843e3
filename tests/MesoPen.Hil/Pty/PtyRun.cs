using MesoPen.Host.Records;

namespace MesoPen.Hil;

/// <summary>One run of a scenario with real processes on a pseudo-terminal, in real time.</summary>
internal sealed class PtyRun : IDisposable
{
    /// <summary>
    /// What is added to a deadline of the scenario: an idle machine shows an instant within some milliseconds, but many runs share two cores, and one that
    /// starts a program keeps the others waiting. Deadlines of safety are judged by the device's own clock instead, where this counts for nothing.
    /// </summary>
    public const int AllowanceMs = 3000;

    // How often the truth file is looked at when nobody says anything.
    private const int LookMs = 5;

    // From the end of the last run until nothing can happen any more: a lease, a retract, a drop.
    private const int AftermathMs = 700;

    // Far longer than a program needs to start or to end, so that only a hang fails by it.
    private static readonly TimeSpan HangPatience = TimeSpan.FromSeconds(60);

    private readonly Scenario _scenario;
    private readonly int _seed;
    private readonly PtyRoom _room;
    private readonly JournalTail _journal;
    private readonly PtyWatch _watch;
    private readonly PtyHostFaults _hostFaults;
    private readonly TruthTail _tail;
    private readonly PtySteps _steps;
    private readonly AutoResetEvent _news = new(false);
    private readonly List<string> _ends = [];
    private ChildProcess? _gun;
    private HostRun? _host;
    private long _originUs = long.MaxValue;
    private long? _resumeAtMs;

    public PtyRun(Scenario scenario, int seed, ProductPrograms programs, LivingRooms rooms)
    {
        (_scenario, _seed) = (scenario, seed);
        _room = new PtyRoom(scenario, programs, rooms);
        _journal = new JournalTail(_room.DataPath);
        _watch = new PtyWatch(Truth, _journal, _ends);
        _hostFaults = new PtyHostFaults(scenario.Rig.Faults.Where(HostFaults.IsOne), _room.JournalPath, () => _host?.Process, KillHost);
        _tail = new TruthTail(_room.TruthPath);
        _steps = new PtySteps(scenario.Steps, _watch, Do);
    }

    public TruthLog Truth { get; } = new();

    /// <summary>The last events, for whoever must explain a failure.</summary>
    public FlightRecorder Recorder { get; } = new();

    /// <summary>How the runs of treat ended, in words.</summary>
    public IReadOnlyList<string> Ends => _ends;

    public PtyWatch Watch => _watch;

    /// <summary>Since the first host began, ms.</summary>
    public long Ms => MsOf(MonotonicClock.NowUs);

    /// <summary>When everything was ended, by the machine's clock, µs.</summary>
    public long EndUs { get; private set; }

    /// <summary>Runs until the scenario is over.</summary>
    /// <param name="starts">Lets so many begin at one time.</param>
    /// <exception cref="StepFailedException">A step failed, or a program did.</exception>
    public void Run(SemaphoreSlim starts)
    {
        starts.Wait();
        try
        {
            Begin();
        }
        finally
        {
            starts.Release();
        }

        while (!Over())
        {
            if (Ms >= _scenario.LimitMs + AllowanceMs)
            {
                throw new StepFailedException("limit", _steps.Line, "The run is not over within its limit" + (_steps.Line > 0 ? $"; the step in line {_steps.Line} still waits." : "."));
            }

            _news.WaitOne(LookMs);
            Look();
        }
    }

    /// <summary>Ends what still runs, and reads what is left to read.</summary>
    public void End()
    {
        _hostFaults.Dispose();
        LetHostGo();
        for (long from = Ms; _gun is { Ended: false } && Ms < from + AftermathMs;)
        {
            _news.WaitOne(LookMs);
            LookAtTruth(step: false);
        }

        EndUs = MonotonicClock.NowUs;
        if (_gun is not null)
        {
            _gun.Terminate();
            _gun.WaitForEnd(HangPatience);
            _room.End(_gun);
            _gun = null;
        }

        LookAtTruth(step: false);
    }

    /// <summary>The rows on the disk, when nothing runs any more.</summary>
    public IReadOnlyList<RecordEntry> Rows() => _journal.Settled();

    /// <summary>What the hosts sent.</summary>
    public SentFrames Sent() => SentFrames.Read(_room.Captures);

    public void Dispose()
    {
        _hostFaults.Dispose();
        LetHostGo();
        if (_gun is not null)
        {
            _room.End(_gun);
        }

        _tail.Dispose();
        _room.Dispose();
        _news.Dispose();
    }

    // The programs' own start is no part of the treatment: all of it is before the beginning.
    private long MsOf(long us) => Math.Max(0, us - _originUs) / 1000;

    private void Begin()
    {
        _gun = _room.StartGun(_seed, () => _news.Set());
        Await(_gun, "mesopen-sim", () => _gun.TryTake(out (long, string Text) line) && line.Text.StartsWith("ready ", StringComparison.Ordinal));
        StartHost();
        HostRun host = _host!;
        Await(host.Process, null, LookAtHost);
        _originUs = MonotonicClock.NowUs;
    }

    private void Await(ChildProcess child, string? name, Func<bool> came)
    {
        long fromUs = MonotonicClock.NowUs;
        while (!came())
        {
            if (child.Ended && name is null)
            {
                return;
            }

            if (child.Ended || MonotonicClock.NowUs > fromUs + HangPatience.TotalMicroseconds)
            {
                throw new StepFailedException("defect", 0, $"{name ?? "mesopen"} does not begin: {child.Errors}");
            }

            _news.WaitOne(LookMs);
        }
    }

    private bool Over() =>
        _steps.Ended || (_steps.Done && _resumeAtMs is null && _host is null && _ends.Count > 0);

    private void Look()
    {
        if (_gun is { Ended: true } gun)
        {
            throw new StepFailedException("defect", 0, $"mesopen-sim ended by itself with {gun.ExitCode}: {gun.Errors}");
        }

        LookAtTruth(step: true);
        LookAtHost();
        TakeOutcome();
        _hostFaults.Step(Ms, Truth);
        if (_resumeAtMs is { } at && Ms >= at)
        {
            StartHost();
        }

        _steps.Advance(Ms);
    }

    private void LookAtTruth(bool step)
    {
        while (_tail.TryTake(out string line))
        {
            TruthInstantLine? instant = Truth.Take(line);
            long ms = instant is null ? Ms : MsOf(instant.MonoUs);
            Recorder.Add(ms, "truth " + line, []);
            if (step)
            {
                _hostFaults.Step(ms, Truth);
                _steps.Advance(ms);
            }
        }
    }

    /// <summary>Takes in what the host says. Whether it said something.</summary>
    private bool LookAtHost()
    {
        bool said = false;
        while (_host is { } host && host.Process.TryTake(out (long AtUs, string Text) line))
        {
            said = true;
            Recorder.Add(MsOf(line.AtUs), "host " + line.Text, []);
            if (host.Take(line.Text) is { } told)
            {
                _watch.Tell(told.Text, told.Refusal);
                _steps.Advance(MsOf(line.AtUs));
            }
        }

        return said;
    }

    private void TakeOutcome()
    {
        if (_host is not { Process.Ended: true } host)
        {
            return;
        }

        LookAtHost();
        string outcome = host.Outcome ?? throw new StepFailedException("defect", 0, $"mesopen treat ended with {host.Process.ExitCode}: {host.Process.Errors}");
        if (host.Summary is { } summary && summary != outcome)
        {
            throw new StepFailedException("defect", 0, $"mesopen treat says {summary}, and its exit code {host.Process.ExitCode} is {outcome}.");
        }

        LetHostGo();
        _ends.Add(outcome);
        Recorder.Add(Ms, $"run {_ends.Count} ends: {outcome}", []);
        ResumeLater(completed: outcome == "completed");
    }

    private void ResumeLater(bool completed) =>
        _resumeAtMs = !completed && _scenario.Rig.ResumeMs is { } wait && !_journal.Closed ? Ms + wait : null;

    private void StartHost()
    {
        _resumeAtMs = null;
        if (_journal.Closed)
        {
            return;
        }

        LetHostGo();
        bool resume = _journal.Open;
        Recorder.Add(Ms, $"run {_ends.Count + 1} begins{(resume ? " with --resume" : "")}", []);
        _host = new HostRun(_room.StartHost(resume, () => _news.Set()));
    }

    private void KillHost(int? backAfterMs)
    {
        if (_host is not { } host)
        {
            return;
        }

        host.Process.Kill();
        if (!host.Process.WaitForEnd(HangPatience))
        {
            throw new StepFailedException("defect", 0, "mesopen cannot be killed.");
        }

        LookAtHost();
        LetHostGo();
        _ends.Add("killed");
        Recorder.Add(Ms, $"run {_ends.Count} ends: killed", []);
        ResumeLater(completed: false);
        _resumeAtMs = backAfterMs is { } back && !_journal.Closed ? Ms + back : _resumeAtMs;
    }

    private void LetHostGo()
    {
        if (_host is { } host)
        {
            _host = null;
            _room.End(host.Process);
        }
    }

    private void Do(ScenarioAction action)
    {
        Recorder.Add(Ms, "step: " + action.Text, []);
        switch (action.Kind)
        {
            case ActionKind.Stop: Host(action).Type("s"); break;
            case ActionKind.Pause: Host(action).Type("p"); break;
            case ActionKind.KillHost: Host(action); KillHost(null); break;
            case ActionKind.StartHost: StartHost(); break;
            case ActionKind.End: break;
            default: throw new InvalidOperationException($"No way to do {action.Kind}.");
        }
    }

    private ChildProcess Host(ScenarioAction action) =>
        _host?.Process ?? throw new StepFailedException("step", action.Line, $"{action.Text}: no host runs at {Ms} ms.");
}
