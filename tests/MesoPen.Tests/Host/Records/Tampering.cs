using System.Globalization;
using System.Text;
using MesoPen.Host.Records;

namespace MesoPen.Tests.Host.Records;

/// <summary>What somebody with every right to the database may do to the rows of a journal, from a seed.</summary>
internal static class Tampering
{
    // Refuses what is no text, so that every edit can be stored in both databases.
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>One random edit: what it was, the rows afterwards in the order of their sequence, and the row at which it must be found.</summary>
    /// <remarks>
    /// That is the first row that is not what it was; but one put in with a hash that fits its place is found at the row behind it, which does not
    /// know it.
    /// </remarks>
    public static (string What, IReadOnlyList<JournalRow> Rows, long FoundAt) Edit(Random random, IReadOnlyList<JournalRow> rows)
    {
        List<JournalRow> edited = [.. rows];
        int at = random.Next(rows.Count);
        string what;
        bool fits = false;
        switch (random.Next(10))
        {
            case 0:
                // Never the last: that alone no chain can show.
                at = random.Next(rows.Count - 1);
                edited.RemoveAt(at);
                what = "dropped";
                break;
            case 1:
                int other = (at + 1 + random.Next(rows.Count - 1)) % rows.Count;
                (edited[at], edited[other]) = (rows[other] with { Sequence = rows[at].Sequence }, rows[at] with { Sequence = rows[other].Sequence });
                what = $"swapped with row {Shown(rows[other].Sequence)}";
                break;
            case 2:
                edited.Insert(at + 1, rows[at] with { Sequence = rows[at].Sequence + 1, StationSequence = rows[at].StationSequence + 1000 });
                Shift(edited, at + 2);
                what = "duplicated";
                break;
            case 3:
                // As good as a forger can make it without writing every later row anew: its own hash is right.
                JournalRow forged = rows[at] with { Body = """{"forged":true}""", StationSequence = rows[at].StationSequence + 1000 };
                edited.Insert(at, forged with { Hash = RecordChain.Hash(forged) });
                Shift(edited, at + 1);
                fits = true;
                what = "put in before";
                break;
            default:
                (what, edited[at]) = Flip(random, rows[at]);
                break;
        }

        edited = [.. edited.OrderBy(row => row.Sequence)];
        return ($"row {Shown(at + 1)} {what}", edited, FirstDifference(rows, edited) + (fits ? 1 : 0));
    }

    private static long FirstDifference(IReadOnlyList<JournalRow> before, List<JournalRow> after)
    {
        int index = 0;
        while (index < before.Count && index < after.Count && before[index] == after[index])
        {
            index++;
        }

        return index + 1;
    }

    private static void Shift(List<JournalRow> rows, int from)
    {
        for (int index = from; index < rows.Count; index++)
        {
            rows[index] = rows[index] with { Sequence = rows[index].Sequence + 1 };
        }
    }

    private static (string What, JournalRow Row) Flip(Random random, JournalRow row)
    {
        while (true)
        {
            // Not as high as the last bits: a sequence beyond the numbers of every row is enough, and is stored by both databases.
            long bit = 1L << random.Next(40);
            JournalRow flipped = random.Next(row.Station is null ? 7 : 9) switch
            {
                // A number that another row has cannot be stored: those bits are left to swaps and duplicates.
                0 => row with { Sequence = row.Sequence ^ (bit < 64 ? bit << 6 : bit) },
                1 => row with { AtUnixMs = row.AtUnixMs ^ bit },
                2 => row with { Stream = Flip(random, row.Stream) },
                3 => row with { Kind = Flip(random, row.Kind) },
                4 => row with { Body = Flip(random, row.Body) },
                5 => row with { PreviousHash = Flip(random, row.PreviousHash) },
                6 => row with { Hash = Flip(random, row.Hash) },
                7 => row with { Station = Flip(random, row.Station!) },
                _ => row with { StationSequence = row.StationSequence ^ bit },
            };
            if (flipped != row)
            {
                return ("changed by a bit: " + flipped, flipped);
            }
        }
    }

    /// <summary>The text with one bit of its bytes changed; the same text if that would be no text, or one that ends early.</summary>
    private static string Flip(Random random, string text)
    {
        byte[] bytes = Strict.GetBytes(text);
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        try
        {
            string flipped = Strict.GetString(bytes);
            return flipped.Contains('\0') ? text : flipped;
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }

    private static string Shown(long value) => value.ToString(CultureInfo.InvariantCulture);
}
