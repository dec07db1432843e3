using System.Buffers.Binary;

namespace MesoPen.Protocol;

/// <summary>
/// Which certificate is meant: the first 16 bytes of its SHA-256, in the order of the hash. Zeros mean none.
/// </summary>
/// <param name="High">The first 8 bytes, the first byte highest.</param>
/// <param name="Low">The other 8.</param>
public readonly record struct CertificateMark(ulong High, ulong Low)
{
    /// <summary>Bytes on the wire.</summary>
    public const int Size = 16;

    /// <summary>Whether no certificate is meant.</summary>
    public bool IsNone => High == 0 && Low == 0;

    /// <summary>The mark of the certificate with this hash.</summary>
    /// <param name="sha256">The hash in hexadecimal, whole or at least its first 32 digits.</param>
    /// <exception cref="FormatException">It does not begin with 32 hexadecimal digits.</exception>
    public static CertificateMark Of(string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        if (sha256.Length < 2 * Size)
        {
            throw new FormatException("A certificate's hash has at least 32 hexadecimal digits here.");
        }

        return Read(Convert.FromHexString(sha256.AsSpan(0, 2 * Size)));
    }

    /// <summary>The 16 bytes in hexadecimal, lower case.</summary>
    public override string ToString() => $"{High:x16}{Low:x16}";

    /// <summary>Reads the first 16 bytes.</summary>
    public static CertificateMark Read(ReadOnlySpan<byte> from) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(from), BinaryPrimitives.ReadUInt64BigEndian(from[8..]));

    /// <summary>Writes 16 bytes.</summary>
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt64BigEndian(to, High);
        BinaryPrimitives.WriteUInt64BigEndian(to[8..], Low);
    }
}
