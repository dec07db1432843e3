using MesoPen.Host.Connection;
using MesoPen.Host.Calibration.Metrology;
using MesoPen.Host.Clinic;
using MesoPen.Protocol;

namespace MesoPen.Host.Calibration;

/// <summary>
/// Does a calibration: asks <see cref="CalibrationRoutine"/> what comes next, does it, writes it, and asks again. It keeps nothing that is not in the
/// journal, so it can be ended at any moment and begun anew.
/// </summary>
/// <param name="recorder">The journal.</param>
/// <param name="device">The item.</param>
/// <param name="instrument">What it is measured with.</param>
/// <param name="hand">Whoever stands there.</param>
/// <param name="clock">The time.</param>
/// <param name="show">Told where it is.</param>
internal sealed partial class CalibrationEngine(
    BenchRecorder recorder, ICalibrationDevice device, IInstrument instrument, IBenchHand hand, TimeProvider clock, Action<BenchProgress> show)
{
    // A device that is gone comes back within minutes, or somebody has to look after it.
    private static readonly TimeSpan AwayPatience = TimeSpan.FromMinutes(5);

    // So many interruptions in a row, and somebody has to see to the cables.
    private const int VoidsMax = 5;

    private readonly BenchPace _pace = new();
    private int _voids;
    private BenchProgress? _shown;
    private string? _notice;

    /// <summary>Does what is left of a calibration, until it ends, waits for a person, or cannot go on.</summary>
    /// <param name="calibrationId">Which.</param>
    /// <param name="cancel">Tells the bench to rest: what is being measured is void.</param>
    public async Task<BenchEnd> RunAsync(string calibrationId, CancellationToken cancel)
    {
        long? awaySince = null;
        try
        {
            while (true)
            {
                (CalibrationRun run, ClinicState state) = await recorder.ReadAsync(calibrationId, cancel);
                if (CalibrationRoutine.Next(run) is not { } task)
                {
                    return run.Aborted is { } given ? new BenchEnd(BenchOutcome.Aborted, given.Reason) : new BenchEnd(BenchOutcome.Ended, null);
                }

                if (task is BenchTask.Wait)
                {
                    return new BenchEnd(BenchOutcome.AwaitsAcceptance, run.Proposal!.Reason);
                }

                Show(run, task);
                if (_voids >= VoidsMax)
                {
                    return new BenchEnd(BenchOutcome.Away, $"{VoidsMax} measurements in a row were interrupted. The last: {_notice}");
                }

                if (await TryAsync(run, state, task, cancel) is not { } away)
                {
                    awaySince = null;
                }
                else if (clock.GetElapsedTime(awaySince ??= clock.GetTimestamp()) > AwayPatience)
                {
                    return new BenchEnd(BenchOutcome.Away, away);
                }
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new BenchEnd(BenchOutcome.Stopped, "The bench was told to rest. What was being measured is void; go on from there.");
        }
        catch (NobodyThereException nobody)
        {
            return new BenchEnd(BenchOutcome.NobodyThere, nobody.Message);
        }
        catch (CalibrationDeviceException unfit)
        {
            return new BenchEnd(BenchOutcome.Faulted, unfit.Message);
        }
    }

    /// <summary>Does one task, or finds why it did not come about. Gives a sentence if device or instrument is away.</summary>
    private async Task<string?> TryAsync(CalibrationRun run, ClinicState state, BenchTask task, CancellationToken cancel)
    {
        try
        {
            long began = clock.GetTimestamp();
            await DoAsync(run, state, task, cancel);
            _pace.Took(task, clock.GetElapsedTime(began));
            (_notice, _voids) = (null, 0);
            return null;
        }
        catch (RefusedReadingException refused)
        {
            _notice = refused.Message;
            await WriteOrForgetAsync(new CalibrationReadingRefused(recorder.By, run.Id, refused.Message));
            return null;
        }
        catch (VoidReadingException interrupted)
        {
            (_notice, _voids) = (interrupted.Message, _voids + 1);
            return null;
        }
        catch (CalibrationDeviceException trouble)
        {
            return await SeeToAsync(run, trouble, cancel);
        }
    }

    private async Task<string?> SeeToAsync(CalibrationRun run, CalibrationDeviceException trouble, CancellationToken cancel)
    {
        _notice = trouble.Message;
        switch (trouble.Trouble)
        {
            case CalibrationDeviceTrouble.Reset:
                return null;
            case CalibrationDeviceTrouble.Away:
                return trouble.Message;
            case CalibrationDeviceTrouble.EndedEarly:
                await WriteOrForgetAsync(new CalibrationReadingRefused(recorder.By, run.Id, trouble.Message));
                return null;
            case CalibrationDeviceTrouble.Faulted:
                if (trouble.Fault >= DeviceFault.Occlusion)
                {
                    // A stop is a person's; a fault that comes again and again is the device's, and ends it.
                    await WriteOrForgetAsync(new CalibrationReadingRefused(recorder.By, run.Id, trouble.Message));
                }

                await hand.ConfirmAsync(trouble.Message, cancel);
                await ClearAsync(cancel);
                return null;
            default:
                throw trouble;
        }
    }

    private async Task ClearAsync(CancellationToken cancel)
    {
        try
        {
            await device.ClearFaultAsync(cancel);
        }
        catch (CalibrationDeviceException still) when (still.Trouble == CalibrationDeviceTrouble.Faulted)
        {
            // Its cause is not gone: the next task finds it again, and the person is asked again.
            _notice = still.Message;
        }
    }

    private async Task WriteOrForgetAsync(CalibrationEvent happened)
    {
        try
        {
            await recorder.WriteAsync(happened);
        }
        catch (VoidReadingException)
        {
            // The calibration was given up meanwhile: the next look at it tells.
        }
    }

    private Task DoAsync(CalibrationRun run, ClinicState state, BenchTask task, CancellationToken cancel) => task switch
    {
        BenchTask.Environment => TakeEnvironmentAsync(run, cancel),
        BenchTask.Weigh weigh => WeighAsync(run, state, weigh, cancel),
        BenchTask.Sweep sweep => SweepAsync(run, sweep, cancel),
        BenchTask.Occlude occlude => OccludeAsync(run, state, occlude, cancel),
        BenchTask.Judge => JudgeAsync(run, cancel),
        BenchTask.SetScale set => SetScaleAsync(run, set.Held, cancel),
        _ => EndAsync(run, CalibrationEvaluation.Of(run.ToData(), 0).Verdict, cancel),
    };

    private async Task TakeEnvironmentAsync(CalibrationRun run, CancellationToken cancel)
    {
        EnvironmentReading reading = await hand.EnvironmentAsync(cancel);
        if (run.Environment is [.., var last] && ReadingChecks.Room(last, reading) is { } impossible)
        {
            throw new RefusedReadingException(impossible);
        }

        await recorder.WriteAsync(new CalibrationEnvironmentTaken(recorder.By, run.Id, reading));
    }

    /// <summary>What was found decides whether a scale is proposed.</summary>
    private async Task JudgeAsync(CalibrationRun run, CancellationToken cancel)
    {
        CalibrationResult result = CalibrationEvaluation.Of(run.ToData());
        bool wanted = run.Begun.Bench.Adjust == AdjustWhen.Always || result.Verdict != Verdict.Pass;
        DeviceFacts facts = await KnowAsync(run, run.Held, cancel);
        if (!wanted || !facts.TakesCalibration || result.Adjustment is not { IsWithinBounds: true, IsSignificant: true } adjustment || adjustment.Scale == run.Held)
        {
            await EndAsync(run, result.Verdict, cancel);
            return;
        }

        string reason = result.Verdict == Verdict.Pass
            ? "What was found passes; an adjustment was asked for."
            : $"What was found does not pass ({result.Verdict}): the fit asks for another scale.";
        await recorder.WriteAsync(new CalibrationAdjustmentProposed(
            recorder.By, run.Id, new ProposedAdjustment(run.Held, adjustment.Scale, run.AsFoundSha256(), reason, result.Verdict)));
    }

    private async Task SetScaleAsync(CalibrationRun run, HeldScale held, CancellationToken cancel)
    {
        await KnowAsync(run, null, cancel);
        await device.SetCalibrationAsync(held.Scale, checked((uint)held.DueDay), held.Certificate, cancel);
        await recorder.WriteAsync(new CalibrationScaleSet(recorder.By, run.Id, held.Scale));
    }

    private async Task EndAsync(CalibrationRun run, Verdict verdict, CancellationToken cancel)
    {
        DeviceFacts facts = await KnowAsync(run, run.Held, cancel);
        await recorder.WriteAsync(new CalibrationEnded(recorder.By, run.Id, facts.Status.ShotCounter, verdict));
    }

    /// <summary>The device is there, and is the one that the calibration was begun with; it holds this scale, unless null.</summary>
    private async Task<DeviceFacts> KnowAsync(CalibrationRun run, DeviceScale? scale, CancellationToken cancel)
    {
        DeviceFacts facts = await device.FactsAsync(cancel);
        return facts.Serial != run.Begun.Device.Serial
                ? throw new CalibrationDeviceException(
                    CalibrationDeviceTrouble.NotThisDevice, $"This is device {facts.Serial}: connect {run.Begun.Device.Serial}, which the calibration is of.")
            : scale is not null && facts.Scale != scale
                ? throw new CalibrationDeviceException(
                    CalibrationDeviceTrouble.NotThisDevice, "The device holds another adjustment than at the last step: somebody set it. Abort, and calibrate anew.")
            : facts;
    }

    private void Show(CalibrationRun run, BenchTask task)
    {
        int total = CalibrationRoutine.Series(run).Count();
        BenchTask[] open = [.. CalibrationRoutine.Open(run)];
        _shown = new BenchProgress(
            run.Id, run.Phase, BenchWords.Of(task, run.Begun), total - open.Length, total, _pace.SecondsFor(open), _shown?.Shown, _shown?.ShownStable ?? false,
            _notice);
        show(_shown);
    }

    private void Seen(InstrumentReading reading)
    {
        if (_shown is not null && reading.HasValue)
        {
            _shown = _shown with { Shown = reading.Value, ShownStable = reading.Stable };
            show(_shown);
        }
    }
}
