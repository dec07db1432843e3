using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MesoPen.Hil;

/// <summary>
/// A running 64-bit hash over everything that was said and written, with its times: two runs are the same run if theirs is the same. FNV-1a,
/// but eight bytes at a step, folded between the steps so that each of its bits comes to matter to all; little-endian on every machine.
/// </summary>
internal sealed class TraceHash
{
    private const ulong Prime = 0x100000001B3;
    private const int Fold = 32;
    private ulong _value = 0xCBF29CE484222325;

    public ulong Value => _value;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        ulong value = Step(_value, (ulong)bytes.Length);
        while (bytes.Length >= sizeof(ulong))
        {
            value = Step(value, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        ulong rest = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            rest |= (ulong)bytes[i] << (8 * i);
        }

        _value = Step(value, rest);
    }

    public void Add(long number) => _value = Step(_value, unchecked((ulong)number));

    public void Add(string text)
    {
        if (BitConverter.IsLittleEndian)
        {
            Add(MemoryMarshal.AsBytes(text.AsSpan()));
            return;
        }

        byte[] units = new byte[text.Length * sizeof(char)];
        for (int i = 0; i < text.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(units.AsSpan(i * sizeof(char)), text[i]);
        }

        Add(units);
    }

    private static ulong Step(ulong value, ulong word)
    {
        value = unchecked((value ^ word) * Prime);
        return value ^ (value >> Fold);
    }
}
