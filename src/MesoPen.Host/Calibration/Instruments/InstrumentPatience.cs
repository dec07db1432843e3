namespace MesoPen.Host.Calibration;

/// <summary>How long an instrument is waited for.</summary>
public sealed record InstrumentPatience
{
    /// <summary>For the answer to a question that the instrument answers only when it is at rest: longer than balances wait by themselves.</summary>
    public TimeSpan Reply { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>For the answer to any other question: 22 characters at 1,200 Bd take 0.2 s.</summary>
    public TimeSpan Immediate { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>For a value at rest, from the first question on.</summary>
    public TimeSpan Stable { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For a line that is gone to come back; the time for a value at rest begins anew then.</summary>
    public TimeSpan Return { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Between two questions while the value is not at rest, and between two tries to open the line.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(250);
}
