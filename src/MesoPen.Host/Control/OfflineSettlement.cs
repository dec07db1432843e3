using MesoPen.Host.Records;
using MesoPen.Kernel;

namespace MesoPen.Host.Control;

/// <summary>Ends a session whose device will not come back: a person takes over as delivered whatever is unknown.</summary>
internal static class OfflineSettlement
{
    /// <summary>The records that settle and close the session.</summary>
    /// <returns>Null if the kernel refuses; <paramref name="refusal"/> then says why.</returns>
    public static IReadOnlyList<SessionRecord>? Of(IReadOnlyList<JournalRow> rows, string person, string reason, long atUnixMs, out string refusal)
    {
        // No plan is needed: nothing will be armed.
        TreatmentPlan none = new("", "", new Product("", "", 0, Volume.Zero), Volume.Zero, []);
        Session session = new(none, new LimitSet([]), new SessionOptions(default, Volume.Zero));
        session.Restore(rows.Select(SessionRecordCodec.Decode).OfType<SessionRecord>());
        refusal = "";
        List<SessionRecord> records = [];
        List<SessionEvent> steps = [new SessionEvent.Stop(atUnixMs, person)];
        if (session.Ledger.OpenShots > 0 || session.Ledger.UnknownShots > 0)
        {
            steps.Add(new SessionEvent.SettleUnknown(atUnixMs, person, reason));
        }

        steps.Add(new SessionEvent.Close(atUnixMs, "abandoned"));
        foreach (SessionEvent step in steps)
        {
            foreach (Effect effect in session.Step(step))
            {
                switch (effect)
                {
                    case Effect.Record record: records.AddRange(record.Records); break;
                    case Effect.Show { Kind: NoticeKind.Refused } show: refusal = show.Text; return null;
                    default: break;
                }
            }
        }

        return records;
    }
}
