using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Calibration;

/// <summary>Where the bench writes what it does, durable before it goes on.</summary>
/// <param name="desk">The clinic.</param>
/// <param name="station">Id of the station, in whose name the bench writes.</param>
internal sealed class BenchRecorder(ClinicDesk desk, string station)
{
    /// <summary>Who writes what the bench does by itself.</summary>
    public string By => station;

    /// <summary>A calibration as it stands in the journal, with the clinic around it.</summary>
    public async Task<(CalibrationRun Run, ClinicState State)> ReadAsync(string calibrationId, CancellationToken cancel)
    {
        ClinicState state = await desk.ReadAsync(cancel);
        return (state.Calibrations.All[calibrationId], state);
    }

    /// <summary>Writes a step. Not written, and a void reading, if the calibration was given up meanwhile.</summary>
    public async Task WriteAsync(CalibrationEvent happened)
    {
        // What has moved must be written whoever has lost patience meanwhile.
        (Decision decision, _) = await desk.DecideAsync(
            new Actor(station, Role.None, station, default), (state, _) => CalibrationRules.Take(state, happened), cancel: CancellationToken.None);
        if (decision.Problem is { } problem)
        {
            throw new VoidReadingException(problem.Detail);
        }
    }
}
