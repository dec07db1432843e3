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
    /// SHA-256 over six netstrings, <c>LENGTH:BYTES,</c> with the length in decimal: previous hash, sequence, stream, at_unix_ms, kind,
    /// body; numbers in decimal, text in UTF-8. Returned as 64 lower-case hexadecimal digits.
    /// </summary>
    public static string Hash(string previousHash, long sequence, RecordEntry entry) => Hash(previousHash, sequence, entry, null, null);

    /// <summary>The hash of a row that a station delivered: two netstrings more, the station and the row's sequence in the station's journal.</summary>
    public static string Hash(string previousHash, long sequence, RecordEntry entry, string? station, long? stationSequence)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArrayBufferWriter<byte> bytes = new(256 + entry.Body.Length);
        Netstring(bytes, previousHash);
        Netstring(bytes, sequence.ToString(CultureInfo.InvariantCulture));
        Netstring(bytes, entry.Stream);
        Netstring(bytes, entry.AtUnixMs.ToString(CultureInfo.InvariantCulture));
        Netstring(bytes, entry.Kind);
        Netstring(bytes, entry.Body);
        if (station is not null || stationSequence is not null)
        {
            Netstring(bytes, station ?? string.Empty);
            Netstring(bytes, stationSequence?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }

    /// <summary>The hash that a row of the journal ought to have.</summary>
    public static string Hash(JournalRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Hash(row.PreviousHash, row.Sequence, row.Entry, row.Station, row.StationSequence);
    }

    /// <summary>Refuses what no database keeps as it is: NUL would end the text early for every C program that reads it.</summary>
    /// <exception cref="ArgumentException">The entry holds the character NUL.</exception>
    internal static void CheckText(RecordEntry entry)
    {
        if (entry.Stream.Contains('\0') || entry.Kind.Contains('\0') || entry.Body.Contains('\0'))
        {
            throw new ArgumentException("A record cannot hold the character NUL.", nameof(entry));
        }
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
