using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>
/// Answers requests, one method a request. What a request may do is decided here and at the two desks; what moves, in the
/// machine.
/// </summary>
internal sealed class RequestHandler(Machine machine, StatusBoard board, TraceLane traces, Outbox outbox, MotionDesk motions)
{
    private const byte FirmwareMajor = 1;
    private const byte FirmwareMinor = 1;
    private const byte FirmwarePatch = 0;

    private readonly FrameReader _reader = new();
    private readonly PermitDesk _permits = new(machine);
    private readonly AdjustmentDesk _adjustments = new(machine, motions);

    /// <summary>Frames dropped since the boot.</summary>
    internal long FramesBad => _reader.FramesBad;

    /// <summary>
    /// Reads and answers all requests of a tick, in order. While an interrupted shot is being settled they are dropped unread.
    /// </summary>
    internal void Answer(ReadOnlySpan<byte> input)
    {
        while (_reader.TryRead(ref input, out Frame frame))
        {
            if (machine.Ready)
            {
                machine.HeardFrame();
                Answer(frame);
            }
        }
    }

    private void Answer(Frame frame)
    {
        switch (frame.Header.Type)
        {
            case MessageType.Hello:
                Hello(frame);
                break;
            case MessageType.Identity:
                Identity(frame);
                break;
            case MessageType.Capabilities:
                Capabilities(frame);
                break;
            case MessageType.JournalRead:
                JournalRead(frame);
                break;
            case MessageType type when type.IsRequest:
                Change(frame);
                break;
            default:
                break;
        }
    }

    /// <summary>The requests that are answered with the status body.</summary>
    private void Change(Frame frame)
    {
        Verdict verdict;
        switch (frame.Header.Type)
        {
            case MessageType.Status:
                verdict = AdmitVersion(frame);
                break;
            case MessageType.Stop:
                machine.Stop();
                verdict = Result.Ok;
                break;
            case MessageType.PermitGrant:
                verdict = Take(frame, out PermitGrantRequest grant, out Verdict refusal) ? _permits.Grant(grant) : refusal;
                break;
            case MessageType.PermitRenew:
                verdict = Take(frame, out PermitRenewRequest renew, out refusal) ? _permits.Renew(renew) : refusal;
                break;
            case MessageType.PermitRevoke:
                verdict = Take(frame, out PermitRevokeRequest revoke, out refusal) ? _permits.Revoke(revoke) : refusal;
                break;
            case MessageType.TriggerMode:
                verdict = Take(frame, out TriggerModeRequest mode, out refusal) ? SetTriggerMode(mode) : refusal;
                break;
            case MessageType.Prime:
                verdict = Take(frame, out PrimeRequest prime, out refusal) ? motions.Prime(prime) : refusal;
                break;
            case MessageType.Retract:
                verdict = Take(frame, out RetractRequest _, out refusal) ? Retract() : refusal;
                break;
            case MessageType.SelfTest:
                verdict = Take(frame, out SelfTestRequest test, out refusal) ? motions.SelfTest(test) : refusal;
                break;
            case MessageType.CalibrationMove:
                verdict = Take(frame, out CalibrationMoveRequest move, out refusal) ? motions.Calibrate(move) : refusal;
                break;
            case MessageType.JournalAck:
                verdict = Take(frame, out JournalAckRequest ack, out refusal) ? Acknowledge(ack) : refusal;
                break;
            case MessageType.FaultClear:
                verdict = Take(frame, out FaultClearRequest clear, out refusal) ? ClearFault(clear) : refusal;
                break;
            case MessageType.CalibrationSet:
                verdict = Take(frame, out CalibrationSetRequest set, out refusal) ? _adjustments.Set(set) : refusal;
                break;
            case MessageType.TraceSet:
                verdict = Take(frame, out TraceSetRequest trace, out refusal) ? traces.Set(trace) : refusal;
                break;
            default:
                outbox.Reply(frame.Header, new PrefixReply(Prefix(Result.Unknown)));
                return;
        }

        outbox.Reply(frame.Header, new StatusReply(Prefix(verdict), board.Read(FramesBad)));
    }

    private void Hello(Frame frame)
    {
        Result result = Result.Malformed;
        byte version = 0;
        if (HelloRequest.TryRead(frame.Payload, out HelloRequest request, out _))
        {
            bool common = request.VersionMin <= Outbox.Version && Outbox.Version <= request.VersionMax;
            result = common ? Result.Ok : Result.BadVersion;
            version = common ? Outbox.Version : (byte)0;
        }

        outbox.Reply(frame.Header, new HelloReply(Prefix(result), Outbox.Version, Outbox.Version, version, request.Nonce));
    }

