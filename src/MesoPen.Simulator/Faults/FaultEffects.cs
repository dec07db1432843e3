namespace MesoPen.Simulator;

/// <summary>
/// What faults do: begins and ends each where it acts. What a fault needs beyond the machine stands here only if one of the run's faults needs
/// it, so that a device without faults has nothing in its way.
/// </summary>
internal sealed class FaultEffects
{
    private const ulong LineSeed = 0x6C696E6B;

    private readonly SimulatedDevice _device;
    private readonly Operator _operator;
    private readonly SimulationOptions _options;
    private readonly FaultPlan _plan;
    private readonly StrokeWatch _watch = new();

    internal FaultEffects(SimulatedDevice device, Operator hands, SimulationOptions options)
    {
        (_device, _operator, _options) = (device, hands, options);
        _plan = new FaultPlan(options.Faults, Begin, End);
        foreach (var spec in options.Faults)
        {
            spec.RequireInSimulator(options.Operator);
            Prepare(spec);
        }
    }

    internal FaultyLine? Line { get; private set; }

    internal FirmwareEar? Ear { get; private set; }

    internal SkewedClock? Clock { get; private set; }

    internal HelloForger Forger { get; } = new();

    /// <summary>How many have begun so far.</summary>
    internal int Begun { get; private set; }

    /// <summary>Whether there is anything to ask for at all.</summary>
    internal bool None => _plan.IsEmpty;

    /// <summary>How long the power stays away when it fails during a write, ms.</summary>
    internal int BrownoutMs { get; private set; }

    private Plant Plant => _device.Plant;

    /// <summary>After every millisecond's exchange.</summary>
    internal void Step(long ms) => _plan.Step(_watch.Look(Plant, ms));

    /// <summary>One more fault, in the middle of a run. Throws <see cref="SimulatorInputException"/> for what can only be there from the start.</summary>
    internal void Inject(FaultSpec spec)
    {
        spec.RequireInSimulator(_options.Operator);
        if (spec.Kind.FromStart)
        {
            throw new SimulatorInputException($"--fault {spec.Text}: {spec.Kind.Name} can only be there from the start.");
        }

        Prepare(spec);
        _plan.Add(spec, _device.Ms);
    }

    /// <summary>Ends those of a kind that act.</summary>
    internal void EndAll(string name) => _plan.End(name);

    /// <summary>Those that act or wait.</summary>
    internal IEnumerable<PlannedFault> Open => _plan.Open;

    /// <summary>Ends and takes back those of a kind, or all.</summary>
    internal void Withdraw(string? name) => _plan.Withdraw(name);

    private void Prepare(FaultSpec spec)
    {
        if (spec.Trigger is FaultTrigger.Message || IsOfFrames(spec.Kind))
        {
            Line ??= new FaultyLine(_plan, _options.Seed ^ LineSeed, Spoilt);
        }

        switch (spec.Kind.Name)
        {
            case FaultCatalogue.StopIgnored or FaultCatalogue.LeaseIgnored:
                Ear ??= new FirmwareEar();
                break;
            case FaultCatalogue.ClockDrift or FaultCatalogue.ClockJump:
                Clock ??= new SkewedClock();
                break;
        }
    }

    private static bool IsOfFrames(FaultKind kind) =>
        kind.Group == FaultGroup.Link && kind.Name is not (FaultCatalogue.LinkCut or FaultCatalogue.LinkSilent);

    private void Begin(FaultSpec fault)
    {
        Begun++;
        Plant.Event("fault:" + fault.Kind.Name);
        Apply(fault, acting: true);
    }

    private void End(FaultSpec fault) => Apply(fault, acting: false);

    private void Spoilt(FaultSpec fault, bool done)
    {
        Begun += done ? 1 : 0;
        Plant.Event((done ? "fault:" : "fault_missed:") + fault.Kind.Name);
    }

