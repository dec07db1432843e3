using MesoPen.Protocol;

namespace MesoPen.Host.Connection;

/// <summary>What a session hears of its device beside the answers that somebody waits for.</summary>
internal interface ISessionEvents
{
    void StatusHeard(in DeviceStatus status, uint deviceMs);

    void ShotHeard(in ShotEvent shot);

    void FaultHeard(in FaultEvent fault);

    void TraceHeard(in TraceEvent trace);

    /// <summary>A frame of another boot came. The session ends next.</summary>
    void OtherBootHeard();
}
