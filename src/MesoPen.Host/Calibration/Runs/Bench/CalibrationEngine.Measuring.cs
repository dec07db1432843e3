using MesoPen.Host.Clinic;
using MesoPen.Host.Connection;
using MesoPen.Protocol;

namespace MesoPen.Host.Calibration;

/// <summary>The three measurements.</summary>
internal sealed partial class CalibrationEngine
{
    // A needle that has arrived swings for a few milliseconds; a gauge's own damping takes longer.
    private static readonly TimeSpan GaugeRest = TimeSpan.FromMilliseconds(500);

    private const int RinseShots = 5;

    // So far a plunger is looked for by the device's own steps, and beyond by this, nL.
    private const long NearNl = 5000;

    // Between two shots into a vessel nobody has to move.
    private static readonly TimeSpan ShotRest = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// One weighing: the weight before, durable; the shots, each to an absolute volume; the weight after. Whatever comes between, nothing of it counts
    /// and the next try begins with a weight before.
    /// </summary>
    private async Task WeighAsync(CalibrationRun run, ClinicState state, BenchTask.Weigh task, CancellationToken cancel)
    {
        DeviceFacts facts = await KnowAsync(run, run.Held, cancel);
        long doseNl = task.Shots == 0 ? 0 : run.Begun.Setup.Points[task.Point].Nominal;
        long fromNl = task.Shots == 0 ? 0 : await StandAsync(run, state, facts, cancel);
        if (doseNl * Math.Max(task.Shots, task.Shots > 0 ? RinseShots : 0) > facts.Status.RemainingNl)
        {
            await hand.ConfirmAsync($"The cartridge holds less than the next {task.Shots} shots take: fill it, prime it over a swab, and put the vessel back.", cancel);
            return;
        }

        if (task.Shots > 0 && run.RinsedCartridge != facts.Status.CartridgeId)
        {
            await RinseAsync(run, facts, fromNl, run.Begun.Setup.Points.Max(point => point.Nominal), cancel);
            return;
        }

        InstrumentReading before = await StableAsync(cancel);
        WeighingIntent intent = new(
            task.Point, task.Replicate, task.Shots, facts.BootId, fromNl, fromNl + (doseNl * task.Shots), before.Value, before.AtUnixMs);
        await recorder.WriteAsync(new CalibrationWeighingIntended(recorder.By, run.Id, run.Current.Kind, intent));
        long reportedNl = 0;
        for (int shot = 1; shot <= task.Shots; shot++)
        {
            reportedNl += await device.DispenseAsync(fromNl + (doseNl * shot), facts.BootId, cancel);
            await Task.Delay(ShotRest, clock, cancel);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(task.Shots == 0 ? run.Begun.Bench.BlankMs : run.Begun.Bench.DrainMs), clock, cancel);
        InstrumentReading after = await StableAsync(cancel);
        if (after.Connection != before.Connection || after.Restarts != before.Restarts)
        {
            throw new VoidReadingException("The balance was away between two weights: the weighing is made anew.");
        }

        if (ReadingChecks.Weighing(doseNl * task.Shots, before.Value, after.Value) is { } impossible)
        {
            throw new RefusedReadingException(impossible);
        }

        await recorder.WriteAsync(new CalibrationWeighed(recorder.By, run.Id, run.Current.Kind, new WeighingReading(
            task.Point, task.Replicate, task.Shots, doseNl * task.Shots, reportedNl, before.Value, before.AtUnixMs, after.Value, after.AtUnixMs)));
    }

    /// <summary>Fills the line and wets the tip: five of the largest shots, as ISO 8655-6 wets a tip five times.</summary>
    private async Task RinseAsync(CalibrationRun run, DeviceFacts facts, long fromNl, long largestNl, CancellationToken cancel)
    {
        long doseNl = Math.Min(largestNl, facts.Caps.PrimeMaxNl / RinseShots);
        await recorder.WriteAsync(new CalibrationRinseIntended(recorder.By, run.Id, facts.BootId, fromNl + (doseNl * RinseShots)));
        for (int shot = 1; shot <= RinseShots; shot++)
        {
            await device.DispenseAsync(fromNl + (doseNl * shot), facts.BootId, cancel);
        }

        await recorder.WriteAsync(new CalibrationRinsed(recorder.By, run.Id, facts.Status.CartridgeId));
    }

    /// <summary>One needle out and back.</summary>
    private async Task SweepAsync(CalibrationRun run, BenchTask.Sweep task, CancellationToken cancel)
    {
        await KnowAsync(run, run.Held, cancel);
        long interruptions = device.Interruptions;
        if (run.Begun.Bench.Needles > 1 && run.Current.Gauge.All(each => each.Needle != task.Needle))
        {
            await hand.ConfirmAsync($"Set the gauge on needle {task.Needle + 1}.", cancel);
        }

        await recorder.WriteAsync(new CalibrationSweepIntended(recorder.By, run.Id, run.Current.Kind, task.Replicate, task.Needle));
        InstrumentReading? zero = null;
        foreach (SweepStep step in CalibrationRoutine.Steps(run.Begun.Setup))
        {
            await device.MoveNeedleAsync(checked((int)step.TargetUm), cancel);
            await Task.Delay(GaugeRest, clock, cancel);
            InstrumentReading reading = await StableAsync(cancel);
            zero ??= reading;

            // What the device says now is younger than the reading.
            await device.StatusAsync(cancel);
            if (device.Interruptions != interruptions)
            {
                throw new VoidReadingException("The needle may have gone home meanwhile (silence on the line, a touch, a reset): it goes out and back anew.");
            }

            if (reading.Connection != zero.Connection || reading.Restarts != zero.Restarts)
            {
                throw new VoidReadingException("The gauge was away on the way: the needle goes out and back anew.");
            }

            if (ReadingChecks.Gauge(zero.Value, step.TargetUm, reading.Value) is { } impossible)
            {
                throw new RefusedReadingException(impossible);
            }

            await recorder.WriteAsync(new CalibrationGauged(recorder.By, run.Id, run.Current.Kind, new GaugeReading(
                step.Point, task.Replicate, task.Needle, step.Direction, step.TargetUm, reading.Value, reading.AtUnixMs)));
        }

        await device.RetractAsync(cancel);
    }

