using System.Buffers.Binary;

namespace MesoPen.Simulator;

/// <summary>
/// Moves the plant's state to bytes or from them. Each part names its fields once, in one method that serves both ways, so that what is saved
/// and what is restored cannot drift apart.
/// </summary>
internal ref struct StateExchange(Span<byte> bytes, bool saving)
{
    private readonly Span<byte> _bytes = bytes;

    /// <summary>Bytes used so far.</summary>
    internal int Position { get; private set; }

    internal bool Saving => saving;

    internal void Value(ref long value)
    {
        var slot = _bytes.Slice(Position, sizeof(long));
        Position += sizeof(long);
        if (saving)
        {
            BinaryPrimitives.WriteInt64LittleEndian(slot, value);
        }
        else
        {
            value = BinaryPrimitives.ReadInt64LittleEndian(slot);
        }
    }

    internal void Value(ref double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        Value(ref bits);
        value = BitConverter.Int64BitsToDouble(bits);
    }

    internal void Value(ref int value)
    {
        long wide = value;
        Value(ref wide);
        value = (int)wide;
    }

    internal void Value(ref uint value)
    {
        long wide = value;
        Value(ref wide);
        value = (uint)wide;
    }

    internal void Value(ref bool value)
    {
        long wide = value ? 1 : 0;
        Value(ref wide);
        value = wide != 0;
    }
}
