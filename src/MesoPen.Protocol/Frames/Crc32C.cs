using System.Buffers.Binary;
using System.Numerics;

namespace MesoPen.Protocol;

/// <summary>CRC-32C (Castagnoli): reflected 0x82F63B78, initial and final 0xFFFFFFFF. Of "123456789" it is 0xE3069283.</summary>
internal static class Crc32C
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (byte value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
