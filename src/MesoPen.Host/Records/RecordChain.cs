using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MesoPen.Host.Records;

/// <summary>
/// The hash that ties each row to all rows before it. The byte form is documented in docs/records.md, so that anyone can check a journal
/// without this program.
/// </summary>
public static class RecordChain
{
    /// <summary>What stands as the previous hash of the first row, and as the head of an empty journal.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    // Text that UTF-8 cannot hold (half a surrogate pair) would be stored as something else than was hashed: refuse it.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// SHA-256 over six netstrings, <c>LENGTH:BYTES,</c> with the length in decimal: previous hash, sequence, session, at_unix_ms, kind,
    /// body; numbers in decimal, text in UTF-8. Returned as 64 lower-case hexadecimal digits.
    /// </summary>
    public static string Hash(string previousHash, long sequence, RecordEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArrayBufferWriter<byte> bytes = new(256 + entry.Body.Length);
        Netstring(bytes, previousHash);
        Netstring(bytes, sequence.ToString(CultureInfo.InvariantCulture));
        Netstring(bytes, entry.Stream);
        Netstring(bytes, entry.AtUnixMs.ToString(CultureInfo.InvariantCulture));
        Netstring(bytes, entry.Kind);
        Netstring(bytes, entry.Body);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }

    /// <summary>The hash that a row of the file ought to have.</summary>
    public static string Hash(JournalRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Hash(row.PreviousHash, row.Sequence, new RecordEntry(row.Stream, row.AtUnixMs, row.Kind, row.Body));
    }

    private static void Netstring(ArrayBufferWriter<byte> bytes, string text)
    {
        int length = Utf8.GetByteCount(text);
        Span<byte> prefix = bytes.GetSpan(12);
        length.TryFormat(prefix, out int digits, provider: CultureInfo.InvariantCulture);
        prefix[digits] = (byte)':';
        bytes.Advance(digits + 1);
        Utf8.GetBytes(text, bytes.GetSpan(length));
        bytes.Advance(length);
        bytes.Write(","u8);
    }
}
