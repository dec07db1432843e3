using System.Buffers;

namespace MesoPen.Simulator;

/// <summary>
/// The line at the device's end when faults of frames are asked for: cuts bytes into frames, tells the plan of each, and lets them through the
/// weather. It is there only then.
/// </summary>
/// <param name="plan">The faults.</param>
/// <param name="seed">Of the weather.</param>
/// <param name="tell">Told of each frame that is spoilt for certain, and whether it could be.</param>
internal sealed class FaultyLine(FaultPlan plan, ulong seed, Action<FaultSpec, bool> tell)
{
    private readonly FrameCutter[] _cutters = [new(), new()];
    private readonly ArrayBufferWriter<byte> _heard = new(512);

    internal WeatheredLink Link { get; } = new(seed);

    /// <summary>Bytes are put on the line.</summary>
    internal void Send(LinkWay way, ReadOnlySpan<byte> bytes, long ms)
    {
        var cutter = _cutters[(int)way];
        while (cutter.TryTake(ref bytes, out var frame))
        {
            var spec = cutter.HeaderOf(frame) is { } header ? plan.Pass(header.Type, ms) : null;
            if (spec is null)
            {
                Link.Send(way, frame, ms * 1000);
            }
            else
            {
                var lateMs = spec.Kind.Frame == FrameFault.Delay ? spec.Value : spec.LateMs;
                var spoil = new FrameSpoil(spec.Kind.Frame!.Value, lateMs, spec.ByteAt, spec.Bit);
                tell(spec, Link.Send(way, frame, ms * 1000, spoil));
            }
        }
    }

    /// <summary>What the device hears by now; good until the next call.</summary>
    internal ReadOnlySpan<byte> Heard(long ms)
    {
        _heard.ResetWrittenCount();
        Link.Advance(LinkWay.ToDevice, ms * 1000, _heard);
        return _heard.WrittenSpan;
    }

    /// <summary>Gives what the host hears by now.</summary>
    internal void Deliver(long ms, IBufferWriter<byte> output) => Link.Advance(LinkWay.ToHost, ms * 1000, output);

    /// <summary>The line was closed.</summary>
    internal void Clear()
    {
        Link.Clear();
        foreach (var cutter in _cutters)
        {
            cutter.Clear();
        }
    }
}