    /// <summary>One try against the closed way out: it must end in the device's fault 10.</summary>
    private async Task OccludeAsync(CalibrationRun run, ClinicState state, BenchTask.Occlude task, CancellationToken cancel)
    {
        DeviceFacts facts = await KnowAsync(run, run.Held, cancel);
        long fromNl = await StandAsync(run, state, facts, cancel);
        if (RinseShots * facts.Caps.DoseMaxNl > facts.Status.RemainingNl)
        {
            await hand.ConfirmAsync("The cartridge holds less than the line and a try take: fill it.", cancel);
            return;
        }

        if (run.RinsedCartridge != facts.Status.CartridgeId)
        {
            // Air gives way where fluid does not: an empty line would hide the pressure.
            await hand.ConfirmAsync("Hold the head over a swab with its way out open: the line is filled first.", cancel);
            await RinseAsync(run, facts, fromNl, facts.Caps.DoseMaxNl, cancel);
            return;
        }

        await hand.ConfirmAsync("Connect the manometer, close the way out, and hold the head off everything.", cancel);
        OcclusionIntent intent = new(task.Point, task.Replicate, facts.BootId, fromNl, fromNl + facts.Caps.DoseMaxNl);
        await recorder.WriteAsync(new CalibrationOcclusionIntended(recorder.By, run.Id, run.Current.Kind, intent));
        long began = clock.GetTimestamp();
        try
        {
            await device.DispenseAsync(intent.ToNl, facts.BootId, cancel);
        }
        catch (CalibrationDeviceException found) when (found.Fault == DeviceFault.Occlusion)
        {
            int afterMs = (int)clock.GetElapsedTime(began).TotalMilliseconds;
            long atMs = clock.GetUtcNow().ToUnixTimeMilliseconds();
            long pressurePa = await hand.ReadAsync(BenchWants.PressurePa, "Enter the highest pressure that the manometer showed", cancel);
            if (ReadingChecks.Pressure(run.Begun.Setup.Points[task.Point].Nominal, pressurePa) is { } impossible)
            {
                await device.ClearFaultAsync(cancel);
                throw new RefusedReadingException(impossible);
            }

            await recorder.WriteAsync(new CalibrationOcclusionSeen(recorder.By, run.Id, run.Current.Kind, new OcclusionReading(
                task.Point, task.Replicate, pressurePa, afterMs, null, atMs)));
            await hand.ConfirmAsync("Open the way out over a swab: what the line holds under pressure comes out.", cancel);
            await device.ClearFaultAsync(cancel);
            return;
        }

        throw new RefusedReadingException("The device moved its plunger against the closed way out and said nothing: the way out is open, or its sensor is dead.");
    }

    /// <summary>
    /// Where the plunger stands, nL since boot: what was intended last in this boot is made good first, so that the next volume begins there. A plunger that
    /// has run on by a step, or that somebody else has moved, is looked for upwards: the device refuses every volume below where it stands.
    /// </summary>
    private async Task<long> StandAsync(CalibrationRun run, ClinicState state, DeviceFacts facts, CancellationToken cancel)
    {
        PlungerMark? mark = state.Calibrations.Plungers.GetValueOrDefault(run.Begun.Device.Serial);
        long known = mark?.BootId == facts.BootId ? mark.ToNl : 0;
        for (long standNl = known; standNl <= known + facts.Caps.CartridgeNl;)
        {
            try
            {
                await device.DispenseAsync(standNl, facts.BootId, cancel);
                return standNl;
            }
            catch (CalibrationDeviceException beyond) when (beyond.Refusal == Result.OutOfRange)
            {
                standNl += standNl - known < NearNl ? facts.Caps.DoseStepNl : NearNl;
            }
        }

        await hand.ConfirmAsync("The device does not say where its plunger stands: switch it off and on.", cancel);
        throw new RefusedReadingException("The device's plunger was not found where this bench left it, nor beyond.");
    }

    /// <summary>A value at rest.</summary>
    private async Task<InstrumentReading> StableAsync(CancellationToken cancel)
    {
        InstrumentReading reading = await instrument.ReadStableAsync(cancel);
        Seen(reading);
        return reading.Problem switch
        {
            InstrumentProblem.None when reading.Stable => reading,
            InstrumentProblem.Silent or InstrumentProblem.Lost => throw new CalibrationDeviceException(CalibrationDeviceTrouble.Away, reading.Sentence!),
            _ => throw new RefusedReadingException(reading.Sentence ?? "The instrument's value was not at rest."),
        };
    }
}
