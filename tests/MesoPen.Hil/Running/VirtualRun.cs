using System.Globalization;
using MesoPen.Host.Control;
using MesoPen.Kernel;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>One run of a scenario on virtual time.</summary>
internal sealed class VirtualRun : IDisposable
{
    // From the end of the last run until nothing can happen any more: a lease, a retract, a drop.
    private const int AftermathMs = 700;

    private readonly Scenario _scenario;
    private readonly List<string> _ends = [];
    private readonly List<(string Question, string Answer)> _answers = [];
    private readonly ConditionWatch _watch;
    private readonly HostFaults _hostFaults;
    private int _step;
    private long _stepFromMs;
    private long? _heldAtMs;
    private long? _resumeAtMs;
    private bool _outcomeTaken;
    private bool _ended;

    public VirtualRun(Scenario scenario, int seed)
    {
        _scenario = scenario;
        ScenarioRig rig = scenario.Rig;
        _answers.AddRange(rig.Answers);
        Treatment = new VirtualTreatment(new VirtualTreatmentOptions
        {
            Input = scenario.Input,
            Profile = scenario.Profile,
            Device = scenario.Device,
            Seed = seed,
            Operator = rig.Operator,
            Faults = [.. rig.Faults.Where(fault => !HostFaults.IsOne(fault))],
            Weather = rig.Weather ?? LinkWeather.Drawn(new SeededChance((ulong)seed)),
            DiskLatency = rig.DiskMs > 0 ? () => TimeSpan.FromMilliseconds(rig.DiskMs) : null,
            AnswerMs = rig.AnswerMs,
            LinkPatience = TimeSpan.FromMilliseconds(rig.LinkPatienceMs),
            CalibrationDueDay = rig.CalibrationDueDay,
            Certificates = rig.Certificates,
            Adjustment = rig.Adjustment,
            Start = rig.Start,
            Excused = scenario.Excuses.Select(excuse => excuse.Invariant).ToHashSet(),
        });
        _watch = new ConditionWatch(Treatment, _ends);
        _hostFaults = new HostFaults(Treatment, rig.Faults.Where(HostFaults.IsOne), KillHost);
        _watch.Passed = _hostFaults.Pass;
    }

    public VirtualTreatment Treatment { get; }

    public ConditionWatch Watch => _watch;

    /// <summary>Called after every step of time.</summary>
    public Action<VirtualTreatment>? EachStep { get; init; }

    /// <summary>Faults that have begun.</summary>
    public int FaultsBegun => Treatment.Device.FaultsBegun + _hostFaults.Begun;

    public string LastState => Treatment.LastState?.ToString() ?? "not begun";

    /// <summary>How the runs of treat ended so far, in words.</summary>
    public IReadOnlyList<string> Ends => _ends;

    /// <summary>Runs to the end.</summary>
    /// <exception cref="StepFailedException">A step or an expectation failed.</exception>
    /// <exception cref="BrokenInvariantException">The plant's truth broke an invariant.</exception>
    public void Run()
    {
        StartHost();
        while (!Over())
        {
            if (Treatment.Ms >= _scenario.LimitMs)
            {
                string waits = _step < _scenario.Steps.Count ? $"; the step in line {_scenario.Steps[_step].Line} still waits" : "";
                throw new StepFailedException("limit", _step < _scenario.Steps.Count ? _scenario.Steps[_step].Line : 0, $"The run is not over within its limit{waits}.");
            }

            Treatment.Step();
            _hostFaults.Step();
            EachStep?.Invoke(Treatment);
            _watch.Look();
            TakeOutcome();
        }

        Treatment.EndHost();
        for (int i = 0; i < AftermathMs; i++)
        {
            Treatment.Step();
        }

        EndCheck.Require(_scenario, this);
    }

    public void Dispose() => Treatment.Dispose();

    private bool Over()
    {
        Advance();
        return _ended || (_step >= _scenario.Steps.Count && _resumeAtMs is null && Treatment.Host is not { Outcome: null } && (_ends.Count > 0));
    }

    private void TakeOutcome()
    {
        if (!_outcomeTaken && Treatment.Host is { Outcome: { } outcome })
        {
            _outcomeTaken = true;
            _ends.Add(TreatmentSummary.Word(outcome));
            ResumeLater(outcome == TreatmentOutcome.Completed);
        }

        if (_resumeAtMs is { } at && Treatment.Ms >= at)
        {
            StartHost();
        }
    }

    private void ResumeLater(bool completed) =>
        _resumeAtMs = !completed && _scenario.Rig.ResumeMs is { } wait && _ends.Count <= _scenario.Rig.ResumesMax && !Treatment.Oracle.Disk.Closed ? Treatment.Ms + wait : null;

