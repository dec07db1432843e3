namespace MesoPen.Benchmarks;

/// <summary>The journal of records.</summary>
internal static class JournalSection
{
    public static string Write(bool quick, string folder)
    {
        using JournalAppends appends = new(Path.Combine(folder, "journal"));
        string fileSystem = appends.FileSystem;
        JournalAppends.Result result = appends.Measure(quick ? 20 : 400);
        Table table = new("append, on the disk when it returns", "p50", "p99", "max", "p50 / raw");
        Percentiles one = new(result.One);
        Percentiles rawOne = new(result.RawOne);
        Percentiles many = new(result.Many);
        Percentiles rawMany = new(result.RawMany);
        Row("1 row by the journal", one, one.P50Us / rawOne.P50Us);
        Row("1 row's bytes, raw write and fsync", rawOne, 1);
        Row("as many bytes as SQLite writes for 1 row, raw", new Percentiles(result.RawPages), null);
        Row("10 rows by the journal, one transaction", many, many.P50Us / rawMany.P50Us);
        Row("10 rows' bytes, raw write and fsync", rawMany, 1);
        return $"""
            ## Journal append with full sync

            `SqliteJournal.Append` (SQLite, WAL, full synchronisation, hash chain) beside a write and fsync of the same text to a plain file in the
            same folder, on {fileSystem}; {one.Count} of each, taking turns. A row is {Figures.Bytes(appends.Sizes.Row)}; SQLite writes whole pages to its log,
            {Figures.Bytes(appends.Sizes.WalOne)} for one row and {Figures.Bytes(appends.Sizes.WalMany)} for ten, and now and then copies them into the database.

            {table}
            No aim was set. A permit waits for its record, so this is what a shot waits for beyond the five that the permit runs ahead.

            """;

        void Row(string what, Percentiles times, double? ratio) => table.Row(
            what, Figures.Us(times.P50Us), Figures.Us(times.P99Us), Figures.Us(times.MaxUs), ratio is { } value ? $"{value:F2} ×" : "");
    }
}
