using System.Diagnostics;
using System.Globalization;
using System.Text;
using MesoPen.Host.Records;

namespace MesoPen.Benchmarks;

/// <summary>Appends to the journal, on the disk when they return, beside a plain write and fsync of the same bytes in the same folder. All take turns.</summary>
internal sealed class JournalAppends : IDisposable
{
    private const int ManyRows = 10;

    private readonly string _folder;
    private readonly SqliteJournal _journal;
    private readonly FileStream _raw;
    private int _shot;

    /// <param name="folder">Made anew, and removed afterwards.</param>
    public JournalAppends(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        _journal = SqliteJournal.Open(folder);
        FileStreamOptions unbuffered = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        _raw = new FileStream(Path.Combine(folder, "raw.bytes"), unbuffered);
    }

    /// <summary>File system of the folder.</summary>
    public string FileSystem => new DriveInfo(_folder).DriveFormat;

    /// <summary>Bytes of text in one row, and bytes that SQLite writes for one row and for ten (whole pages, with their headers).</summary>
    public (int Row, long WalOne, long WalMany) Sizes { get; private set; }

    public Result Measure(int times)
    {
        // The first appends make the write-ahead log grow, which tells how much goes to the disk; later ones overwrite it.
        Sizes = (Bytes(Rows(1)).Length, WalGrowth(1), WalGrowth(ManyRows));
        byte[] asOne = new byte[Sizes.WalOne];
        Result result = new([], [], [], [], []);
        for (int i = 0; i < times; i++)
        {
            Time(result.One, Rows(1), _journal.Append);
            Time(result.RawOne, Bytes(Rows(1)), Raw);
            Time(result.RawPages, asOne, Raw);
            Time(result.Many, Rows(ManyRows), _journal.Append);
            Time(result.RawMany, Bytes(Rows(ManyRows)), Raw);
        }

        return result;
    }

    public void Dispose()
    {
        _journal.Dispose();
        _raw.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Time<T>(List<long> durations, T what, Action<T> action)
    {
        long begun = Stopwatch.GetTimestamp();
        action(what);
        durations.Add(Stopwatch.GetTimestamp() - begun);
    }

    private static byte[] Bytes(RecordEntry[] rows) =>
        Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => $"{row.Stream} {row.AtUnixMs} {row.Kind} {row.Body} {new string('0', 128)}\n")));

    private void Raw(byte[] bytes)
    {
        _raw.Write(bytes);
        _raw.Flush(flushToDisk: true);
    }

    private long WalGrowth(int rows)
    {
        const int Times = 8;
        FileInfo log = new(Path.Combine(_folder, "journal.db-wal"));
        long before = log.Exists ? log.Length : 0;
        for (int i = 0; i < Times; i++)
        {
            _journal.Append(Rows(rows));
        }

        log.Refresh();
        return (log.Length - before) / Times;
    }

    /// <summary>Rows as a shot makes them.</summary>
    private RecordEntry[] Rows(int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        string number = (++_shot).ToString(CultureInfo.InvariantCulture);
        return new RecordEntry("20300102T030405Z-0a1b2c3d", 1_893_456_000_000 + _shot, "shot",
            $$"""{"shot":{{number}},"zone":3,"zone_id":"cheek.left","outcome":"delivered","partial":false,"depth_um":1398,"volume_nl":19950,"permit_id":57,"boot_id":2953248769,"ended_by":0,"device_ms":{{number}}000}""");
    })];

    /// <summary>Durations, Stopwatch ticks.</summary>
    /// <param name="One">A row by the journal.</param>
    /// <param name="Many">Ten rows by the journal, in one transaction.</param>
    /// <param name="RawOne">A row's bytes.</param>
    /// <param name="RawMany">Ten rows' bytes.</param>
    /// <param name="RawPages">As many bytes as SQLite writes for a row.</param>
    internal sealed record Result(List<long> One, List<long> Many, List<long> RawOne, List<long> RawMany, List<long> RawPages);
}
