using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>
/// Keeps the journal true to the machine: writes a shot before it moves, when it has ended, and when a reset kept it from ending.
/// </summary>
internal sealed class ShotKeeper(
    DeviceConfiguration configuration,
    AdjustmentMemory adjustments,
    Counters counters,
    ShotJournal journal,
    Needle needle,
    Plunger plunger,
    ShotSequencer sequencer)
{
    /// <summary>Steps of a shot that is begun and not yet counted.</summary>
    internal long StepsUnderWay => sequencer.UnderWay ? plunger.MovedSteps : 0;

    /// <summary>Lifetime volume, the shot under way included, nL.</summary>
    internal ulong VolumeNl => counters.VolumeNl(StepsUnderWay);

    /// <summary>
    /// Writes the shot's beginning, and only then sends the needle out. False, with nothing moved, if the memory failed.
    /// </summary>
    internal bool Begin(in PermitGrantRequest permit, uint cartridgeId, DeviceClock clock, IActuators trace)
    {
        long doseSteps = adjustments.Scale.StepsIn(permit.DoseNl);
        ShotBegin begin = new(
            counters.Epoch,
            counters.Shots + 1,
            permit.PermitId,
            counters.BootId,
            permit.Zone,
            (byte)configuration.Needles,
            permit.DepthUm,
            (uint)doseSteps,
            plunger.PositionSteps,
            counters.Steps,
            clock.WireMs,
            cartridgeId);
        if (!journal.Begin(begin))
        {
            return false;
        }

        trace.TraceShot(begin.Shot);
        sequencer.Begin((int)permit.DepthUm, doseSteps, clock.NowMs);
        return true;
    }

    /// <summary>Writes the end of the shot that is over. False if the memory failed.</summary>
    internal bool Close(long nowMs, out ShotEntry entry)
    {
        ShotOutcome outcome = sequencer.Outcome;
        ushort endedBy = sequencer.EndedBy;
        long movedSteps = plunger.MovedSteps;
        ushort durationMs = sequencer.Close(nowMs);
        entry = EntryOf(journal.Open, outcome, endedBy, durationMs, needle.DeepestDepthUm, movedSteps);
        return journal.Finish(entry, movedSteps);
    }

    /// <summary>
    /// Writes the end of a shot that a reset interrupted, from the absolute encoders. Gives what the encoder contradicts, if
    /// anything; the entry then says the whole dose, because what is not known counts as delivered.
    /// </summary>
    internal DeviceFault Settle(uint cartridgeId)
    {
        ShotBegin begin = journal.Open;
        long movedSteps = plunger.PositionSteps - begin.StartSteps;
        long toleranceSteps = Plunger.ToleranceOf(begin.DoseSteps);
        bool readable = cartridgeId == begin.CartridgeId && movedSteps >= -toleranceSteps;
        movedSteps = readable ? Math.Max(0, movedSteps) : begin.DoseSteps;

        // The plunger starts only when the needle has arrived, so a volume proves a depth; without one the encoder's reading
        // stands.
        int depthUm = movedSteps > 0 ? Math.Max((int)begin.DepthUm, needle.DeepestDepthUm) : needle.DeepestDepthUm;
        ShotOutcome outcome = ShotSequencer.OutcomeOf(movedSteps, begin.DoseSteps);
        ShotEntry entry = EntryOf(begin, outcome, ShotEnd.Reset, 0, depthUm, movedSteps);
        if (!journal.Finish(entry, movedSteps))
        {
            return DeviceFault.NonVolatileFailed;
        }

        if (!readable)
        {
            return DeviceFault.SensorImplausible;
        }

        return movedSteps > begin.DoseSteps + toleranceSteps ? DeviceFault.OverDelivery : DeviceFault.None;
    }

    private ShotEntry EntryOf(
        in ShotBegin begin, ShotOutcome outcome, ushort endedBy, ushort durationMs, int depthUm, long movedSteps) => new(
        begin.Shot,
        begin.PermitId,
        begin.BootId,
        begin.Zone,
        outcome,
        begin.Needles,
        endedBy,
        durationMs,
        (uint)Math.Max(0, depthUm),
        // The difference of the counter's two values, so that the entries add up to the counter without a rounding error.
        (uint)(counters.VolumeNl(movedSteps) - counters.VolumeNl(0)),
        begin.DeviceMs);
}
