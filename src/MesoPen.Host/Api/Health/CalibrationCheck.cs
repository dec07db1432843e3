using MesoPen.Host.Station;

namespace MesoPen.Host.Api.Health;

/// <summary>Whether the calibration of the connected device ends soon.</summary>
internal sealed class CalibrationCheck(LiveFeed feed, ApiOptions options, TimeProvider clock) : IReadinessCheck
{
    public string Name => "calibration";

    public Task<ReadinessFinding> CheckAsync(CancellationToken cancel)
    {
        if (feed.View.Device?.CalibrationDueOn is not { } due)
        {
            return Task.FromResult(new ReadinessFinding(ReadinessState.Ready, "No device is connected."));
        }

        int days = due.DayNumber - DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;
        return Task.FromResult(
            days < 0 ? new ReadinessFinding(ReadinessState.Down, $"The calibration of the device ended on {due:yyyy-MM-dd}.")
            : days <= options.CalibrationWarningDays ? new ReadinessFinding(ReadinessState.Degraded, $"The calibration of the device ends on {due:yyyy-MM-dd}.")
            : new ReadinessFinding(ReadinessState.Ready, $"The calibration of the device ends on {due:yyyy-MM-dd}."));
    }
}
