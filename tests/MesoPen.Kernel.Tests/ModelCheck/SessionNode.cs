namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>One state of the true session: how to get there again, what is seen of it, and where each event led that was tried.</summary>
internal sealed class SessionNode(int number, SessionNode? before, SessionEvent? happened, IReadOnlyList<SessionRecord> restored, SessionFacts facts)
{
    public int Number => number;

    public SessionNode? Before => before;

    /// <summary>The event that led here, as the session heard it.</summary>
    public SessionEvent? Happened => happened;

    /// <summary>What the host found on its disk when it started.</summary>
    public IReadOnlyList<SessionRecord> Restored => restored;

    public SessionFacts Facts => facts;

    public Dictionary<SessionEvent, SessionAnswer> Answers { get; } = [];
}