    private void Identity(Frame frame)
    {
        DeviceConfiguration configuration = machine.Configuration;
        Adjustment held = machine.Adjustments.Held;
        outbox.Reply(frame.Header, new IdentityReply(
            Prefix(AdmitVersion(frame)),
            (byte)configuration.Needles,
            FirmwareMajor,
            FirmwareMinor,
            FirmwarePatch,
            held.DueDay,
            configuration.Model,
            configuration.Serial,
            configuration.Simulated ? DeviceKind.Simulated : DeviceKind.None,
            held.PlungerPpm,
            held.NeedleOffsetUm,
            held.BacklashUm,
            held.Certificate));
    }

    private void Capabilities(Frame frame)
    {
        DeviceConfiguration caps = machine.Configuration;
        outbox.Reply(frame.Header, new CapabilitiesReply(
            Prefix(AdmitVersion(frame)),
            (uint)machine.Adjustments.DepthMinUm,
            (uint)machine.Adjustments.DepthMaxUm,
            (uint)caps.DoseMinNl,
            (uint)caps.DoseMaxNl,
            (uint)caps.DoseStepNl,
            (ushort)caps.MinIntervalMs,
            (ushort)caps.LeaseMaxMs,
            (ushort)caps.PermitShotsMax,
            (ushort)caps.JournalCapacity,
            (uint)caps.CartridgeNl,
            (uint)caps.PrimeMaxNl,
            (byte)caps.TriggerModes,
            (byte)caps.Needles));
    }

    private void JournalRead(Frame frame)
    {
        Verdict verdict = AdmitVersion(frame);
        Span<ShotEntry> entries = stackalloc ShotEntry[ShotEntries.Max];
        int count = 0;
        if (verdict.Result == Result.Ok)
        {
            bool good = JournalReadRequest.TryRead(frame.Payload, out JournalReadRequest request, out _);
            verdict = good ? Result.Ok : Result.Malformed;
            int most = Math.Min((int)request.CountMax, ShotEntries.Max);
            count = good ? machine.Journal.Read(request.FromShot, entries[..most]) : 0;
        }

        outbox.Reply(frame.Header, new JournalReadReply(Prefix(verdict), new ShotEntries(entries[..count])));
    }

    private Verdict SetTriggerMode(TriggerModeRequest request)
    {
        if (machine.Permits.Live)
        {
            return Result.WrongState;
        }

        if ((machine.Configuration.TriggerModes & (1 << (int)request.TriggerMode)) == 0)
        {
            return Result.OutOfRange;
        }

        machine.Trigger.Mode = request.TriggerMode;
        return Result.Ok;
    }

    private Verdict Retract()
    {
        machine.Retract();
        return Result.Ok;
    }

    private Verdict Acknowledge(JournalAckRequest request)
    {
        if (request.UpToShot > machine.Journal.LastFinished)
        {
            return Result.OutOfRange;
        }

        bool done = request.UpToShot <= machine.Counters.Acknowledged || machine.Counters.Acknowledge(request.UpToShot);
        return done ? Result.Ok : Result.Faulted;
    }

    private Verdict ClearFault(FaultClearRequest request)
    {
        FaultLatch latch = machine.Latch;
        if (!latch.Latched)
        {
            return request.FaultSeq <= latch.Seq ? Result.Already : Result.NoSuchFault;
        }

        if (request.FaultSeq != latch.Seq)
        {
            return Result.NoSuchFault;
        }

        if (machine.CauseRemains())
        {
            return Result.CauseRemains;
        }

        latch.Clear();
        return Result.Ok;
    }

    /// <summary>Whether a request that changes something is for this version and this boot, and can be read.</summary>
    private bool Take<T>(Frame frame, out T request, out Verdict refusal)
        where T : struct, IMessage<T>
    {
        request = default;
        refusal = AdmitVersion(frame);
        if (refusal.Result == Result.Ok && frame.Header.BootId != machine.Counters.BootId)
        {
            refusal = Result.WrongBoot;
        }

        if (refusal.Result == Result.Ok && !T.TryRead(frame.Payload, out request, out _))
        {
            refusal = Result.Malformed;
        }

        return refusal.Result == Result.Ok;
    }

    private static Verdict AdmitVersion(Frame frame) =>
        frame.Header.Version == Outbox.Version ? Result.Ok : Result.BadVersion;

    private ReplyPrefix Prefix(Verdict verdict) => new(verdict.Result, machine.Clock.WireMs, verdict.Limit);
}
