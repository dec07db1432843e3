namespace MesoPen.Kernel;

/// <summary>
/// What was delivered, what was not, and what is not known: per shot, zone, session. It changes only by records, so that replaying the
/// journal gives the same ledger.
/// </summary>
public sealed class DoseLedger
{
    private readonly SortedDictionary<uint, Shot> _shots = [];
    private readonly SortedDictionary<ushort, ZoneAccount> _zones = [];
    private readonly Dictionary<(uint BootId, uint PermitId), Permit> _intents = [];

    /// <summary>Whether the device's counters at the start of the session are known.</summary>
    public bool HasBaseline { get; private set; }

    /// <summary>Serial number of the device of this session; null before the baseline.</summary>
    public string? DeviceSerial { get; private set; }

    /// <summary>The newest shot that is settled, by the device's count.</summary>
    public uint LastShot { get; private set; }

    /// <summary>The device's volume counter after that shot.</summary>
    public Volume VolumeCounter { get; private set; }

    /// <summary>The newest permit that was recorded and not yet closed; shots up to its limit may have happened.</summary>
    public Permit? Open { get; private set; }

    /// <summary>Highest permit id recorded.</summary>
    public uint PermitIdMax { get; private set; }

    /// <summary>Shots since the needle head was last changed.</summary>
    public long Sticks { get; private set; }

    /// <summary>Whether the session was closed.</summary>
    public bool Closed { get; private set; }

    /// <summary>Volume delivered in the session.</summary>
    public Volume Delivered { get; private set; }

    /// <summary>All settled shots and those that only a person can settle, by index.</summary>
    public IReadOnlyCollection<Shot> Shots => _shots.Values;

    /// <summary>Shots under the open permit beyond the last settled one: what may have happened by now.</summary>
    public int OpenShots => Open is { } permit && permit.ShotLimit > LastShot ? checked((int)(permit.ShotLimit - LastShot)) : 0;

    /// <summary>Shots that only a person can settle.</summary>
    public int UnknownShots { get; private set; }

    /// <summary>The account of a zone.</summary>
    public ZoneAccount Zone(ushort tag)
    {
        if (!_zones.TryGetValue(tag, out ZoneAccount? account))
        {
            account = new ZoneAccount();
            _zones.Add(tag, account);
        }

        return account;
    }

    /// <summary>Volume not known for a zone: unsettled shots, and those that the open permit still allows, at the whole dose.</summary>
    public Volume Unknown(ushort tag) => Zone(tag).Unknown + (Open is { } permit && permit.Zone == tag ? permit.Dose * OpenShots : Volume.Zero);

    /// <summary>What counts against a zone's limit: delivered and unknown.</summary>
    public Volume Committed(ushort tag) => Zone(tag).Delivered + Unknown(tag);

    /// <summary>What counts against the session's limits.</summary>
    public Volume CommittedInSession()
    {
        Volume sum = Volume.Zero;
        foreach (ushort tag in _zones.Keys)
        {
            sum += Zone(tag).Delivered + Zone(tag).Unknown;
        }

        return sum + (Open is { } permit ? permit.Dose * OpenShots : Volume.Zero);
    }

    /// <summary>The permit recorded under an id; null if none was.</summary>
    public Permit? Intent(uint bootId, uint permitId) => _intents.GetValueOrDefault((bootId, permitId));

    /// <summary>The ledger that records give, in order.</summary>
    /// <exception cref="InvalidOperationException">The records contradict each other.</exception>
    public static DoseLedger Replay(IEnumerable<SessionRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        DoseLedger ledger = new();
        foreach (SessionRecord record in records)
        {
            ledger.Apply(record);
        }

        return ledger;
    }

    /// <summary>Takes one record in: the only way the ledger changes, live and on replay.</summary>
    /// <exception cref="InvalidOperationException">The record contradicts what stands: a shot out of order, a permit that reaches back. The journal is wrong.</exception>
    internal void Apply(SessionRecord record)
    {
        switch (record)
        {
            case SessionRecord.Baseline baseline:
                Require(!HasBaseline, "a second baseline");
                (HasBaseline, DeviceSerial, LastShot, VolumeCounter) = (true, baseline.Serial, baseline.ShotCounter, baseline.VolumeCounter);
                break;
            case SessionRecord.PermitIntended intended:
                Intend(intended.Permit);
                break;
            case SessionRecord.ShotSettled settled:
                Settle(settled.Shot);
                break;
            case SessionRecord.WindowClosed closed:
                Require(closed.ShotCounter == LastShot, "a window closed with shots unsettled");
                Open = null;
                break;
            case SessionRecord.UnknownSettled:
                SettleUnknown();
                break;
            case SessionRecord.NeedleChanged:
                Sticks = 0;
                break;
            case SessionRecord.SessionClosed:
                Closed = true;
                break;
            default:
                break;
        }
    }

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"The journal of this session holds {what}.");
        }
    }

    private void Intend(Permit permit)
    {
        Require(HasBaseline, "a permit before its baseline");
        Require(permit.ShotLimit >= LastShot, "a permit that ends before its beginning");
        Require(OpenShots == 0 || (Open!.Zone == permit.Zone && Open.Dose == permit.Dose), "a permit of another zone while one is open");
        Require(OpenShots == 0 || permit.ShotLimit >= Open!.ShotLimit, "a permit that takes shots back");
        _intents[(permit.BootId, permit.Id)] = permit;
        Open = permit;
        PermitIdMax = Math.Max(PermitIdMax, permit.Id);
    }

    private void Settle(Shot shot)
    {
        Require(shot.Index == LastShot + 1, $"shot {shot.Index} after shot {LastShot}");
        _shots.Add(shot.Index, shot);
        LastShot = shot.Index;
        Sticks++;
        ZoneAccount account = Zone(shot.Zone);
        switch (shot.Answer)
        {
            case ShotAnswer.Delivered:
                account.DeliveredShots++;
                account.PartialShots += shot.Partial ? 1 : 0;
                account.Delivered += shot.Volume;
                Delivered += shot.Volume;
                VolumeCounter += shot.Volume;
                break;
            case ShotAnswer.Unknown:
                account.UnknownShots++;
                account.Unknown += shot.Volume;
                UnknownShots++;
                break;
            default:
                account.NotDeliveredShots++;
                break;
        }
    }

    /// <summary>A person took unknown shots over: they stay in the list as unknown and count as delivered from now on.</summary>
    private void SettleUnknown()
    {
        foreach (ZoneAccount account in _zones.Values)
        {
            account.DeliveredShots += account.UnknownShots;
            account.Delivered += account.Unknown;
            Delivered += account.Unknown;
            (account.UnknownShots, account.Unknown) = (0, Volume.Zero);
        }

        UnknownShots = 0;
    }
}
