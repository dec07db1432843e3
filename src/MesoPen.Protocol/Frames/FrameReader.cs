using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// Finds frames in a byte stream, however it is cut into chunks. What lies between two zeros and is no frame is counted and
/// dropped; after the next zero reading goes on. Allocates nothing after construction and never looks past what it was given.
/// </summary>
public sealed class FrameReader
{
    /// <summary>Longest encoding, bytes, without the zero.</summary>
    private const int EncodedMax = FrameWriter.FrameMax - 1;
    private const int BodyMin = FrameHeader.Size + sizeof(uint);

    private readonly byte[] _encoded = new byte[EncodedMax];
    private readonly byte[] _body = new byte[Cobs.BodyMax];
    private int _held;
    private bool _tooLong;

    /// <summary>Frames given out since construction.</summary>
    public long FramesRead { get; private set; }

    /// <summary>Runs between zeros that were no frame, since construction. Empty runs are not counted.</summary>
    public long FramesBad { get; private set; }

    /// <summary>
    /// Takes bytes from the front of <paramref name="input"/> up to the end of the next good frame. Gives false when the input is
    /// used up; a frame begun is kept for the next call. Call again until it does.
    /// </summary>
    /// <param name="input">What has come; on return, what is still unread.</param>
    /// <param name="frame">The frame; its payload is valid until the next call.</param>
    public bool TryRead(ref ReadOnlySpan<byte> input, out Frame frame)
    {
        while (!input.IsEmpty)
        {
            int end = input.IndexOf((byte)0);
            if (end < 0)
            {
                Hold(input);
                input = default;
                break;
            }

            ReadOnlySpan<byte> run = input[..end];
            input = input[(end + 1)..];
            if (_held > 0)
            {
                Hold(run);
                run = _encoded.AsSpan(0, _held);
            }

            bool tooLong = _tooLong;
            _held = 0;
            _tooLong = false;
            if (run.IsEmpty && !tooLong)
            {
                continue;
            }

            if (!tooLong && TryDecode(run, out frame))
            {
                FramesRead++;
                return true;
            }

            FramesBad++;
        }

        frame = default;
        return false;
    }

    private void Hold(ReadOnlySpan<byte> part)
    {
        if (_tooLong || part.Length > EncodedMax - _held)
        {
            _tooLong = true;
            _held = 0;
            return;
        }

        part.CopyTo(_encoded.AsSpan(_held));
        _held += part.Length;
    }

    private bool TryDecode(ReadOnlySpan<byte> run, out Frame frame)
    {
        int length = Cobs.Decode(run, _body);
        if (length >= BodyMin)
        {
            ReadOnlySpan<byte> content = _body.AsSpan(0, length - sizeof(uint));
            if (Crc32C.Of(content) == U32(_body, content.Length))
            {
                frame = new Frame(FrameHeader.Read(content), content[FrameHeader.Size..]);
                return true;
            }
        }

        frame = default;
        return false;
    }
}
