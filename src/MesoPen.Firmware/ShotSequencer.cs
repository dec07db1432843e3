using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>
/// Takes one shot through its phases: needle out, settle, inject, dwell, needle back. Any phase can be cut short at any tick.
/// </summary>
internal sealed class ShotSequencer(DeviceConfiguration configuration, Needle needle, Plunger plunger)
{
    private long _doseSteps;
    private long _beganMs;
    private long _phaseMs;

    /// <summary>The phase.</summary>
    internal ShotPhase Phase { get; private set; }

    /// <summary>Whether a shot is under way.</summary>
    internal bool UnderWay => Phase != ShotPhase.None;

    /// <summary>What ended the shot early; 0 if nothing did.</summary>
    internal ushort EndedBy { get; private set; }

    /// <summary>
    /// Whether the needle is back, or has given up coming, and the plunger stands: the shot can be written down.
    /// </summary>
    internal bool IsOver => Phase == ShotPhase.Retracting && (needle.AtHome || needle.Overdue) && plunger.Still;

    /// <summary>How it went, by the plunger's encoder.</summary>
    internal ShotOutcome Outcome => OutcomeOf(plunger.MovedSteps, _doseSteps);

    internal static ShotOutcome OutcomeOf(long movedSteps, long doseSteps)
    {
        if (movedSteps >= doseSteps)
        {
            return ShotOutcome.Delivered;
        }

        return movedSteps > 0 ? ShotOutcome.Partial : ShotOutcome.NotDelivered;
    }

    /// <summary>Sends the needle out.</summary>
    internal void Begin(int depthUm, long doseSteps, long nowMs)
    {
        _doseSteps = doseSteps;
        _beganMs = nowMs;
        EndedBy = ShotEnd.Complete;
        plunger.Mark();
        Enter(ShotPhase.Extending, nowMs);
        needle.Extend(depthUm, nowMs);
    }

    /// <summary>Goes on by at most one phase.</summary>
    internal void Advance(bool contact, long nowMs)
    {
        if (Phase is >= ShotPhase.Extending and <= ShotPhase.Dwelling && !contact)
        {
            Cut(ShotEnd.TriggerOrContactLost, nowMs);
            return;
        }

        switch (Phase)
        {
            case ShotPhase.Extending when needle.Arrived:
                Enter(ShotPhase.Settling, nowMs);
                break;
            case ShotPhase.Settling when nowMs - _phaseMs >= configuration.SettleMs:
                Enter(ShotPhase.Injecting, nowMs);
                plunger.Drive(_doseSteps, nowMs);
                break;
            case ShotPhase.Injecting:
                plunger.Advance(nowMs);
                if (plunger.Reached)
                {
                    Enter(ShotPhase.Dwelling, nowMs);
                }

                break;
            case ShotPhase.Dwelling when nowMs - _phaseMs >= configuration.DwellMs:
                Enter(ShotPhase.Retracting, nowMs);
                needle.Retract(nowMs);
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// Halts the plunger, then brings the needle back, whatever the phase. A shot on its way back already has ended by itself.
    /// </summary>
    internal void Cut(ushort endedBy, long nowMs)
    {
        plunger.Halt(nowMs);
        needle.Retract(nowMs);
        if (Phase is >= ShotPhase.Extending and <= ShotPhase.Dwelling)
        {
            EndedBy = endedBy;
            Enter(ShotPhase.Retracting, nowMs);
        }
        else if (Phase == ShotPhase.Retracting && EndedBy == ShotEnd.Complete && IsMachineFault(endedBy))
        {
            EndedBy = endedBy;
        }
    }

    /// <summary>Puts the shot away once it is written down.</summary>
    /// <returns>How long it took, ms.</returns>
    internal ushort Close(long nowMs)
    {
        Phase = ShotPhase.None;
        return (ushort)Math.Min(ushort.MaxValue, nowMs - _beganMs);
    }

    // The machine's own faults concern the shot even on the needle's way back; a stop or a lapse comes too late to end anything.
    private static bool IsMachineFault(ushort endedBy) =>
        endedBy is >= (ushort)DeviceFault.Occlusion and < ShotEnd.TriggerOrContactLost;

    private void Enter(ShotPhase phase, long nowMs)
    {
        Phase = phase;
        _phaseMs = nowMs;
    }
}
