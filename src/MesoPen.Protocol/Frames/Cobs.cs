namespace MesoPen.Protocol;

/// <summary>
/// Consistent overhead byte stuffing of at most 254 bytes, which is all that a frame holds. Up to there the encoding is exactly
/// one byte longer than the body: each zero becomes the distance to the next one, and the first byte says where the first zero
/// is.
/// </summary>
internal static class Cobs
{
    /// <summary>Longest body, bytes.</summary>
    public const int BodyMax = 254;

    /// <summary>
    /// Encodes where the bytes lie: the body is <paramref name="bytes"/> from index 1; index 0 takes the first distance.
    /// </summary>
    public static void EncodeInPlace(Span<byte> bytes)
    {
        int code = 0;
        for (int i = 1; i < bytes.Length; i++)
        {
            if (bytes[i] == 0)
            {
                bytes[code] = (byte)(i - code);
                code = i;
            }
        }

        bytes[code] = (byte)(bytes.Length - code);
    }

    /// <summary>
    /// Decodes into <paramref name="body"/>, which must be at least as long as <paramref name="encoded"/> less one. Gives the
    /// length of the body, or -1 if this is not an encoding: too long, a zero among the distances, or one that points beyond the
    /// end.
    /// </summary>
    public static int Decode(ReadOnlySpan<byte> encoded, Span<byte> body)
    {
        if (encoded.IsEmpty || encoded.Length > BodyMax + 1 || encoded[0] == 0)
        {
            return -1;
        }

        // The body is the encoding without its first byte, and with a zero wherever a distance stands.
        encoded[1..].CopyTo(body);
        int at = encoded[0];
        while (at < encoded.Length)
        {
            int distance = encoded[at];
            if (distance == 0)
            {
                return -1;
            }

            body[at - 1] = 0;
            at += distance;
        }

        return at == encoded.Length ? encoded.Length - 1 : -1;
    }
}
