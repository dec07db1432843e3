using System.Buffers.Binary;
using System.Numerics;

namespace MesoPen.Firmware;

/// <summary>
/// Records of 64 bytes in non-volatile memory, each sealed with a CRC-32C in its last four bytes. Every write is read back: a
/// memory that took a record and does not hold it has failed, and that must be known before a needle moves.
/// </summary>
internal sealed class DurableMemory(INonVolatile memory)
{
    internal const int RecordSize = 64;
    internal const int CrcAt = RecordSize - sizeof(uint);

    /// <summary>Whether a read or a write has failed in this boot. Nothing is written after that.</summary>
    internal bool Failed { get; private set; }

    /// <summary>Reads the record in a slot; false if none is there that is whole.</summary>
    internal bool Read(int slot, Span<byte> record)
    {
        if (!TryRead(slot, record))
        {
            return false;
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(record[CrcAt..]) == CrcOf(record);
    }

    /// <summary>Whether a slot was never written: all zeros, or all ones as an erased flash.</summary>
    internal bool IsBlank(int slot)
    {
        Span<byte> record = stackalloc byte[RecordSize];
        return TryRead(slot, record) && (!record.ContainsAnyExcept((byte)0) || !record.ContainsAnyExcept((byte)0xFF));
    }

    /// <summary>Seals a record, writes it and reads it back. False if the memory failed, now or before.</summary>
    internal bool Write(int slot, Span<byte> record)
    {
        if (Failed)
        {
            return false;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(record[CrcAt..], CrcOf(record));
        Span<byte> check = stackalloc byte[RecordSize];
        try
        {
            memory.Write(slot * RecordSize, record);
        }
        catch (IOException)
        {
            Failed = true;
            return false;
        }

        Failed = !TryRead(slot, check) || !check.SequenceEqual(record);
        return !Failed;
    }

    /// <summary>Gives the memory up: what it holds cannot be what this device wrote.</summary>
    internal void Condemn() => Failed = true;

    private static uint CrcOf(ReadOnlySpan<byte> record)
    {
        uint crc = uint.MaxValue;
        for (int at = 0; at < CrcAt; at += sizeof(uint))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt32LittleEndian(record[at..]));
        }

        return ~crc;
    }

    private bool TryRead(int slot, Span<byte> record)
    {
        try
        {
            memory.Read(slot * RecordSize, record);
            return true;
        }
        catch (IOException)
        {
            Failed = true;
            return false;
        }
    }
}
