namespace MesoPen.Kernel;

/// <summary>What is written before anything that depends on it happens. Replayed in order it gives the ledger back.</summary>
public abstract record SessionRecord
{
    private SessionRecord()
    {
    }

    /// <summary>Counters of the device before the first permit of the session.</summary>
    public sealed record Baseline(string Serial, uint BootId, uint ShotCounter, Volume VolumeCounter) : SessionRecord;

    /// <summary>A permit that is about to be sent.</summary>
    public sealed record PermitIntended(Permit Permit) : SessionRecord;

    /// <summary>A shot with its answer.</summary>
    public sealed record ShotSettled(Shot Shot) : SessionRecord;

    /// <summary>A shot of the device's journal from before this session.</summary>
    public sealed record ForeignShot(Shot Shot) : SessionRecord;

    /// <summary>The open permit is dead and all its shots are settled; those beyond <paramref name="ShotCounter"/> did not happen.</summary>
    public sealed record WindowClosed(uint ShotCounter) : SessionRecord;

    /// <summary>A person took all unknown shots over as delivered.</summary>
    public sealed record UnknownSettled(string Person, string Reason) : SessionRecord;

    /// <summary>A new needle head.</summary>
    public sealed record NeedleChanged(string Person) : SessionRecord;

    /// <summary>Something decided or noticed: armed, paused, stopped, faulted, refused, cleared, confirmed.</summary>
    public sealed record Decision(string What, string Text) : SessionRecord;

    /// <summary>The treatment is over.</summary>
    public sealed record SessionClosed(string Outcome) : SessionRecord;
}
