namespace MesoPen.Hil;

/// <summary>A running 64-bit FNV-1a over everything that was said and written, with its times: two runs are the same run if theirs is the same.</summary>
internal sealed class TraceHash
{
    private const ulong Prime = 0x100000001B3;
    private ulong _value = 0xCBF29CE484222325;

    public ulong Value => _value;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        ulong value = _value;
        foreach (byte each in bytes)
        {
            value = unchecked((value ^ each) * Prime);
        }

        _value = value;
    }

    public void Add(long number)
    {
        for (int shift = 0; shift < 64; shift += 8)
        {
            _value = unchecked((_value ^ (byte)(number >> shift)) * Prime);
        }
    }

    public void Add(string text)
    {
        foreach (char each in text)
        {
            _value = unchecked((_value ^ each) * Prime);
        }
    }
}
