namespace MesoPen.Kernel;

/// <summary>What happened, with its time. The whole input of a session.</summary>
/// <param name="AtUnixMs">Wall clock of the host, ms since 1970-01-01 UTC.</param>
public abstract record SessionEvent(long AtUnixMs)
{
    /// <summary>The host seeks the device.</summary>
    public sealed record Connecting(long AtUnixMs) : SessionEvent(AtUnixMs);
    /// <summary>A device told who it is and how it stands.</summary>
    public sealed record Identified(long AtUnixMs, DeviceIdentity Device, DeviceSnapshot Snapshot) : SessionEvent(AtUnixMs);
    /// <summary>The link is gone.</summary>
    public sealed record LinkLost(long AtUnixMs, string Reason) : SessionEvent(AtUnixMs);
    /// <summary>A status body came, in whatever message.</summary>
    public sealed record StatusSeen(long AtUnixMs, DeviceSnapshot Snapshot) : SessionEvent(AtUnixMs);
    /// <summary>
    /// Entries of the device's journal, consecutive: of an event (<paramref name="ReadFrom"/> null), or the whole answer to
    /// <see cref="Effect.ReadJournal"/>, empty if the device has none from there on.
    /// </summary>
    public sealed record Journal(long AtUnixMs, IReadOnlyList<Shot> Shots, uint? ReadFrom) : SessionEvent(AtUnixMs);
    /// <summary>The device took a permit, or refused it.</summary>
    public sealed record GrantAnswered(long AtUnixMs, uint PermitId, string? Refusal) : SessionEvent(AtUnixMs);
    /// <summary>The device took the order to prime, or refused it.</summary>
    public sealed record PrimeAnswered(long AtUnixMs, string? Refusal) : SessionEvent(AtUnixMs);
    /// <summary>Records up to this ticket are on the disk.</summary>
    public sealed record Recorded(long AtUnixMs, long Ticket) : SessionEvent(AtUnixMs);
    /// <summary>Records cannot be written now; they are kept and tried again.</summary>
    public sealed record RecordFailed(long AtUnixMs, string Sentence) : SessionEvent(AtUnixMs);
    /// <summary>A person confirmed an item.</summary>
    public sealed record Confirm(long AtUnixMs, Readiness Item, string Person) : SessionEvent(AtUnixMs);
    /// <summary>Items hold no longer, or never did: nothing is armed any more until they are confirmed again.</summary>
    public sealed record Withdraw(long AtUnixMs, Readiness Item, string Reason) : SessionEvent(AtUnixMs);
    /// <summary>The ranges that the device is calibrated in, in place of those told before; none if it has no certificate that says so.</summary>
    public sealed record Calibrated(long AtUnixMs, IReadOnlyList<Limit> Range) : SessionEvent(AtUnixMs);
    /// <summary>Fill the line.</summary>
    public sealed record Prime(long AtUnixMs) : SessionEvent(AtUnixMs);
    /// <summary>Begin a calibration.</summary>
    public sealed record BeginCalibration(long AtUnixMs) : SessionEvent(AtUnixMs);
    /// <summary>End a calibration.</summary>
    public sealed record EndCalibration(long AtUnixMs) : SessionEvent(AtUnixMs);
    /// <summary>Arm a zone, from Ready or, to go on, from Paused.</summary>
    public sealed record Arm(long AtUnixMs, ushort Zone) : SessionEvent(AtUnixMs);
    /// <summary>End the permit; the zone may be armed again.</summary>
    public sealed record Pause(long AtUnixMs, string Reason) : SessionEvent(AtUnixMs);
    /// <summary>Stop, in any state, any number of times.</summary>
    public sealed record Stop(long AtUnixMs, string Person) : SessionEvent(AtUnixMs);
    /// <summary>A person releases a stop or fault.</summary>
    public sealed record Clear(long AtUnixMs, string Person, string Reason) : SessionEvent(AtUnixMs);
    /// <summary>A person takes unknown shots over as delivered.</summary>
    public sealed record SettleUnknown(long AtUnixMs, string Person, string Reason) : SessionEvent(AtUnixMs);
    /// <summary>A new needle head is on.</summary>
    public sealed record ChangeNeedle(long AtUnixMs, string Person) : SessionEvent(AtUnixMs);
    /// <summary>The treatment is over.</summary>
    public sealed record Close(long AtUnixMs, string Outcome) : SessionEvent(AtUnixMs);
}
