using System.Buffers;

namespace MesoPen.Simulator;

/// <summary>A virtual instrument at a line of its own, served between the device's milliseconds.</summary>
/// <param name="instrument">The instrument.</param>
/// <param name="line">Its line.</param>
internal sealed class InstrumentPort(VirtualInstrument instrument, IHostSide line) : IDisposable
{
    private readonly byte[] _input = new byte[256];
    private readonly ArrayBufferWriter<byte> _output = new(256);

    /// <summary>How a host names it.</summary>
    internal string Name => line.Name;

    /// <summary>A millisecond has passed.</summary>
    internal void Serve()
    {
        instrument.Step(_output);
        var count = line.Read(_input);
        _ = line.TakeChange();
        if (count > 0)
        {
            instrument.Receive(_input.AsSpan(0, count), _output);
        }

        if (_output.WrittenCount > 0)
        {
            line.Write(_output.WrittenSpan);
            _output.ResetWrittenCount();
        }
    }

    public void Dispose() => line.Dispose();
}
