using System.Text;

namespace System.IO.Ports;

/// <summary>
/// Received bytes that wait to become text. They are kept as bytes until a whole character has come, so that nothing is lost between
/// reading text and reading bytes. Used under the port's text gate; only <see cref="Count"/> may be read beside it.
/// </summary>
internal sealed class InputBuffer
{
    /// <summary>Room for the text of one unit: a character, a surrogate pair, or what a fallback puts for bad bytes.</summary>
    public const int MaxCharsPerUnit = 16;

    private const int MinFreeBytes = 512;

    private byte[] _bytes = new byte[4096];
    private int _start;
    private volatile int _count;
    private Encoding _encoding = Encoding.ASCII;
    private Decoder _decoder = Encoding.ASCII.GetDecoder();
    private bool _asciiIsItself = true;

    /// <summary>How many bytes wait.</summary>
    public int Count => _count;

    public Encoding Encoding
    {
        set
        {
            _encoding = value;
            _decoder = value.GetDecoder();
            _asciiIsItself = value is ASCIIEncoding or UTF8Encoding || value.CodePage == Encoding.Latin1.CodePage;
        }
    }

    public void Clear()
    {
        _start = 0;
        _count = 0;
    }

    /// <summary>Hands out bytes as they are.</summary>
    public int Take(Span<byte> destination)
    {
        int taken = Math.Min(destination.Length, _count);
        _bytes.AsSpan(_start, taken).CopyTo(destination);
        Consume(taken);
        return taken;
    }

    /// <summary>Forgets the first bytes.</summary>
    public void Consume(int count)
    {
        _start += count;
        _count -= count;
        if (_count == 0)
        {
            _start = 0;
        }
    }

    /// <summary>Waits for more bytes.</summary>
    public void Fill(TtyDevice device, Deadline deadline)
    {
        Span<byte> free = MakeRoom();
        _count += device.Read(free, deadline);
    }

    /// <summary>Takes more bytes if there are any, without waiting.</summary>
    /// <returns>How many were taken.</returns>
    public int TryFill(TtyDevice device)
    {
        int count = device.ReadAvailable(MakeRoom());
        _count += count;
        return count;
    }

    /// <summary>Decodes the unit at <paramref name="position"/> (bytes after the first) and moves it behind; false when it is not complete.</summary>
    public bool TryDecode(ref int position, Span<char> chars, out int charCount)
    {
        ReadOnlySpan<byte> rest = _bytes.AsSpan(_start + position, _count - position);
        charCount = 0;
        if (rest.IsEmpty)
        {
            return false;
        }

        if (_asciiIsItself && rest[0] < 0x80)
        {
            chars[0] = (char)rest[0];
            charCount = 1;
            position++;
            return true;
        }

        // The shortest run of bytes that decodes to anything is one unit.
        _decoder.Reset();
        for (int used = 1; used <= rest.Length; used++)
        {
            charCount = _decoder.GetChars(rest.Slice(used - 1, 1), chars, flush: false);
            if (charCount > 0)
            {
                if (used > 1 && charCount > 1 && !char.IsSurrogatePair(chars[0], chars[1]))
                {
                    // Bytes that lead nowhere, found out by the good one after them: that one is the next unit.
                    used--;
                    charCount = _encoding.GetChars(rest[..used], chars);
                }

                position += used;
                return true;
            }
        }

        return false;
    }

    private Span<byte> MakeRoom()
    {
        if (_bytes.Length - _start - _count < MinFreeBytes)
        {
            byte[] target = _count + MinFreeBytes > _bytes.Length ? new byte[_bytes.Length * 2] : _bytes;
            _bytes.AsSpan(_start, _count).CopyTo(target);
            _bytes = target;
            _start = 0;
        }

        return _bytes.AsSpan(_start + _count);
    }
}