    private void StartHost()
    {
        _resumeAtMs = null;
        _outcomeTaken = false;
        if (Treatment.StartHost())
        {
            Treatment.Host!.Desk.Answer = question => _answers.FirstOrDefault(each => question.Contains(each.Question, StringComparison.OrdinalIgnoreCase)).Answer ?? "yes";
            _watch.NewHost();
        }
    }

    private void KillHost() => KillHost(null);

    private void KillHost(int? backAfterMs)
    {
        if (Treatment.Host is { Outcome: null })
        {
            _ends.Add("killed");
            Treatment.EndHost();
            ResumeLater(completed: false);
            _resumeAtMs = backAfterMs is { } back && !Treatment.Oracle.Disk.Closed ? Treatment.Ms + back : _resumeAtMs;
        }
    }

    /// <summary>Does every step whose time has come.</summary>
    private void Advance()
    {
        while (!_ended && _step < _scenario.Steps.Count && Comes(_scenario.Steps[_step]))
        {
            _step++;
            _stepFromMs = Treatment.Ms;
            _heldAtMs = null;
        }
    }

    private bool Comes(ScenarioStep step)
    {
        long now = Treatment.Ms;
        if (_heldAtMs is null)
        {
            bool holds = step.AtMs is { } at ? now >= at : step.When is not { } when || _watch.Holds(when);
            _heldAtMs = holds ? now : null;
        }

        if (_heldAtMs is not { } held || now < (step.When is null && step.AtMs is null ? _stepFromMs : held) + step.AfterMs)
        {
            return false;
        }

        if (step.Do is { } action)
        {
            Do(action);
            return true;
        }

        Condition expected = step.Expect!;
        if (_watch.Holds(expected))
        {
            return true;
        }

        return now < held + step.AfterMs + step.WithinMs
            ? false
            : throw new StepFailedException("expectation", step.Line, $"Not within {step.WithinMs} ms: {expected.Text}. {_watch.Describe()}");
    }

    private void Do(ScenarioAction action)
    {
        Treatment.Recorder.Add(Treatment.Ms, "step: " + action.Text, []);
        switch (action.Kind)
        {
            case ActionKind.Stop: Host(action); Treatment.Stop(); break;
            case ActionKind.Pause: Ask(action, at => new SessionEvent.Pause(at, "Paused by tester.")); break;
            case ActionKind.TakeOverUnknown: Ask(action, at => new SessionEvent.SettleUnknown(at, "tester", "scenario")); break;
            case ActionKind.PressStopButton: Treatment.Device.Plant.StopButton = true; break;
            case ActionKind.ReleaseStopButton: Treatment.Device.Plant.StopButton = false; break;
            case ActionKind.KillHost: Host(action); KillHost(); break;
            case ActionKind.StartHost: StartHost(); break;
            case ActionKind.Fault: Inject(FaultSpec.Parse(action.Word)); break;
            case ActionKind.EndFault: EndFault(action.Word); break;
            case ActionKind.Weather: Treatment.Line.Weather = ScenarioReader.WeatherOf(action.Word) ?? LinkWeather.Drawn(new SeededChance((ulong)Treatment.Seed)); break;
            case ActionKind.Answer: _answers.Insert(0, (action.Word, action.Answer)); break;
            case ActionKind.PullCartridge: Treatment.Device.Plant.PullCartridge(); break;
            case ActionKind.InsertCartridge: Treatment.Device.Plant.InsertCartridge(); break;
            case ActionKind.SetScale: SetScale(uint.Parse(action.Word, CultureInfo.InvariantCulture)); break;
            case ActionKind.End: _ended = true; break;
            default: throw new InvalidOperationException($"No way to do {action.Kind}.");
        }
    }

    /// <summary>Another program on the line, with the next id: what the device says to it, only the device decides.</summary>
    private void SetScale(uint plungerPpm)
    {
        uint id = (Treatment.Device.Status?.LastId ?? 0) + 1;
        Treatment.SendBeside(new CalibrationSetRequest(id, plungerPpm, 0, 0, Treatment.CalibrationDueDay, default));
    }

    private void Inject(FaultSpec fault)
    {
        if (HostFaults.IsOne(fault))
        {
            _hostFaults.Inject(fault);
        }
        else
        {
            Treatment.Device.Inject(fault with { Trigger = new FaultTrigger.Time(Treatment.Ms) });
        }
    }

    private void EndFault(string name)
    {
        _hostFaults.End(name);
        Treatment.Device.EndFault(name);
    }

    private HostProcess Host(ScenarioAction action) =>
        Treatment.Host ?? throw new StepFailedException("step", action.Line, $"{action.Text}: no host runs at {Treatment.Ms} ms.");

    private void Ask(ScenarioAction action, Func<long, SessionEvent> happened)
    {
        HostProcess host = Host(action);
        host.Control.Ask(happened);
        host.Loop.RunReady();
    }
}
