namespace MesoPen.Kernel;

/// <summary>What was delivered, what was not, and what is not known. It changes only by records: replaying them gives the same ledger.</summary>
public sealed class DoseLedger
{
    private readonly SortedDictionary<uint, Shot> _shots = [];
    private readonly SortedDictionary<ushort, ZoneAccount> _zones = [];
    private readonly Dictionary<uint, Permit> _intents = [];

    /// <summary>Serial number of the device of this session; null before the baseline.</summary>
    public string? DeviceSerial { get; private set; }
    /// <summary>The newest shot that is settled, by the device's count.</summary>
    public uint LastShot { get; private set; }
    /// <summary>The newest permit that was recorded and not yet closed; shots up to its limit may have happened.</summary>
    public Permit? Open { get; private set; }
    /// <summary>Shots under the open permit beyond the last settled one: what may have happened by now.</summary>
    public int OpenShots => Open is { } permit && permit.ShotLimit > LastShot ? checked((int)(permit.ShotLimit - LastShot)) : 0;
    /// <summary>Shots since the needle head was last changed.</summary>
    public long Sticks { get; private set; }
    /// <summary>Whether the session was closed.</summary>
    public bool Closed { get; private set; }
    /// <summary>The account of all zones together.</summary>
    public ZoneAccount Total { get; } = new();
    /// <summary>Volume delivered in the session.</summary>
    public Volume Delivered => Total.Delivered;
    /// <summary>Shots that only a person can settle.</summary>
    public int UnknownShots => Total.UnknownShots;
    /// <summary>All settled shots and those that only a person can settle, by index.</summary>
    public IReadOnlyCollection<Shot> Shots => _shots.Values;
    /// <summary>The device's volume counter after the last shot, without what is in <see cref="Unmeasured"/>.</summary>
    internal Volume VolumeCounter { get; private set; }
    /// <summary>Whole doses of the unknown shots since the volume counter was last compared.</summary>
    internal Volume Unmeasured { get; private set; }
    /// <summary>Highest permit id recorded.</summary>
    internal uint PermitIdMax { get; private set; }
    /// <summary>Shots up to this one are from before the session.</summary>
    internal uint ForeignUpTo { get; private set; }

    /// <summary>The ledger that records give, in order.</summary>
    /// <exception cref="InvalidOperationException">The records contradict each other.</exception>
    public static DoseLedger Replay(IEnumerable<SessionRecord> records)
    {
        DoseLedger ledger = new();
        foreach (SessionRecord record in records) { ledger.Apply(record); }
        return ledger;
    }

    /// <summary>The account of a zone.</summary>
    public ZoneAccount Zone(ushort tag)
    {
        if (!_zones.TryGetValue(tag, out ZoneAccount? account)) { _zones.Add(tag, account = new ZoneAccount()); }
        return account;
    }

    /// <summary>Volume not known for a zone: unsettled shots, and those that the open permit still allows, at the whole dose.</summary>
    public Volume Unknown(ushort tag) => Zone(tag).Unknown + (Open?.Zone == tag ? Open.Dose * OpenShots : Volume.Zero);

    /// <summary>A permit that may have been live since the last closing; null if none of this boot and id was.</summary>
    internal Permit? Intent(uint bootId, uint permitId) =>
        _intents.TryGetValue(permitId, out Permit? permit) && permit.BootId == bootId ? permit : null;

    /// <summary>Takes one record in: the only way the ledger changes, live and on replay (SR-098).</summary>
    /// <exception cref="InvalidOperationException">The record contradicts what stands: a shot out of order, a permit that reaches back.</exception>
    internal void Apply(SessionRecord record)
    {
        switch (record)
        {
            case SessionRecord.Baseline baseline: Begin(baseline); break;
            case SessionRecord.PermitIntended intended: Intend(intended.Permit); break;
            case SessionRecord.ShotSettled settled: Settle(settled.Shot); break;
            case SessionRecord.ForeignShot { Shot.Index: uint foreign }:
                Require(foreign > LastShot && foreign <= ForeignUpTo, $"foreign shot {foreign} after shot {LastShot}");
                LastShot = foreign;
                break;
            case SessionRecord.WindowClosed closed: Close(closed); break;
            case SessionRecord.UnknownSettled: TakeOverUnknown(); break;
            case SessionRecord.NeedleChanged: Sticks = 0; break;
            case SessionRecord.SessionClosed: Closed = true; break;
            default: break;
        }
    }

    private static void Require(bool condition, string what)
    {
        if (!condition) { throw new InvalidOperationException($"The journal of this session holds {what}."); }
    }

    private void Begin(SessionRecord.Baseline baseline)
    {
        Require(DeviceSerial is null || (Open is null && baseline.ShotCounter >= LastShot), "a baseline that forgets shots");
        (DeviceSerial, ForeignUpTo, VolumeCounter) = (baseline.Serial, baseline.ShotCounter, baseline.VolumeCounter);
        LastShot = Math.Max(LastShot, Math.Min(Math.Max(baseline.JournalFirst, 1) - 1, baseline.ShotCounter));
    }

    private void Intend(Permit permit)
    {
        Require(DeviceSerial is not null && LastShot >= ForeignUpTo, "a permit before its baseline");
        Require(permit.ShotLimit >= LastShot && permit.Id > PermitIdMax, "a permit that reaches back");
        bool extends = Open is null || (Open.Zone == permit.Zone && Open.Dose == permit.Dose && Open.BootId == permit.BootId);
        Require(extends && permit.ShotLimit >= (Open?.ShotLimit ?? 0), "a permit that takes back what an open one allows");
        _intents.Add(permit.Id, permit);
        (Open, PermitIdMax) = (permit, permit.Id);
    }

    private void Settle(Shot shot)
    {
        Require(shot.Index == LastShot + 1 && shot.Index > ForeignUpTo, $"shot {shot.Index} after shot {LastShot}");
        _shots.Add(shot.Index, shot);
        (LastShot, Sticks) = (shot.Index, Sticks + 1);
        Zone(shot.Zone).Add(shot);
        Total.Add(shot);
        if (shot.Answer == ShotAnswer.Unknown) { Unmeasured += shot.Volume; } else { VolumeCounter += shot.Volume; }
    }

    private void Close(SessionRecord.WindowClosed closed)
    {
        Require(closed.ShotCounter == LastShot, "a window closed with shots unsettled");
        (Open, VolumeCounter, Unmeasured) = (null, closed.VolumeCounter, Volume.Zero);
        _intents.Clear();
    }

    private void TakeOverUnknown()
    {
        Total.TakeOverUnknown();
        foreach (ZoneAccount account in _zones.Values) { account.TakeOverUnknown(); }
    }
}
