using System.Text;

namespace MesoPen.Protocol;

/// <summary>
/// Text on the wire: <c>u8 length</c>, at most 32, and that many bytes of ASCII 0x20 to 0x7E.
/// </summary>
internal static class WireText
{
    public const int LengthMax = 32;

    /// <summary>Bytes that a text takes.</summary>
    public static int Size(string text) => 1 + text.Length;

    /// <summary>Writes a text and gives the bytes written.</summary>
    /// <exception cref="ArgumentException">The text is too long or has other characters.</exception>
    public static int Write(Span<byte> payload, string text)
    {
        if (text.Length > LengthMax || text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException("A text on the wire has at most 32 characters of ASCII 0x20 to 0x7E.", nameof(text));
        }

        payload[0] = (byte)text.Length;
        Encoding.ASCII.GetBytes(text, payload[1..]);
        return Size(text);
    }

    /// <summary>Reads a text; false if it is cut off, too long, or has other bytes.</summary>
    public static bool TryRead(ReadOnlySpan<byte> payload, out string text, out int consumed)
    {
        text = "";
        consumed = 0;
        if (payload.IsEmpty || payload[0] > LengthMax || payload.Length - 1 < payload[0])
        {
            return false;
        }

        ReadOnlySpan<byte> characters = payload.Slice(1, payload[0]);
        if (characters.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return false;
        }

        text = Encoding.ASCII.GetString(characters);
        consumed = 1 + characters.Length;
        return true;
    }
}
