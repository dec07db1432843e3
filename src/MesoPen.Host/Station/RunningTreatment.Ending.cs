using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>How a treatment lets go of device and disk.</summary>
internal sealed partial class RunningTreatment
{
    /// <summary>Ends the permit if one lives, waits until every shot is settled and written, and lets go of device and disk.</summary>
    public async Task EndSafelyAsync(string reason, TimeSpan atMost, TimeProvider clock)
    {
        if (!_ended.Task.IsCompleted)
        {
            await AskAsync(control =>
            {
                if (Session.IsIn(SessionState.Armed))
                {
                    control.Take(new SessionEvent.Pause(control.NowUnixMs, reason));
                }

                return true;
            });
            await UntilAsync(
                session => session.AllWritten && (session.Settled || session.IsIn(SessionState.Offline) || session.IsIn(SessionState.Stopped)), atMost, clock);
        }

        await DisposeAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_ended.Task.IsCompleted)
        {
            _loop.PostUrgent(_connection.Stop);
            _loop.PostUrgent(_end.Cancel);
            await _ended.Task;
        }

        _publish.Dispose();
        _connection.Dispose();
        _control.Dispose();
        _lane.Dispose();
        _end.Dispose();
        Turn?.Dispose();
    }
}
