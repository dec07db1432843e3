using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Connection;
using MesoPen.Host.Links;
using MesoPen.Host.Station;
using Microsoft.Extensions.Hosting;

namespace MesoPen.Host.Calibration;

/// <summary>
/// The bench of a served station: at most one calibration is worked on. After a start of the program nothing moves by itself; a person tells an open
/// calibration to go on.
/// </summary>
/// <param name="desk">The clinic.</param>
/// <param name="station">Id of the station.</param>
/// <param name="turn">Whose turn it is with the station's device.</param>
/// <param name="clock">The time.</param>
internal sealed class CalibrationBench(ClinicDesk desk, string station, DeviceTurn turn, TimeProvider clock) : IHostedService, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private BenchWork? _work;

    /// <summary>What is worked on now; null if the bench rests.</summary>
    public BenchWork? Working => Volatile.Read(ref _work) is { Done.IsCompleted: false } work ? work : null;

    /// <summary>Where the device is that the bench holds; null if it holds none.</summary>
    public DeviceAddress? DeviceInUse => Working?.Device;

    /// <summary>The bench as it stands.</summary>
    public BenchView View(ClinicState state)
    {
        string? open = state.Calibrations.OpenAt(station)?.Id;
        BenchWork? work = Volatile.Read(ref _work);
        BenchEnd? end = work is { Done.IsCompletedSuccessfully: true } ? work.Done.Result : null;
        return new BenchView(work is not null && end is null ? work.CalibrationId : open, work is not null && end is null, work?.Progress,
            end is null ? work?.Hand.Asks : null, end?.Outcome, end?.Sentence);
    }

    /// <summary>Works on an open calibration, or on an adjustment that was taken back. Null if it does.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="calibrationId">Which.</param>
    /// <param name="device">The way to the device, if it is open already; the bench closes it.</param>
    /// <param name="held">The turn with the device, if it was taken already; the bench gives it back when it rests.</param>
    public Problem? Go(ClinicState state, string calibrationId, ThreadCalibrationDevice? device = null, IDisposable? held = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        lock (_gate)
        {
            Problem? problem = !state.Calibrations.All.TryGetValue(calibrationId, out CalibrationRun? run) ? ClinicProblems.Unknown.With("There is no such calibration.")
                : run.Begun.Station != station ? ClinicProblems.NotNow.With($"The calibration is at the bench of {run.Begun.Station}.")
                : Working is { } work && work.CalibrationId != calibrationId ? CalibrationProblems.Running.With($"The bench works on {work.CalibrationId}.")
                : state.Treatments.OpenAt(station) is { } session ? TreatmentProblems.StationBusy.With($"Session {session.Intent.SessionId} is open at this station.")
                : !run.IsOpen ? ClinicProblems.NotNow.With("The calibration has ended.")
                : null;
            if (problem is null && Working is null && (held is not null || (problem = turn.TakeForBench(calibrationId, out held)) is null))
            {
                Volatile.Write(ref _work, new BenchWork(desk, station, run!, device ?? Reach(run!), held!, clock));
            }

            return problem;
        }
    }

    /// <summary>Answers what the bench asks.</summary>
    public Problem? Answer(string calibrationId, BenchAnswer answer) =>
        Working is not { } work || work.CalibrationId != calibrationId ? CalibrationProblems.NothingAsked.With("The bench does not work on this calibration.")
        : work.Hand.Answer(answer);

    /// <summary>Rests, if it works on this.</summary>
    public async Task RestAsync(string calibrationId)
    {
        if (Working is { } work && work.CalibrationId == calibrationId)
        {
            await work.RestAsync();
        }
    }

    /// <summary>Stops whatever the bench moves; null if it moves nothing.</summary>
    public Task<bool>? Stop() => Working?.StopAsync();

    /// <summary>The way to the device of a calibration.</summary>
    public ThreadCalibrationDevice Reach(CalibrationRun run) => new(
        DeviceAddress.Parse(run.Begun.Bench.DeviceAddress),
        new ExpectedDevice(run.Begun.Device.Model, run.Begun.Device.Serial, run.Begun.Device.Needles), clock);

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Working is { } work)
        {
            await work.RestAsync();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _work, null) is { } work)
        {
            await work.DisposeAsync();
        }
    }
}
