using System.Buffers.Binary;
using System.Numerics;

namespace MesoPen.Hil;

/// <summary>
/// Finds frames in bytes, for the oracle alone: written from hardware/protocol.md, section 2, so that a defect of the product's own reader and
/// writer cannot hide from who judges them.
/// </summary>
internal sealed class WireReader
{
    private const int FrameMax = 256;
    private const int BodyMin = 12;
    private const int CrcSize = 4;

    private readonly byte[] _run = new byte[FrameMax];
    private readonly byte[] _body = new byte[FrameMax];
    private int _length;

    /// <summary>Takes bytes up to the end of the next whole frame; false when they are used up. The frame is good until the next call.</summary>
    public bool TryRead(ref ReadOnlySpan<byte> input, out WireFrame frame)
    {
        for (int i = 0; i < input.Length; i++)
        {
            byte each = input[i];
            if (each != 0)
            {
                // What is longer than any frame is none, however it goes on.
                _run[Math.Min(_length, FrameMax - 1)] = each;
                _length = Math.Min(_length + 1, FrameMax);
                continue;
            }

            int length = _length < FrameMax ? Unstuff(_run.AsSpan(0, _length)) : -1;
            _length = 0;
            if (length >= BodyMin && Crc(_body.AsSpan(0, length - CrcSize)) == BinaryPrimitives.ReadUInt32LittleEndian(_body.AsSpan(length - CrcSize)))
            {
                input = input[(i + 1)..];
                frame = new WireFrame(_body.AsSpan(0, length - CrcSize));
                return true;
            }
        }

        input = default;
        frame = default;
        return false;
    }

    /// <summary>Undoes the byte stuffing, block after block. Gives the length, -1 if it was none.</summary>
    private int Unstuff(ReadOnlySpan<byte> run)
    {
        int length = 0;
        int at = 0;
        while (at < run.Length)
        {
            int block = run[at];
            if (at + block > run.Length)
            {
                return -1;
            }

            if (at > 0)
            {
                _body[length++] = 0;
            }

            run.Slice(at + 1, block - 1).CopyTo(_body.AsSpan(length));
            length += block - 1;
            at += block;
        }

        return length;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte each in bytes)
        {
            crc = BitOperations.Crc32C(crc, each);
        }

        return ~crc;
    }
}
