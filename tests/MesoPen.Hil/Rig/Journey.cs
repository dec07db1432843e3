using MesoPen.Host.Control;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>
/// A treatment to its end, with a person who resumes it each time that a run of treat ended early or its process died. What the oracle finds
/// comes out with the seed and the last events.
/// </summary>
internal sealed class Journey
{
    private const int AftermathMs = 700;

    private readonly VirtualTreatment _treatment;
    private readonly string _label;
    private readonly List<TreatmentOutcome> _ends = [];
    private int _pauseLeftMs;

    /// <param name="treatment">It; its first host is started here if none was.</param>
    /// <param name="label">What names this run in a failure: the seed, or the instant.</param>
    public Journey(VirtualTreatment treatment, string label) => (_treatment, _label) = (treatment, label);

    /// <summary>How the runs of treat ended, in order; those killed are not in it.</summary>
    public IReadOnlyList<TreatmentOutcome> Ends => _ends;

    /// <summary>When the line's weather clears, ms; null if it never was bad.</summary>
    public int? ClearMs { get; init; }

    /// <summary>Time from the end of a run to the next, ms.</summary>
    public int PauseMs { get; init; } = 300;

    /// <summary>Called before each millisecond: faults, kills, stops by hand.</summary>
    public Action<VirtualTreatment>? BeforeStep { get; init; }

    /// <summary>Runs until the session is closed on the disk, and then for as long as anything could still happen.</summary>
    public void RunToCompletion(int limitMs)
    {
        try
        {
            if (_treatment.Host is null)
            {
                _treatment.StartHost();
            }

            while (!_treatment.Oracle.Disk.Closed || _treatment.Host is { Alive: true, Outcome: null })
            {
                Check(_treatment.Ms < limitMs, $"not completed within {limitMs} ms.");
                Step();
            }

            _treatment.EndHost();
            Rest();
            Compare();
        }
        catch (Exception broken) when (broken is BrokenInvariantException or InvalidOperationException)
        {
            throw new InvalidOperationException(Describe(broken.Message), broken);
        }
    }

    /// <summary>Steps until the condition holds, with the oracle watching, and puts what it finds into words.</summary>
    public void RunUntil(Func<bool> condition, int limitMs)
    {
        try
        {
            while (!condition())
            {
                Check(_treatment.Ms < limitMs, $"not there within {limitMs} ms.");
                Step();
            }
        }
        catch (Exception broken) when (broken is BrokenInvariantException or InvalidOperationException)
        {
            throw new InvalidOperationException(Describe(broken.Message), broken);
        }
    }

    private void Step()
    {
        if (ClearMs is { } clear && _treatment.Ms == clear)
        {
            _treatment.Line.Weather = LinkWeather.Clear;
        }

        BeforeStep?.Invoke(_treatment);
        _treatment.Step();
        if (_treatment.Host is { Outcome: { } outcome })
        {
            _ends.Add(outcome);
            if (outcome != TreatmentOutcome.Completed)
            {
                _treatment.EndHost();
                _pauseLeftMs = PauseMs;
            }
        }
        else if (_treatment.Host is null && _pauseLeftMs-- <= 0)
        {
            _treatment.StartHost();
            _pauseLeftMs = PauseMs;
        }
    }

    private void Rest()
    {
        for (int i = 0; i < AftermathMs; i++)
        {
            _treatment.Step();
        }
    }

    /// <summary>Each shot once, none lost, none twice, and every point of the plan treated once.</summary>
    private void Compare()
    {
        List<string> wrong = TruthComparison.Of(_treatment);
        Check(wrong.Count == 0, string.Join(" ", wrong));
        Check(!_treatment.Oracle.Disk.Open, "a permit stands open on the disk.");
        foreach (Kernel.ZonePlan zone in _treatment.Input.Plan.Zones)
        {
            int delivered = _treatment.Oracle.Disk.Shots.Values.Count(shot => shot.Zone == zone.Tag && shot.Outcome == "delivered");
            Check(delivered == zone.Points, $"{zone.Zone} had {delivered} of {zone.Points} points.");
        }
    }

    private static void Check(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException(what);
        }
    }

    private string Describe(string what) =>
        $"{_label}, {_treatment.Ms} ms: {what} Ends: {string.Join(", ", _ends)}. Hosts: {_treatment.Hosts}.\n{_treatment.Recorder}\n"
        + string.Join("\n", _treatment.Host?.Desk.Notices.TakeLast(12).Select(notice => $"{notice.Kind}: {notice.Text}") ?? [])
        + $"\nstate {_treatment.Host?.Session.State}, device {_treatment.Device.Status}";
}
