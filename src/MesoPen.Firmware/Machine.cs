using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>
/// What the device does, without the wire: its axes, its permit, its latch, its memory, and the order in which a tick looks at
/// them. Requests change it through <see cref="RequestHandler"/>.
/// </summary>
internal sealed class Machine
{
    /// <summary>Time for the drive to grip a new cartridge's plunger and stand, ms: a hand's movement.</summary>
    private const int GripMs = 1000;

    private readonly IActuators _actuators;
    private readonly DurableMemory _memory;
    private readonly ShotKeeper _shots;
    private readonly Lamp _lamp;
    private long _frameAtMs;
    // A boot counts as a shot: how long ago the last one was is not known, and the interval holds over a reset too.
    private long _shotAtMs;
    private uint _cartridgeId;
    private uint _faultCartridgeId;

    internal Machine(DeviceConfiguration configuration, IActuators actuators, INonVolatile memory, uint bootSalt)
    {
        Configuration = configuration;
        _actuators = actuators;

        // Motion goes on over a reset. It ends here, before anything is read or said.
        actuators.HaltPlunger();
        Needle = new Needle(actuators, configuration);
        Needle.Retract(Clock.NowMs);
        _memory = new DurableMemory(memory);
        Adjustments = new AdjustmentMemory(_memory, configuration);
        bool adjusted = Adjustments.Load();
        Needle.OffsetUm = Adjustments.Held.NeedleOffsetUm;
        Plunger = new Plunger(actuators, (int)Scale.StepsIn(configuration.FlowNlPerS), Scale.StepsIn(configuration.DoseMinNl));
        Sequencer = new ShotSequencer(configuration, Needle, Plunger);
        Prime = new PlungerRun(Plunger, Adjustments);
        CalibrationRun = new PlungerRun(Plunger, Adjustments);
        NeedleMove = new NeedleMove(Needle);
        SelfTest = new SelfTestRoutine(configuration, Needle, Plunger);
        Counters = new Counters(_memory, configuration, Scale);
        Journal = new ShotJournal(_memory, Counters, configuration.JournalCapacity);
        _shots = new ShotKeeper(configuration, Adjustments, Counters, Journal, Needle, Plunger, Sequencer);
        _lamp = new Lamp(actuators);
        Senses = Senses.Read(actuators);
        _cartridgeId = Senses.CartridgeId;
        Boot(bootSalt, adjusted);
    }

    internal DeviceConfiguration Configuration { get; }
    internal AdjustmentMemory Adjustments { get; }
    internal PlungerScale Scale => Adjustments.Scale;
    internal DeviceClock Clock { get; } = new();
    internal PermitRegister Permits { get; } = new();
    internal FaultLatch Latch { get; } = new();
    internal TriggerLogic Trigger { get; } = new();

    internal Plunger Plunger { get; }
    internal Needle Needle { get; }
    internal ShotSequencer Sequencer { get; }
    internal PlungerRun Prime { get; }
    internal PlungerRun CalibrationRun { get; }
    internal NeedleMove NeedleMove { get; }
    internal SelfTestRoutine SelfTest { get; }
    internal Counters Counters { get; }
    internal ShotJournal Journal { get; }
    internal Senses Senses { get; private set; }

    /// <summary>Whether a shot that a reset interrupted is settled, so that the device may answer.</summary>
    internal bool Ready { get; private set; }

    /// <summary>Whether a self-test has passed in this boot, and none failed since.</summary>
    internal bool SelfTestPassed { get; private set; }

    /// <summary>Highest id of prime, self-test or calibration move seen in this boot.</summary>
    internal uint LastId { get; private set; }

    /// <summary>Whether the head may be on skin, by the quicker of both readings.</summary>
    internal bool InContact => Senses.Contact || Trigger.Contact;

    internal bool IsPrimed => Senses.CartridgePresent && Counters.IsPrimed(Senses.CartridgeId);

    /// <summary>Lifetime volume of shots, the one under way included, nL.</summary>
    internal ulong VolumeNl => _shots.VolumeNl;

    /// <summary>Steps left in the cartridge.</summary>
    internal long RemainingSteps => CartridgeLevel.Steps(Senses, Plunger.PositionSteps, Scale);

    internal DeviceState State
    {
        get
        {
            if (Latch.Latched)
            {
                return Latch.Stopped ? DeviceState.Stopped : DeviceState.Faulted;
            }

            if (Sequencer.UnderWay)
            {
                return DeviceState.Delivering;
            }

            if (Prime.Active)
            {
                return DeviceState.Priming;
            }

            if (SelfTest.Active || CalibrationRun.Active || NeedleMove.Travelling || !Ready)
            {
                return DeviceState.Moving;
            }

            if (Permits.Live)
            {
                return DeviceState.Armed;
            }

            return Needle.AtHome || NeedleMove.Holding ? DeviceState.Idle : DeviceState.Moving;
        }
    }

