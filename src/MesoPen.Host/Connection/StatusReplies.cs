using MesoPen.Protocol;

namespace MesoPen.Host.Connection;

/// <summary>Which requests are answered by prefix and status body (protocol.md section 3).</summary>
internal static class StatusReplies
{
    public static bool Carries(MessageType request) => request is MessageType.Status
        or MessageType.PermitGrant
        or MessageType.PermitRenew
        or MessageType.PermitRevoke
        or MessageType.Stop
        or MessageType.TriggerMode
        or MessageType.Prime
        or MessageType.Retract
        or MessageType.SelfTest
        or MessageType.CalibrationMove
        or MessageType.JournalAck
        or MessageType.FaultClear
        or MessageType.TraceSet
        or MessageType.CalibrationSet;
}
