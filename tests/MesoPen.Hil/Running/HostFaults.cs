using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>Faults of the catalogue that befall the host and its computer: carried out here, since the simulator is another machine.</summary>
internal sealed class HostFaults
{
    private readonly VirtualTreatment _treatment;
    private readonly Action<int?> _kill;
    private readonly StrokeWatch _strokes = new();
    private readonly List<FaultPlan> _plans = [];
    private readonly HashSet<string> _acting = [];

    public HostFaults(VirtualTreatment treatment, IEnumerable<FaultSpec> faults, Action<int?> kill)
    {
        (_treatment, _kill) = (treatment, kill);
        FaultSpec[] all = [.. faults];
        if (all.Length > 0)
        {
            _plans.Add(new FaultPlan(all, Begin, End));
        }
    }

    /// <summary>How many have begun.</summary>
    public int Begun { get; private set; }

    /// <summary>Whether a fault is one of the host's.</summary>
    public static bool IsOne(FaultSpec fault) => fault.Kind.Group == FaultGroup.Host;

    /// <summary>After every step of time.</summary>
    public void Step()
    {
        if (_plans.Count > 0)
        {
            FaultInstant now = _strokes.Look(_treatment.Device.Plant, _treatment.Ms);
            foreach (FaultPlan plan in _plans)
            {
                plan.Step(now);
            }
        }
    }

    /// <summary>A frame passed the line, either way.</summary>
    public void Pass(MessageType type)
    {
        foreach (FaultPlan plan in _plans)
        {
            plan.Pass(type, _treatment.Ms);
        }
    }

    /// <summary>Begins one now.</summary>
    public void Inject(FaultSpec fault)
    {
        FaultPlan plan = new([fault with { Trigger = new FaultTrigger.Time(_treatment.Ms) }], Begin, End);
        _plans.Add(plan);
        plan.Step(_strokes.Look(_treatment.Device.Plant, _treatment.Ms));
    }

    /// <summary>Ends one by its name, if it acts.</summary>
    public void End(string name)
    {
        if (_acting.Contains(name))
        {
            Apply(FaultSpec.Parse(name), acting: false);
        }
    }

    private void Begin(FaultSpec fault)
    {
        Begun++;
        Apply(fault, acting: true);
    }

    private void End(FaultSpec fault) => Apply(fault, acting: false);

    private void Apply(FaultSpec fault, bool acting)
    {
        FaultKind kind = fault.Kind;
        _treatment.Recorder.Add(_treatment.Ms, $"{(acting ? "fault" : "end of fault")} {kind.Name}", []);
        _ = acting ? _acting.Add(kind.Name) : _acting.Remove(kind.Name);
        switch (kind.Name)
        {
            case FaultCatalogue.HostKill when acting: _kill(fault.ForMs); break;
            case FaultCatalogue.HostPause: _treatment.HostPaused = acting; break;
            case FaultCatalogue.WallJump when acting: _treatment.Clock.JumpWall(TimeSpan.FromSeconds(fault.Value)); break;
            case FaultCatalogue.DiskFull: _treatment.Disk.Failure = acting ? "The disk is full: make room." : null; break;
            case FaultCatalogue.DiskLocked: _treatment.Disk.Failure = acting ? "The journal is locked by another program: close it." : null; break;
            case FaultCatalogue.DiskSlow: _treatment.DiskSlow = acting ? TimeSpan.FromMilliseconds(fault.Value) : TimeSpan.Zero; break;
            default: break;
        }
    }
}
