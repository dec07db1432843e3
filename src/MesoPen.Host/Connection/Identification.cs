using MesoPen.Protocol;

namespace MesoPen.Host.Connection;

/// <summary>
/// Asks a device on an open line who it is, compares that with who it should be, and tests it before use: two statuses must agree in
/// the boot and in what can only grow.
/// </summary>
/// <param name="session">The session; it has no boot yet.</param>
/// <param name="expected">Who it should be.</param>
/// <param name="before">What the device was when it was connected last in this run; null at first.</param>
/// <param name="shotCounterBefore">The highest shot counter heard of it in this run.</param>
internal sealed class Identification(DeviceSession session, ExpectedDevice expected, DeviceFacts? before, uint shotCounterBefore)
{
    /// <exception cref="RefusedException">It must not be used.</exception>
    /// <exception cref="AttemptFailedException">It contradicts itself.</exception>
    /// <exception cref="RequestFailedException">It does not answer.</exception>
    public async Task<DeviceFacts> RunAsync(uint nonce, CancellationToken cancel)
    {
        HelloReply hello = await session.RequestAsync<HelloRequest, HelloReply>(
            new HelloRequest(DeviceConnection.ProtocolVersion, DeviceConnection.ProtocolVersion, nonce), reply => reply.Nonce == nonce, cancel);
        CheckVersion(hello);
        IdentityReply identity = await session.RequestAsync<IdentityRequest, IdentityReply>(default, null, cancel);
        CheckDone(identity.Prefix, MessageType.Identity);
        CheckIdentity(identity);
        CapabilitiesReply caps = await session.RequestAsync<CapabilitiesRequest, CapabilitiesReply>(default, null, cancel);
        CheckDone(caps.Prefix, MessageType.Capabilities);
        if (caps.Needles != identity.Needles)
        {
            throw Contradiction($"its identity says {identity.Needles} needles and its capabilities say {caps.Needles}");
        }

        StatusReply first = await session.RequestAsync<StatusRequest, StatusReply>(default, null, cancel);
        CheckDone(first.Prefix, MessageType.Status);
        StatusReply second = await session.RequestAsync<StatusRequest, StatusReply>(default, null, cancel);
        CheckDone(second.Prefix, MessageType.Status);
        CheckGrowing(first, second);
        CheckMemory(second.Status);
        return DeviceFacts.Of(session.Where, identity, caps, session.BootId, second.Status);
    }

    private void CheckVersion(in HelloReply hello)
    {
        if (hello.Prefix.Result != Result.Ok || hello.Version != DeviceConnection.ProtocolVersion)
        {
            string spoken = hello.VersionMin == hello.VersionMax ? $"version {hello.VersionMin}" : $"versions {hello.VersionMin} to {hello.VersionMax}";
            throw Refused(
                RefusalKind.ProtocolVersion,
                $"speaks protocol {spoken}",
                $"version {DeviceConnection.ProtocolVersion}",
                hello.VersionMin > DeviceConnection.ProtocolVersion ? "update this software" : "update the device's firmware");
        }
    }

    private void CheckIdentity(in IdentityReply identity)
    {
        string? model = expected.Model ?? before?.Model;
        if (model is not null && identity.Model != model)
        {
            throw Refused(RefusalKind.Model, $"is a {identity.Model}", $"a {model}", "connect the right device, or choose its profile");
        }

        if (expected.Needles is { } needles && identity.Needles != needles)
        {
            throw Refused(RefusalKind.Model, $"has a head with needles: {identity.Needles}", $"{needles} as its profile states", "fit that head, or choose its profile");
        }

        if (expected.Serial is { } serial && identity.Serial != serial)
        {
            throw Refused(RefusalKind.Serial, $"has serial {identity.Serial}", $"serial {serial}", "connect that device");
        }

        if (before is not null && identity.Serial != before.Serial)
        {
            throw Refused(
                RefusalKind.Serial,
                $"has serial {identity.Serial}",
                $"serial {before.Serial} as when this run began",
                "connect that device again, or end this run and begin another");
        }

        bool simulated = identity.Kind.HasFlag(DeviceKind.Simulated);
        if (before is not null && simulated != before.Simulated)
        {
            // A banner that says "no patient" must not go on over a needle, and a real treatment not on a model.
            throw Refused(
                RefusalKind.Serial,
                simulated ? "is simulated" : "is real",
                $"a {(before.Simulated ? "simulated" : "real")} one as when this run began",
                "connect that device again, or end this run and begin another");
        }
    }

    private void CheckDone(in ReplyPrefix prefix, MessageType request)
    {
        if (prefix.Result != Result.Ok)
        {
            throw Contradiction($"it answered {request} with {prefix.Result}");
        }
    }

    private void CheckGrowing(in StatusReply first, in StatusReply second)
    {
        DeviceStatus one = first.Status;
        DeviceStatus two = second.Status;
        string? back = two.ShotCounter < one.ShotCounter ? "shot counter"
            : two.VolumeCounterNl < one.VolumeCounterNl ? "volume counter"
            : two.PermitIdSeen < one.PermitIdSeen ? "permit id"
            : two.LastId < one.LastId ? "request id"
            : two.FaultSeq < one.FaultSeq ? "fault count"
            : unchecked((int)(second.Prefix.DeviceMs - first.Prefix.DeviceMs)) < 0 ? "clock"
            : null;
        if (back is not null)
        {
            throw Contradiction($"its {back} goes back between two statuses of one boot");
        }
    }

    private void CheckMemory(in DeviceStatus status)
    {
        if (before is not null && status.ShotCounter < shotCounterBefore)
        {
            throw Refused(
                RefusalKind.MemoryLost,
                $"counts {status.ShotCounter} shots in its life",
                $"at least {shotCounterBefore}, which it counted before in this run",
                "its memory was lost or put back, so do not use it and send it to service");
        }
    }

    private AttemptFailedException Contradiction(string what) =>
        new($"The device at {session.Where} was not accepted, for {what}: switch it off and on, and if that does not help have it serviced.", answering: true);

    private RefusedException Refused(RefusalKind kind, string found, string wanted, string remedy) =>
        new(new ConnectionRefusal(kind, session.Where, found, wanted, remedy));
}
