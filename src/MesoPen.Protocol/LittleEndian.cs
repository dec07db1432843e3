using System.Buffers.Binary;

namespace MesoPen.Protocol;

/// <summary>
/// Integers at an offset of a payload, low byte first. A read or write past the end throws; callers check the length first.
/// </summary>
internal static class LittleEndian
{
    public static ushort U16(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt16LittleEndian(from[at..]);

    public static short I16(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadInt16LittleEndian(from[at..]);

    public static uint U32(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt32LittleEndian(from[at..]);

    public static int I32(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadInt32LittleEndian(from[at..]);

    public static ulong U64(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt64LittleEndian(from[at..]);

    public static void PutU16(Span<byte> to, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(to[at..], value);

    public static void PutI16(Span<byte> to, int at, short value) => BinaryPrimitives.WriteInt16LittleEndian(to[at..], value);

    public static void PutU32(Span<byte> to, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(to[at..], value);

    public static void PutI32(Span<byte> to, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(to[at..], value);

    public static void PutU64(Span<byte> to, int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(to[at..], value);
}