    private void Apply(FaultSpec fault, bool acting)
    {
        switch (fault.Kind.Group)
        {
            case FaultGroup.Link when fault.Kind.Frame is { } frame:
                Blow(frame, acting ? fault.Value : 0, fault.LateMs);
                break;
            case FaultGroup.Link:
                ApplyToLink(fault, acting);
                break;
            case FaultGroup.Operator:
                ApplyToOperator(fault, acting);
                break;
            default:
                if (!ApplyToPower(fault, acting))
                {
                    FaultsOfPlant.Apply(Plant, fault, acting);
                }

                break;
        }
    }

    private void ApplyToLink(FaultSpec fault, bool acting)
    {
        switch (fault.Kind.Name)
        {
            case FaultCatalogue.LinkCut:
                _device.SetLink(acting ? SimulatedLink.Cut : SimulatedLink.Up);
                break;
            case FaultCatalogue.LinkSilent:
                _device.SetLink(acting ? SimulatedLink.Silent : SimulatedLink.Up);
                break;
            case FaultCatalogue.LinkMute:
                Line!.Link.Silence(LinkWay.ToHost, acting);
                break;
            case FaultCatalogue.LinkDeaf:
                Line!.Link.Silence(LinkWay.ToDevice, acting);
                break;
            case FaultCatalogue.LinkNoise:
                Line!.Link.Weather = Line.Link.Weather with { NoisePermille = acting ? fault.Value : 0 };
                break;
        }
    }

    /// <summary>Changes the weather on the line; a share of 0 is the end of it.</summary>
    private void Blow(FrameFault fault, int value, int lateMs)
    {
        var weather = Line!.Link.Weather;
        Line.Link.Weather = fault switch
        {
            FrameFault.Drop => weather with { LossPermille = value },
            FrameFault.Duplicate => weather with { DuplicatePermille = value, DuplicateMsMax = lateMs },
            FrameFault.Replay => weather with { ReplayPermille = value, ReplayMsMax = lateMs },
            FrameFault.Reorder => weather with { ReorderPermille = value, ReorderMsMax = lateMs },
            FrameFault.Flip => weather with { FlipPermille = value },
            FrameFault.Truncate => weather with { TruncatePermille = value },
            FrameFault.Merge => weather with { MergePermille = value },
            _ => weather with { DelayMsMax = value },
        };
    }

    private void ApplyToOperator(FaultSpec fault, bool acting)
    {
        switch (fault.Kind.Name)
        {
            case FaultCatalogue.OperatorDouble:
                _operator.Habits.PressesTwice = acting;
                break;
            case FaultCatalogue.OperatorHold:
                _operator.Habits.Holds = acting;
                Plant.Finger &= acting;
                break;
            case FaultCatalogue.OperatorLift when acting:
                _operator.Habits.Lift();
                break;
            case FaultCatalogue.OperatorWrongZone:
                _operator.Habits.Astray = acting;
                break;
            case FaultCatalogue.CartridgeOut when acting:
                Plant.PullCartridge();
                break;
        }
    }

    /// <summary>Power, memory, clock and ears of the device. False if the fault is none of these.</summary>
    private bool ApplyToPower(FaultSpec fault, bool acting)
    {
        switch (fault.Kind.Name)
        {
            case FaultCatalogue.Reset:
                if (acting)
                {
                    _device.CutPower(fault.ForMs ?? int.MaxValue);
                }

                return true;
            case FaultCatalogue.Brownout:
                if (acting)
                {
                    BrownoutMs = fault.ForMs ?? int.MaxValue;
                    _device.FailNextWrite(fault.Value);
                }

                return true;
            case FaultCatalogue.ClockDrift:
                Clock!.DriftPermille = acting ? fault.Value : 0;
                return true;
            case FaultCatalogue.ClockJump:
                Clock!.Jump(acting ? fault.Value : 0);
                return true;
            case FaultCatalogue.StopIgnored:
                Ear!.IgnoresStop = acting;
                return true;
            case FaultCatalogue.LeaseIgnored:
                Ear!.IgnoresLease = acting;
                return true;
            case FaultCatalogue.ProtocolVersion:
                Forger.Version = acting ? (byte)fault.Value : null;
                return true;
            default:
                return fault.Kind.FromStart;
        }
    }
}
