namespace System.IO.Ports;

/// <summary>
/// Does to received bytes what the Linux line discipline cannot: puts the replacement byte where the kernel marked an error
/// (0xFF 0x00 x; a true 0xFF arrives doubled, termios(3) PARMRK) and drops null bytes. Remembers a mark cut in two by a read.
/// </summary>
internal sealed class ReceiveFilter
{
    private const byte Mark = 0xFF;

    private Step _step;

    private enum Step : byte
    {
        Plain,
        AfterMark,
        AfterMarkAndNull,
    }

    /// <summary>Whether the kernel marks errors.</summary>
    public bool Unmark { get; set; }

    /// <summary>What stands where an error was.</summary>
    public byte Replacement { get; set; }

    /// <summary>Whether null bytes are dropped.</summary>
    public bool DropNull { get; set; }

    /// <summary>Whether there is anything to do.</summary>
    public bool Active => Unmark || DropNull;

    /// <summary>Filters in place.</summary>
    /// <returns>The number of bytes left, at the start of <paramref name="bytes"/>.</returns>
    public int Apply(Span<byte> bytes)
    {
        int kept = 0;
        foreach (byte value in bytes)
        {
            if (Next(value) is byte next)
            {
                bytes[kept++] = next;
            }
        }

        return kept;
    }

    private byte? Next(byte value)
    {
        if (!Unmark)
        {
            return Keep(value);
        }

        switch (_step)
        {
            case Step.AfterMark when value == 0:
                _step = Step.AfterMarkAndNull;
                return null;
            case Step.AfterMark:
                _step = Step.Plain;
                return Keep(value);
            case Step.AfterMarkAndNull:
                _step = Step.Plain;
                return Keep(Replacement);
            default:
                if (value == Mark)
                {
                    _step = Step.AfterMark;
                    return null;
                }

                return Keep(value);
        }
    }

    private byte? Keep(byte value) => DropNull && value == 0 ? null : value;
}
