using MesoPen.Host.Connection;
using MesoPen.Protocol;

namespace MesoPen.Host.Diagnostics;

/// <summary>Who only asks who is there does not care what else is said.</summary>
internal sealed class UnheardSession : ISessionEvents
{
    public void StatusHeard(in DeviceStatus status, uint deviceMs)
    {
    }

    public void ShotHeard(in ShotEvent shot)
    {
    }

    public void FaultHeard(in FaultEvent fault)
    {
    }

    public void TraceHeard(in TraceEvent trace)
    {
    }

    public void OtherBootHeard()
    {
    }
}
