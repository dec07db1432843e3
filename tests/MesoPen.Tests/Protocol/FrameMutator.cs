namespace MesoPen.Tests.Protocol;

/// <summary>
/// Damages frames as lines and bad neighbours do: bits flip, bytes change, go missing, come twice or come from elsewhere, two
/// frames run into one. Allocates nothing, so that a fuzz test can watch the memory of what it tests.
/// </summary>
internal sealed class FrameMutator(Random random)
{
    /// <summary>Longest result, bytes.</summary>
    public const int LengthMax = 600;

    private readonly byte[] _scratch = new byte[LengthMax];

    /// <summary>
    /// Writes a damaged copy of a frame and gives its length; always different from the frame.
    /// </summary>
    /// <param name="frame">The frame, at most 256 bytes.</param>
    /// <param name="other">Another frame to splice with.</param>
    /// <param name="into">At least <see cref="LengthMax"/> bytes.</param>
    public int Mutate(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> other, Span<byte> into)
    {
        int length;
        do
        {
            frame.CopyTo(into);
            length = frame.Length;
            for (int times = random.Next(1, 4); times > 0; times--)
            {
                length = Step(into, length, other);
            }
        }
        while (into[..length].SequenceEqual(frame));

        return length;
    }

    private int Step(Span<byte> into, int length, ReadOnlySpan<byte> other)
    {
        if (length == 0)
        {
            into[0] = (byte)random.Next(256);
            return 1;
        }

        int at = random.Next(length);
        switch (random.Next(9))
        {
            case 0:
                into[at] ^= (byte)(1 << random.Next(8));
                return length;
            case 1:
                into[at] = (byte)random.Next(256);
                return length;
            case 2:
                into[at] = 0;
                return length;
            case 3:
                return at;
            case 4:
                return Remove(into, length, at, random.Next(1, 9));
            case 5:
                into.Slice(at, Math.Min(8, length - at)).CopyTo(_scratch);
                return Insert(into, length, random.Next(length), _scratch.AsSpan(0, Math.Min(8, length - at)));
            case 6:
                random.NextBytes(_scratch.AsSpan(0, 16));
                return Insert(into, length, at, _scratch.AsSpan(0, random.Next(1, 17)));
            case 7:
                return Insert(into, at, at, other[random.Next(other.Length)..]);
            default:
                int swap = random.Next(length);
                (into[at], into[swap]) = (into[swap], into[at]);
                return length;
        }
    }

    private static int Remove(Span<byte> into, int length, int at, int count)
    {
        count = Math.Min(count, length - at);
        into[(at + count)..length].CopyTo(into[at..]);
        return length - count;
    }

    private static int Insert(Span<byte> into, int length, int at, ReadOnlySpan<byte> part)
    {
        if (length + part.Length > LengthMax)
        {
            return length;
        }

        into[at..length].CopyTo(into[(at + part.Length)..]);
        part.CopyTo(into[at..]);
        return length + part.Length;
    }
}