    /// <summary>First part of a tick: time and sensors, then at once what ends motion without a word from the host.</summary>
    internal void Wake(uint wireMs)
    {
        long gapMs = Clock.Advance(wireMs);
        Senses = Senses.Read(_actuators);
        Plunger.Sense(Clock.NowMs);
        Needle.Sense(Clock.NowMs);
        if (Permits.LapseIfDue(Clock.NowMs))
        {
            EndMotion(ShotEnd.LapsedOrRevoked);
        }

        RaiseIf(Senses.StopButton, DeviceFault.StopButton);
        RaiseIf(Watchdog.Bites(gapMs), DeviceFault.WatchdogReset);
    }

    /// <summary>
    /// A stop frame (SR-060). Works in every state; each one halts and retracts anew, also when a stop or fault is latched.
    /// </summary>
    internal void Stop()
    {
        Raise(DeviceFault.StopRequested);
        EndMotion((ushort)DeviceFault.StopRequested);
    }

    /// <summary>Second part: the faults that sensors show, and the dead man's switch of everything that runs by itself.</summary>
    internal void Watch()
    {
        long nowMs = Clock.NowMs;
        WatchCartridge();
        Trigger.Sample(Senses, Permits.Live, nowMs);
        Raise(SensorWatch.Check(Senses, Configuration));
        Raise(Plunger.Check(nowMs));
        Raise(Needle.Check(nowMs));
        RaiseIf(Plunger.Driving && Plunger.TargetSteps > Senses.PlungerEndSteps, DeviceFault.CartridgeEmpty);
        RaiseIf(Trigger.UnusedForMs(nowMs) > Configuration.TriggerStuckMs, DeviceFault.TriggerStuck);
        RaiseIf(_memory.Failed, DeviceFault.NonVolatileFailed);
        if (InContact || Unheard)
        {
            EndRoutines();
        }
    }

    /// <summary>Whether no frame that passed its CRC has come for the longest lease: nobody is there any more.</summary>
    internal bool Unheard => Clock.NowMs - _frameAtMs >= Configuration.LeaseMaxMs;

    /// <summary>A frame that passed its CRC has come.</summary>
    internal void HeardFrame() => _frameAtMs = Clock.NowMs;

    /// <summary>Last part: motion goes on. Gives true when a shot has ended and is in memory.</summary>
    internal bool Advance(out ShotEntry entry)
    {
        entry = default;
        if (!Ready)
        {
            Settle();
            return false;
        }

        NeedleMove.Advance(Clock.NowMs);
        CalibrationRun.Advance(Clock.NowMs);
        if (Prime.Advance(Clock.NowMs))
        {
            RaiseIf(!Counters.SetPrimed(Senses.CartridgeId), DeviceFault.NonVolatileFailed);
        }

        AdvanceSelfTest();
        Sequencer.Advance(Senses.Contact, Clock.NowMs);
        bool ended = false;
        if (Sequencer.IsOver)
        {
            ended = _shots.Close(Clock.NowMs, out entry);
            RaiseIf(!ended, DeviceFault.NonVolatileFailed);
        }

        if (MayBeginShot())
        {
            BeginShot();
        }

        ShowLamp();
        return ended;
    }

    /// <summary>Ends the permit and all motion, on the host's word.</summary>
    internal void Retract()
    {
        Permits.Kill(DisarmReason.Revoked);
        EndMotion(ShotEnd.LapsedOrRevoked);
    }

    /// <summary>The last resort, when the firmware itself has failed: nothing of its own state is asked (SR-139).</summary>
    internal void Abandon()
    {
        _actuators.HaltPlunger();
        _actuators.DriveNeedle(0, Configuration.NeedleBackUmPerS);
    }

    /// <summary>Takes the id of a prime, self-test or calibration request that begins.</summary>
    internal void Take(uint id)
    {
        LastId = id;
        NeedleMove.End(Clock.NowMs);
    }

    /// <summary>Begins a self-test; until it has passed, none has.</summary>
    internal void StartSelfTest()
    {
        SelfTestPassed = false;
        SelfTest.Start();
    }

    /// <summary>
    /// Halts the plunger, then brings the needle back; whatever was under way ends, and a held trigger counts no more.
    /// </summary>
    internal void EndMotion(ushort endedBy)
    {
        Sequencer.Cut(endedBy, Clock.NowMs);
        SelfTest.Cancel();
        NeedleMove.End(Clock.NowMs);
        Trigger.RequireRelease();
    }

