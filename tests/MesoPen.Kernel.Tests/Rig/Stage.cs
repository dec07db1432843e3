namespace MesoPen.Kernel.Tests.Rig;

/// <summary>Leads a bench to each state by a scripted path; the zone has points left, everything is recorded.</summary>
internal static class Stage
{
    public static readonly SessionState[] States =
    [
        SessionState.Disconnected, SessionState.Connecting, SessionState.Reconciling, SessionState.Standby, SessionState.Calibrating,
        SessionState.Priming, SessionState.Ready, SessionState.Waiting, SessionState.Delivering, SessionState.Paused, SessionState.Faulted,
        SessionState.EmergencyStopped,
    ];

    public static Bench At(SessionState state, Bench? on = null)
    {
        Bench bench = on ?? new Bench();
        switch (state)
        {
            case SessionState.Disconnected: break;
            case SessionState.Connecting: bench.Do(new SessionEvent.Connecting(bench.Now)); break;
            case SessionState.Reconciling:
                bench.Do(new SessionEvent.Connecting(bench.Now));
                bench.Do(new SessionEvent.Identified(bench.Now, bench.Identity, bench.Device.Status()));
                break;
            case SessionState.Standby: bench.Connect(); break;
            case SessionState.Calibrating:
                bench.Connect();
                bench.Do(new SessionEvent.BeginCalibration(bench.Now));
                break;
            case SessionState.Priming:
                bench.Connect();
                bench.Do(new SessionEvent.Prime(bench.Now));
                break;
            case SessionState.Ready: bench.ToReady(); break;
            case SessionState.Waiting: bench.ToArmed(); break;
            case SessionState.Delivering:
                bench.ToArmed();
                bench.BeginShot();
                break;
            case SessionState.Paused:
                bench.ToArmed();
                bench.Do(new SessionEvent.Pause(bench.Now, "to look"));
                bench.Settle();
                break;
            case SessionState.Faulted:
                bench.ToReady();
                bench.Device.Break(10);
                bench.Settle();
                break;
            case SessionState.EmergencyStopped:
                bench.ToReady();
                bench.Do(new SessionEvent.Stop(bench.Now, "Ada"));
                bench.Settle();
                break;
            default: throw new ArgumentOutOfRangeException(nameof(state), state, "No session is in this state alone.");
        }

        Assert.Equal(state, bench.Session.State);
        return bench;
    }
}
