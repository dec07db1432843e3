namespace MesoPen.Kernel;

/// <summary>What is written before anything that depends on it happens. Replayed in order it gives ledger and latch back.</summary>
public abstract record SessionRecord
{
    private SessionRecord() { }

    /// <summary>The device before the first permit: its counters, and the oldest shot of its journal that nobody has acknowledged.</summary>
    public sealed record Baseline(string Serial, uint BootId, uint ShotCounter, Volume VolumeCounter, uint JournalFirst) : SessionRecord;
    /// <summary>A permit that is about to be sent.</summary>
    public sealed record PermitIntended(Permit Permit) : SessionRecord;
    /// <summary>A shot with its answer.</summary>
    public sealed record ShotSettled(Shot Shot) : SessionRecord;
    /// <summary>A shot from before this session; of several that the device's journal has lost, the last one, as unknown.</summary>
    public sealed record ForeignShot(Shot Shot) : SessionRecord;
    /// <summary>The open permit is dead and its shots are settled: those beyond <paramref name="ShotCounter"/> did not happen.</summary>
    public sealed record WindowClosed(uint ShotCounter, Volume VolumeCounter) : SessionRecord;
    /// <summary>A person took all unknown shots over as delivered.</summary>
    public sealed record UnknownSettled(string Person, string Reason) : SessionRecord;
    /// <summary>A new needle head.</summary>
    public sealed record NeedleChanged(string Person) : SessionRecord;
    /// <summary>A stop or fault latched; the number is the <see cref="FaultCatalogue"/>'s.</summary>
    public sealed record Latched(int Fault) : SessionRecord;
    /// <summary>A person released the stop or fault.</summary>
    public sealed record Released(string Person, string Reason) : SessionRecord;
    /// <summary>Something decided or noticed: armed, paused, stopped, refused, confirmed.</summary>
    public sealed record Decision(string What, string Text) : SessionRecord;
    /// <summary>The treatment is over.</summary>
    public sealed record SessionClosed(string Outcome) : SessionRecord;
}
