using System.Buffers;
using System.Text;

namespace MesoPen.Simulator;

/// <summary>
/// An instrument beside a simulated device, on the device's virtual time: bytes in, bytes out, no thread and no clock. The same options and the
/// same calls give the same bytes.
/// </summary>
public abstract class VirtualInstrument
{
    private readonly SeededChance _spoil;
    private readonly int _parityPermille;
    private IBufferWriter<byte>? _output;

    private protected VirtualInstrument(ulong seed, int parityPermille)
    {
        _spoil = new SeededChance(unchecked(seed * 0x9E3779B97F4A7C15 + 2));
        _parityPermille = parityPermille;
    }

    /// <summary>A balance with a vessel under the needle: what leaves the tips outside of skin lands in it.</summary>
    public static VirtualInstrument Balance(BalanceOptions options, Plant plant)
    {
        ArgumentNullException.ThrowIfNull(options);
        var pan = new VirtualPan(options, plant);
        return options.Protocol switch
        {
            BalanceProtocol.MtSics => new SicsBalance(options, pan),
            BalanceProtocol.Radwag => new RadwagBalance(options, pan),
            _ => new SbiBalance(options, pan),
        };
    }

    /// <summary>A gauge whose foot follows the tip of the needle.</summary>
    public static VirtualInstrument Gauge(GaugeOptions options, Plant plant)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new VirtualGauge(options, new VirtualFoot(options, plant));
    }

    /// <summary>A millisecond of the plant has passed.</summary>
    /// <param name="output">Takes what the instrument sends.</param>
    public void Step(IBufferWriter<byte> output)
    {
        _output = output;
        Pass();
        _output = null;
    }

    /// <summary>Bytes come from the host.</summary>
    /// <param name="input">The bytes.</param>
    /// <param name="output">Takes what the instrument sends.</param>
    public void Receive(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        _output = output;
        foreach (var each in input)
        {
            Hear(each);
        }

        _output = null;
    }

    private protected abstract void Pass();

    private protected abstract void Hear(byte each);

    private protected void Say(string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        if (_parityPermille > 0 && _spoil.Between(1, 1000) <= _parityPermille)
        {
            // One bit, anywhere but in the line's end: a line without parity hands it on as it is.
            bytes[_spoil.Between(0, Math.Max(0, bytes.Length - 3))] ^= (byte)(1 << _spoil.Between(0, 7));
        }

        _output!.Write(bytes);
    }
}