    /// <summary>Whether the cause of the latched fault is still there.</summary>
    internal bool CauseRemains() => FaultCauses.Remain(Latch.Fault, _faultCartridgeId, this);

    private void Boot(uint bootSalt, bool adjusted)
    {
        bool sound = Counters.Load() && !Counters.IsForeign;
        bool fresh = sound && Counters.IsNew;
        sound = sound && Journal.Load() && !(fresh && Counters.Shots > 0);
        if (!sound || !adjusted)
        {
            // What is written there is not this device's, or not whole. It stays as it is, for service to read.
            _memory.Condemn();
        }

        if (!Counters.CountBoot(bootSalt))
        {
            Counters.BootWithoutMemory(bootSalt);
        }

        Ready = !Journal.HasOpen;
    }

    private void Settle()
    {
        if (Plunger.Still)
        {
            Ready = true;
            Raise(_shots.Settle(Senses.CartridgeId));
        }
    }

    private void RaiseIf(bool found, DeviceFault fault)
    {
        if (found)
        {
            Raise(fault);
        }
    }

    private void Raise(DeviceFault fault)
    {
        if (SelfTest.Active && fault is DeviceFault.NeedleStall or DeviceFault.NeedleTooDeep or DeviceFault.SensorImplausible)
        {
            fault = DeviceFault.SelfTestFailed;
        }

        if (fault == DeviceFault.Occlusion && !Counters.LosePrimed())
        {
            // What a blocked line holds under pressure leaves once it is free: into a swab, not into skin, whatever latched first (SR-053).
            fault = DeviceFault.NonVolatileFailed;
        }

        if (fault == DeviceFault.None || !Latch.Raise(fault))
        {
            return;
        }

        _faultCartridgeId = Senses.CartridgeId;
        Permits.Kill(FaultLatch.IsStop(fault) ? DisarmReason.Stop : DisarmReason.Fault);
        EndMotion((ushort)fault);
    }

    private void WatchCartridge()
    {
        bool changed = Senses.CartridgeId != _cartridgeId;
        if (Senses.CartridgePresent && !changed)
        {
            return;
        }

        RaiseIf(Permits.Live || Plunger.Driving, DeviceFault.CartridgeMissing);
        Plunger.Release(Clock.NowMs + GripMs);
        _cartridgeId = Senses.CartridgeId;
    }

    private void EndRoutines()
    {
        if (Prime.Active || CalibrationRun.Active)
        {
            Plunger.Halt(Clock.NowMs);
        }

        if (SelfTest.Active)
        {
            SelfTest.Cancel();
            Needle.Retract(Clock.NowMs);
        }

        NeedleMove.End(Clock.NowMs);
    }

    private void AdvanceSelfTest()
    {
        SelfTestRoutine.Finding finding = SelfTest.Advance(Clock.NowMs);
        SelfTestPassed |= finding == SelfTestRoutine.Finding.Passed;
        RaiseIf(finding == SelfTestRoutine.Finding.Failed, DeviceFault.SelfTestFailed);
    }

    private bool MayBeginShot()
    {
        if (!Permits.Live || Latch.Latched || Sequencer.UnderWay || !Needle.AtHome || !Plunger.Still || !Trigger.Asks(Senses))
        {
            return false;
        }

        int intervalMs = Math.Max(Permits.Permit.MinIntervalMs, Configuration.MinIntervalMs);
        return Clock.NowMs - _shotAtMs >= intervalMs && HasShotLeft() && IsPrimed;
    }

    private bool HasShotLeft()
    {
        ref readonly PermitGrantRequest permit = ref Permits.Permit;
        return Counters.Shots < permit.ShotLimit && VolumeNl + permit.DoseNl <= permit.VolumeLimitNl;
    }

    private void BeginShot()
    {
        ref readonly PermitGrantRequest permit = ref Permits.Permit;
        if (Journal.Room == 0)
        {
            Raise(DeviceFault.JournalFull);
        }
        else if (RemainingSteps < Scale.StepsIn(permit.DoseNl))
        {
            Raise(DeviceFault.CartridgeEmpty);
        }
        else if (_shots.Begin(permit, Senses.CartridgeId, Clock, _actuators))
        {
            _shotAtMs = Clock.NowMs;
            Trigger.Use();
        }
        else
        {
            Raise(DeviceFault.NonVolatileFailed);
        }
    }

    private void ShowLamp()
    {
        bool armed = Permits.Live && HasShotLeft();
        _lamp.Show(armed, Permits.Zone, Trigger.MustRelease);
    }
}
