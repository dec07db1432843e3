using MesoPen.Protocol;

namespace MesoPen.Host.Connection;

/// <summary>What a connection tells its user. All calls come on the event loop. What they throw ends the loop.</summary>
public interface IConnectionEvents
{
    /// <summary>A device was found, identified and tested. From here on requests are taken.</summary>
    void Connected(DeviceFacts facts);

    /// <summary>A device answered and must not be used. The connection has stopped.</summary>
    void Refused(ConnectionRefusal refusal);

    /// <summary>The link of a connected device is gone; it is being looked for again. <paramref name="reason"/> is a sentence.</summary>
    void LinkLost(string reason);

    /// <summary>The device was not found this time, and will be looked for again after <paramref name="pause"/>. <paramref name="reason"/> says what to do.</summary>
    void Waiting(string reason, TimeSpan pause);

    /// <summary>A status came, in a reply or an event. Statuses older than one told before are not told.</summary>
    /// <param name="status">The status.</param>
    /// <param name="deviceMs">The device's uptime when it was taken; wraps.</param>
    void StatusSeen(DeviceStatus status, uint deviceMs);

    /// <summary>A shot has ended. Events may be lost and may come twice: the journal is the truth.</summary>
    void ShotSeen(ShotEvent shot);

    /// <summary>A fault or stop has latched. Its status was told by <see cref="StatusSeen"/> before.</summary>
    void FaultSeen(FaultEvent fault);

    /// <summary>The device told what its sensors said, because it was asked to. Nothing may be decided by it; most users do not ask.</summary>
    void TraceSeen(TraceEvent trace)
    {
    }

    /// <summary>A connected device was reset, as its boot id tells. <see cref="LinkLost"/> follows, then the device is identified anew.</summary>
    void BootChanged();
}
