using MesoPen.Protocol;

namespace MesoPen.Tests.Protocol;

/// <summary>Reads a payload as the message that its type names, without allocating; texts, which allocate, apart.</summary>
internal static class AnyMessage
{
    /// <summary>Whether the payload is a message of the type. The bytes consumed are checked against the payload here.</summary>
    public static bool TryRead(MessageType type, ReadOnlySpan<byte> payload) => type switch
    {
        MessageType.Hello => Read<HelloRequest>(payload),
        MessageType.Identity => Read<IdentityRequest>(payload),
        MessageType.Capabilities => Read<CapabilitiesRequest>(payload),
        MessageType.Status => Read<StatusRequest>(payload),
        MessageType.PermitGrant => Read<PermitGrantRequest>(payload),
        MessageType.PermitRenew => Read<PermitRenewRequest>(payload),
        MessageType.PermitRevoke => Read<PermitRevokeRequest>(payload),
        MessageType.Stop => Read<StopRequest>(payload),
        MessageType.TriggerMode => Read<TriggerModeRequest>(payload),
        MessageType.Prime => Read<PrimeRequest>(payload),
        MessageType.Retract => Read<RetractRequest>(payload),
        MessageType.SelfTest => Read<SelfTestRequest>(payload),
        MessageType.CalibrationMove => Read<CalibrationMoveRequest>(payload),
        MessageType.JournalRead => Read<JournalReadRequest>(payload),
        MessageType.JournalAck => Read<JournalAckRequest>(payload),
        MessageType.FaultClear => Read<FaultClearRequest>(payload),
        MessageType.TraceSet => Read<TraceSetRequest>(payload),
        MessageType.CalibrationSet => Read<CalibrationSetRequest>(payload),
        MessageType.ShotEvent => Read<ShotEvent>(payload),
        MessageType.StateEvent => Read<StateEvent>(payload),
        MessageType.FaultEvent => Read<FaultEvent>(payload),
        MessageType.TraceEvent => Read<TraceEvent>(payload),
        _ => type.IsReply && ReadReply(type.Request(), payload),
    };

    private static bool ReadReply(MessageType request, ReadOnlySpan<byte> payload) => request switch
    {
        MessageType.Hello => Read<HelloReply>(payload),
        MessageType.Identity => false,
        MessageType.Capabilities => Read<CapabilitiesReply>(payload),
        MessageType.JournalRead => Read<JournalReadReply>(payload),
        _ => Read<StatusReply>(payload) || Read<PrefixReply>(payload),
    };

    private static bool Read<T>(ReadOnlySpan<byte> payload)
        where T : struct, IMessage<T>
    {
        bool read = T.TryRead(payload, out _, out int consumed);
        return consumed >= 0 && consumed <= payload.Length && (read || consumed == 0)
            ? read
            : throw new InvalidOperationException("More was consumed than there was.");
    }
}
