using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Station;

/// <summary>
/// Whose turn it is with the station's device: a session's or the bench's, never both's. Records alone cannot say it, for the bench goes to work, and a
/// session is being opened, before they know. It lives in memory: after a start of the program neither has it.
/// </summary>
/// <param name="desk">The clinic.</param>
/// <param name="station">Id of the station.</param>
internal sealed class DeviceTurn(ClinicDesk desk, string station)
{
    private readonly Lock _gate = new();

    // One that is being opened and one that runs, which is the same session a moment later.
    private int _sessions;
    private string? _bench;

    /// <summary>The calibration for which the bench has the device; null if the bench does not have it.</summary>
    public string? Bench
    {
        get
        {
            lock (_gate)
            {
                return _bench;
            }
        }
    }

    /// <summary>Takes it for a session that is being opened or taken up. Why not, if the bench has it.</summary>
    /// <param name="held">Gives it back when disposed of; null if it was not taken.</param>
    public Problem? TakeForSession(out IDisposable? held)
    {
        lock (_gate)
        {
            held = null;
            if (_bench is not null)
            {
                return CalibrationProblems.Running.With($"The bench works on {_bench}: let it rest first.");
            }

            _sessions++;
            held = new Held(() => _sessions--, _gate);
            return null;
        }
    }

    /// <summary>Takes it for the bench. Why not, if a session has it or is open, or the bench has it already.</summary>
    /// <param name="what">What the bench does with it: a calibration's id, or a word for one that has none yet.</param>
    /// <param name="held">Gives it back when disposed of; null if it was not taken.</param>
    public Problem? TakeForBench(string what, out IDisposable? held)
    {
        lock (_gate)
        {
            held = null;
            if (_bench is not null)
            {
                return CalibrationProblems.Running.With($"The bench works on {_bench}.");
            }

            // A session gives back what it took for its opening only when the clinic knows it.
            if (_sessions > 0 || desk.Known.Treatments.OpenAt(station) is not null)
            {
                return TreatmentProblems.StationBusy.With("A session is open at this station, or is being opened: its device is not for the bench.");
            }

            _bench = what;
            held = new Held(() => _bench = null, _gate);
            return null;
        }
    }

    private sealed class Held(Action giveBack, Lock gate) : IDisposable
    {
        private bool _given;

        public void Dispose()
        {
            lock (gate)
            {
                if (!_given)
                {
                    _given = true;
                    giveBack();
                }
            }
        }
    }
}
