using System.Text;
using MesoPen.Host.Records;
using MesoPen.Protocol;

namespace MesoPen.Hil;

/// <summary>The last things that happened, kept as bytes and put into words only when somebody asks.</summary>
internal sealed class FlightRecorder
{
    private const int Capacity = 64;

    private readonly Entry[] _entries = new Entry[Capacity];
    private long _count;

    public void Add(long ms, string what, ReadOnlySpan<byte> bytes)
    {
        ref Entry entry = ref Next(ms, what);
        if (entry.Bytes is null || entry.Bytes.Length < bytes.Length)
        {
            entry.Bytes = new byte[Math.Max(bytes.Length, FrameWriter.FrameMax)];
        }

        bytes.CopyTo(entry.Bytes);
        entry.Length = bytes.Length;
    }

    /// <summary>A row of the disk.</summary>
    public void Add(long ms, string what, RecordEntry row) => Next(ms, what).Row = row;

    /// <summary>Oldest first, a line each.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Last(Capacity));

    /// <summary>The last so many, oldest first.</summary>
    public IReadOnlyList<string> Last(int count)
    {
        List<string> lines = [];
        for (long i = Math.Max(0, _count - Math.Min(count, Capacity)); i < _count; i++)
        {
            ref readonly Entry entry = ref _entries[i % Capacity];
            StringBuilder text = new();
            text.Append(entry.Ms).Append(" ms ").Append(entry.What);
            Describe(text, entry.Bytes.AsSpan(0, entry.Length));
            if (entry.Row is { } row)
            {
                text.Append(' ').Append(row.Kind).Append(' ').Append(row.Body);
            }

            lines.Add(text.ToString());
        }

        return lines;
    }

    private ref Entry Next(long ms, string what)
    {
        ref Entry entry = ref _entries[_count++ % Capacity];
        (entry.Ms, entry.What, entry.Length, entry.Row) = (ms, what, 0, null);
        return ref entry;
    }

    private static void Describe(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        FrameReader reader = new();
        while (reader.TryRead(ref bytes, out Frame frame))
        {
            text.Append(' ').Append(WireNames.Of(frame.Header.Type)).Append('#').Append(frame.Header.Seq);
            string more = frame.Header.Type switch
            {
                MessageType.PermitGrant when PermitGrantRequest.TryRead(frame.Payload, out PermitGrantRequest grant, out _) => grant.ToString(),
                MessageType.PermitRenew when PermitRenewRequest.TryRead(frame.Payload, out PermitRenewRequest renew, out _) => renew.ToString(),
                MessageType.PermitRevoke when PermitRevokeRequest.TryRead(frame.Payload, out PermitRevokeRequest revoke, out _) => revoke.ToString(),
                MessageType.ShotEvent when ShotEvent.TryRead(frame.Payload, out ShotEvent shot, out _) => shot.Entry.ToString(),
                _ when frame.Header.Type.IsReply && StatusReply.TryRead(frame.Payload, out StatusReply status, out _) => Short(status.Prefix.Result.ToString(), status.Status),
                MessageType.StateEvent when StateEvent.TryRead(frame.Payload, out StateEvent state, out _) => Short("", state.Status),
                MessageType.FaultEvent when FaultEvent.TryRead(frame.Payload, out FaultEvent fault, out _) => Short(fault.Fault.ToString(), fault.Status),
                _ => "",
            };
            text.Append(' ').Append(more);
        }

        if (reader.FramesBad > 0)
        {
            text.Append(" (bad)");
        }
    }

    private static string Short(string result, in DeviceStatus s) =>
        $"{result} {s.State} [{s.Flags}] permit {s.PermitId}/{s.PermitIdSeen} shots {s.ShotCounter} journal from {s.JournalFirst} fault {s.Fault}#{s.FaultSeq}";

    /// <summary>A place, whose buffer is used again.</summary>
    private struct Entry
    {
        public long Ms;
        public string What;
        public byte[]? Bytes;
        public int Length;
        public RecordEntry? Row;
    }
}
