using MesoPen.Host.Connection;
using MesoPen.Protocol;

namespace MesoPen.Tests.Host.Connection;

/// <summary>Writes down what a connection tells, in order, and checks that it is told on the loop.</summary>
internal sealed class EventLog(Action assertOnLoop) : IConnectionEvents
{
    public List<string> Lines { get; } = [];

    public List<DeviceFacts> Facts { get; } = [];

    public List<ConnectionRefusal> Refusals { get; } = [];

    public List<(DeviceStatus Status, uint DeviceMs)> Statuses { get; } = [];

    public List<TimeSpan> Pauses { get; } = [];

    /// <summary>Gets each line as it is written.</summary>
    public Action<string> Told { get; set; } = static _ => { };

    public Action<DeviceFacts> OnConnected { get; set; } = static _ => { };

    public void Connected(DeviceFacts facts)
    {
        Facts.Add(facts);
        Note($"connected {facts.Serial} boot {facts.BootId:x}");
        OnConnected(facts);
    }

    public void Refused(ConnectionRefusal refusal)
    {
        Refusals.Add(refusal);
        Note($"refused {refusal.Kind}");
    }

    public void LinkLost(string reason) => Note($"lost: {reason}");

    public void Waiting(string reason, TimeSpan pause)
    {
        Pauses.Add(pause);
        Note($"waiting: {reason}");
    }

    public void StatusSeen(DeviceStatus status, uint deviceMs)
    {
        assertOnLoop();
        Statuses.Add((status, deviceMs));
    }

    public void ShotSeen(ShotEvent shot) => Note($"shot {shot.Entry.Shot}");

    public void FaultSeen(FaultEvent fault) => Note($"fault {fault.Fault}");

    public void BootChanged() => Note("boot changed");

    private void Note(string line)
    {
        assertOnLoop();
        Lines.Add(line);
        Told(line);
    }
}
