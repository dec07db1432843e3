using MesoPen.Host.Connection;
using MesoPen.Protocol;

namespace MesoPen.Host.Control;

/// <summary>
/// Stands between a connection and its user, asks a connected device for traces, and hands them to whoever shows them. The user hears what it
/// would have heard, and no more. On the loop only.
/// </summary>
/// <param name="user">Hears everything but traces.</param>
/// <param name="seen">Takes what the sensors said.</param>
internal sealed class TraceEar(IConnectionEvents user, Action<TraceEvent> seen) : IConnectionEvents
{
    /// <summary>Twenty times a second, as often as a screen is told anything: protocol.md reckons with it.</summary>
    private const ushort IntervalMs = 50;

    /// <summary>One each 10 ms, so that a shot of a tenth of a second has a shape.</summary>
    private const byte Samples = 5;

    /// <summary>How often it is asked for in one connection, and how many statuses (ten a second or more) are waited before it is asked again.</summary>
    private const int AsksMax = 3;
    private const int StatusesBetween = 20;

    private DeviceConnection? _connection;
    private int _asks;
    private int _statuses;
    private bool _comes;

    /// <summary>The connection that it asks by; before that has started.</summary>
    public void Use(DeviceConnection connection) => _connection = connection;

    /// <inheritdoc />
    public void Connected(DeviceFacts facts)
    {
        (_asks, _statuses, _comes) = (0, StatusesBetween, false);
        user.Connected(facts);
    }

    /// <inheritdoc />
    public void Refused(ConnectionRefusal refusal) => user.Refused(refusal);

    /// <inheritdoc />
    public void LinkLost(string reason) => user.LinkLost(reason);

    /// <inheritdoc />
    public void Waiting(string reason, TimeSpan pause) => user.Waiting(reason, pause);

    /// <inheritdoc />
    public void StatusSeen(DeviceStatus status, uint deviceMs)
    {
        user.StatusSeen(status, deviceMs);
        if (!_comes && _asks < AsksMax && ++_statuses > StatusesBetween)
        {
            // Nobody waits for an answer: a device that has no traces, or does not say so, is as good without.
            (_asks, _statuses) = (_asks + 1, 0);
            _connection?.SendNow(new TraceSetRequest(IntervalMs, Samples), urgent: false);
        }
    }

    /// <inheritdoc />
    public void ShotSeen(ShotEvent shot) => user.ShotSeen(shot);

    /// <inheritdoc />
    public void FaultSeen(FaultEvent fault) => user.FaultSeen(fault);

    /// <inheritdoc />
    public void TraceSeen(TraceEvent trace)
    {
        _comes = true;
        seen(trace);
    }

    /// <inheritdoc />
    public void BootChanged() => user.BootChanged();
}
