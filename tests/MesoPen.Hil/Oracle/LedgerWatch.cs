using System.Text.Json;
using MesoPen.Host.Records;
using MesoPen.Protocol;

namespace MesoPen.Hil;

/// <summary>The account that the rows on the disk give, added up here and not by the kernel.</summary>
internal sealed class LedgerWatch(IReadOnlyDictionary<ushort, ZoneRule> zones)
{
    /// <summary>Shots that may be open ahead of what is on the disk (docs/decisions/0001-permits.md).</summary>
    private const int Window = 5;

    private readonly Dictionary<uint, DiskShot> _shots = [];
    private readonly Dictionary<(uint Id, uint Boot), (uint ShotLimit, long VolumeLimitNl)> _intents = [];
    private (ushort Zone, uint ShotLimit, long DoseNl)? _open;
    private uint _last;
    private uint _foreignUpTo;
    private bool _begun;
    private bool _takenOver;

    /// <summary>Rows of settled shots, by index.</summary>
    public IReadOnlyDictionary<uint, DiskShot> Shots => _shots;

    /// <summary>Volume that counts: settled shots, unknown ones, and what the open permit still allows, nL.</summary>
    public long CommittedNl { get; private set; }

    /// <summary>Volume of settled shots, nL.</summary>
    public long SettledNl { get; private set; }

    /// <summary>The last lifetime index that a shot may have by what is on the disk.</summary>
    public uint ShotMax => Math.Max(_last, _open?.ShotLimit ?? 0);

    /// <summary>Settled shots of which nobody knows what they gave, and that no person has taken over.</summary>
    public int UnknownShots => _takenOver ? 0 : _shots.Values.Count(shot => shot.Outcome == "unknown");

    public bool Closed { get; private set; }

    /// <summary>Whether a permit is open on the disk.</summary>
    public bool Open => _open is not null;

    /// <summary>Takes a row in that is on the disk now.</summary>
    public void Take(RecordEntry entry, JsonElement body)
    {
        switch (entry.Kind)
        {
            case "baseline":
                _foreignUpTo = Index(body, "shot_counter");
                _last = Math.Min(Math.Max(Index(body, "journal_first"), 1) - 1, _foreignUpTo);
                Require(!_begun, "A second baseline was written.");
                _begun = true;
                break;
            case "permit":
                _open = ((ushort)Number(body, "zone"), Index(body, "shot_limit"), Number(body, "dose_nl"));
                JudgeWindow(_open.Value.Zone, _open.Value.ShotLimit, _open.Value.DoseNl);
                Require(
                    _intents.TryAdd((Index(body, "permit_id"), Index(body, "boot_id")), (_open.Value.ShotLimit, Number(body, "volume_limit_nl"))),
                    $"Permit {Number(body, "permit_id")} was written twice.");
                break;
            case "foreign-shot":
                _last = Index(body, "shot");
                break;
            case "shot":
                Shot(body);
                break;
            case "window-closed":
                _open = null;
                break;
            case "unknown-settled":
                _takenOver = true;
                break;
            case "session-closed":
                Closed = true;
                break;
            default:
                break;
        }

        CommittedNl = SettledNl + (_open is { } open && open.ShotLimit > _last ? (open.ShotLimit - _last) * open.DoseNl : 0);
    }

    /// <summary>A frame is about to leave the host: what it says must stand on the disk.</summary>
    public void RequireBacked(in Frame frame)
    {
        if (frame.Header.Type == MessageType.PermitGrant && PermitGrantRequest.TryRead(frame.Payload, out PermitGrantRequest grant, out _))
        {
            Require(
                _intents.TryGetValue((grant.PermitId, frame.Header.BootId), out (uint ShotLimit, long VolumeLimitNl) intent)
                    && intent.ShotLimit == grant.ShotLimit && intent.VolumeLimitNl == (long)grant.VolumeLimitNl,
                $"Permit {grant.PermitId} leaves the host and its intent is not on the disk.");
        }
        else if (frame.Header.Type == MessageType.JournalAck && JournalAckRequest.TryRead(frame.Payload, out JournalAckRequest ack, out _))
        {
            Require(ack.UpToShot <= _last, $"The journal is acknowledged up to shot {ack.UpToShot}, on the disk are those up to {_last}.");
        }
    }

    /// <summary>A permit reaches no further than the window and the points of its zone, what is unknown counted.</summary>
    private void JudgeWindow(ushort tag, uint shotLimit, long doseNl)
    {
        long open = (long)shotLimit - _last;
        int treated = _shots.Values.Count(shot => shot.Zone == tag && shot.Outcome != "not-delivered");
        Require(open <= Window, $"A permit reaches {open} shots ahead of the disk.");
        Require(zones.TryGetValue(tag, out ZoneRule? zone) && treated + open <= zone.Points, $"A permit allows {open} more shots in zone {tag}, which has had {treated}.");
        Require(doseNl == zone!.DoseNl, $"A permit of {doseNl} nL a shot in {zone.Zone}.");
    }

    private void Shot(JsonElement body)
    {
        uint index = Index(body, "shot");
        DiskShot shot = Of(body);
        Require(_shots.TryAdd(index, shot), $"Shot {index} was written twice.");
        Require(index == _last + 1 && index > _foreignUpTo, $"Shot {index} was written after shot {_last}.");
        SettledNl += shot.VolumeNl;
        _last = index;
    }

    private static DiskShot Of(JsonElement body) => new(
        (ushort)Number(body, "zone"), body.GetProperty("outcome").GetString()!, Number(body, "depth_um"), Number(body, "volume_nl"), (int)Number(body, "ended_by"));

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new BrokenInvariantException(6, what);
        }
    }

    private static uint Index(JsonElement body, string name) => (uint)Number(body, name);

    private static long Number(JsonElement body, string name) => body.GetProperty(name).GetInt64();
}
