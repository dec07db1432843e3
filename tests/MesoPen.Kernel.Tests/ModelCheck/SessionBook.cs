using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>
/// Every different state of the true session that was met. A session cannot be copied, so it is built anew and hears its events again; since it is
/// deterministic, what an event does in a state is tried once.
/// </summary>
internal sealed class SessionBook(TreatmentPlan plan, LimitSet limits, SessionOptions options)
{
    private readonly Dictionary<string, SessionNode> _nodes = [];
    private readonly SessionDigest _digest = new();

    public int Count => _nodes.Count;

    /// <summary>How often the true session was asked something new.</summary>
    public int Steps { get; private set; }

    public SessionNode Restore(IReadOnlyList<SessionRecord> records)
    {
        Session session = new(plan, limits, options);
        session.Restore(records);
        return Find(session, null, null, records);
    }

    /// <summary>
    /// Takes an event in model terms: time 0, or 1 if a second has passed since the event before; a status' clock 0, 1 or 2 as it is older than
    /// the last one, the same or newer; of tickets the next.
    /// </summary>
    public SessionAnswer Step(SessionNode node, SessionEvent happened)
    {
        if (!node.Answers.TryGetValue(happened, out SessionAnswer? answer))
        {
            node.Answers.Add(happened, answer = Try(node, happened));
        }

        return answer;
    }

    private static SessionEvent At(SessionEvent happened, SessionEvent? before) =>
        happened with { AtUnixMs = (before?.AtUnixMs ?? Plans.Now) + (happened.AtUnixMs * 1000) };

    private SessionAnswer Try(SessionNode node, SessionEvent happened)
    {
        Steps++;
        Session session = Rebuild(node);
        SessionEvent heard = At(happened, node.Happened) switch
        {
            SessionEvent.StatusSeen e => e with { Snapshot = e.Snapshot with { DeviceMs = (session.Device?.DeviceMs ?? 0) + e.Snapshot.DeviceMs - 1 } },
            SessionEvent.Recorded e => e with { Ticket = _digest.Durable(session) + 1 },
            SessionEvent other => other,
        };
        IReadOnlyList<Effect> effects = session.Step(heard);
        SessionNode next = Find(session, node, heard, node.Restored);
        Effect[] requests = [.. effects.Where(effect => effect is not (Effect.Record or Effect.Show))];
        Sequence<SessionRecord>[] batches = [.. effects.OfType<Effect.Record>().Select(each => Telling(each.Records))];
        return new SessionAnswer(next, new(requests), new(batches), effects is [Effect.Stop, ..]);
    }

    private static Sequence<SessionRecord> Telling(IEnumerable<SessionRecord> records) =>
        new([.. records.Where(record => record is not (SessionRecord.Decision or SessionRecord.NeedleChanged))]);

    private Session Rebuild(SessionNode node)
    {
        Stack<SessionEvent> events = [];
        for (SessionNode? each = node; each?.Happened is not null; each = each.Before) { events.Push(each.Happened); }
        Session session = new(plan, limits, options);
        session.Restore(node.Restored);
        foreach (SessionEvent each in events) { session.Step(each); }
        return session;
    }

    private SessionNode Find(Session session, SessionNode? before, SessionEvent? happened, IReadOnlyList<SessionRecord> restored)
    {
        string digest = _digest.Of(session);
        if (!_nodes.TryGetValue(digest, out SessionNode? node))
        {
            node = new SessionNode(_nodes.Count, before, happened, restored, SessionFacts.Of(session, plan));
            _nodes.Add(digest, node);
        }

        return node;
    }
}
