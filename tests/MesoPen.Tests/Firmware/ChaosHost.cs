using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

/// <summary>
/// A host that follows the protocol page over a bad line: it repeats each request until the device says that it is done, and
/// grants up to one fixed absolute. It reads the device's frames without loss; what it may know too late, it knows late by the
/// line it sends on.
/// </summary>
internal sealed class ChaosHost(Bench bench, LossyLine line, uint shots, uint primeNl)
{
    private DeviceStatus _status;
    private uint _seenMs;
    private uint _permitId;
    private int _heard;
    private int _ms;

    public void Hear()
    {
        for (; _heard < bench.Inbox.Count; _heard++)
        {
            Heard frame = bench.Inbox[_heard];
            switch (frame.Type)
            {
                case MessageType.StateEvent:
                    Take(frame.As<StateEvent>().Status, frame.As<StateEvent>().DeviceMs);
                    break;
                case MessageType.Status or not (MessageType.ShotEvent or MessageType.FaultEvent) when frame.Type.IsReply:
                    Take(frame.As<StatusReply>().Status, frame.As<StatusReply>().Prefix.DeviceMs);
                    break;
                default:
                    break;
            }
        }
    }

    public void Step()
    {
        _ms++;
        if (_ms % 20 == 0)
        {
            line.Send(bench.Bytes(default(StatusRequest)));
        }

        if (_ms % 30 != 0 || _seenMs == 0)
        {
            return;
        }

        if (!_status.Flags.HasFlag(DeviceFlags.SelfTestPassed))
        {
            line.Send(bench.Bytes(new SelfTestRequest(1)));
        }
        else if (!_status.Flags.HasFlag(DeviceFlags.Primed))
        {
            line.Send(bench.Bytes(new PrimeRequest(2, PrimePurpose.Prime, primeNl)));
        }
        else if (_status.PermitId == 0 || _ms % 600 == 0)
        {
            _permitId = Math.Max(_permitId, _status.PermitIdSeen) + 1;
            ulong volumeNl = (ulong)shots * Bench.DoseNl;
            line.Send(bench.Bytes(new PermitGrantRequest(
                _permitId, Bench.Zone, TriggerMode.Single, Bench.DepthUm, Bench.DoseNl, shots, volumeNl, 112, 250, _seenMs)));
        }
        else
        {
            line.Send(bench.Bytes(new PermitRenewRequest(_status.PermitId, _seenMs)));
            if (_ms % 900 == 0)
            {
                line.Send(bench.Bytes(new PermitRevokeRequest(_status.PermitId)));
            }
        }
    }

    private void Take(DeviceStatus status, uint deviceMs)
    {
        _status = status;
        _seenMs = Math.Max(_seenMs, deviceMs);
    }
}
