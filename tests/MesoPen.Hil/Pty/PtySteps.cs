namespace MesoPen.Hil;

/// <summary>Carries out a scenario's steps, one after another, as their times come. Where an instant is told with its time, that is the time that counts.</summary>
/// <param name="steps">They.</param>
/// <param name="watch">Sees conditions.</param>
/// <param name="act">Does what a step does.</param>
internal sealed class PtySteps(IReadOnlyList<ScenarioStep> steps, PtyWatch watch, Action<ScenarioAction> act)
{
    private int _next;
    private long _fromMs;
    private long? _heldAtMs;
    private bool _acting;

    /// <summary>Whether all are done.</summary>
    public bool Done => _next >= steps.Count;

    /// <summary>Whether a step has ended the run.</summary>
    public bool Ended { get; private set; }

    /// <summary>Line of the step that waits; 0 if none does.</summary>
    public int Line => Done ? 0 : steps[_next].Line;

    /// <summary>Does every step whose time has come.</summary>
    /// <exception cref="StepFailedException">What one expects did not come in time.</exception>
    public void Advance(long nowMs)
    {
        // What a step does may bring news that is looked at before the step is over.
        if (_acting)
        {
            return;
        }

        while (!Ended && !Done && Comes(steps[_next], nowMs))
        {
            _next++;
            _fromMs = nowMs;
            _heldAtMs = null;
        }
    }

    private bool Comes(ScenarioStep step, long nowMs)
    {
        _heldAtMs ??= step.AtMs is { } at ? (nowMs >= at ? nowMs : null) : step.When is not { } when || watch.Holds(when) ? nowMs : null;
        if (_heldAtMs is not { } held)
        {
            return false;
        }

        long due = (step.When is null && step.AtMs is null ? _fromMs : held) + step.AfterMs;
        if (nowMs < due)
        {
            return false;
        }

        if (step.Do is { } action)
        {
            Act(action);
            return true;
        }

        Condition expected = step.Expect!;
        if (watch.Holds(expected))
        {
            return true;
        }

        return nowMs <= due + step.WithinMs + PtyRun.AllowanceMs
            ? false
            : throw new StepFailedException(
                "expectation", step.Line, $"Not within {step.WithinMs} ms and the {PtyRun.AllowanceMs} ms that this level allows a busy machine: {expected.Text}.");
    }

    private void Act(ScenarioAction action)
    {
        _acting = true;
        act(action);
        _acting = false;
        Ended = action.Kind == ActionKind.End;
    }
}
