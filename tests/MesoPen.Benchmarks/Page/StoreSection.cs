namespace MesoPen.Benchmarks;

/// <summary>The records of a site: many stations on one PostgreSQL, and the question of a record page in a large journal.</summary>
internal static class StoreSection
{
    public static string Write(bool quick, string folder)
    {
        (int stations, int seconds, int shots, int questions) = quick ? (5, 5, 20_000, 200) : (50, 60, 1_000_000, 3000);
        double load = Machine.Load();
        StationLoad.Result delivered = StationLoad.MeasureAsync(Path.Combine(folder, "stations"), stations, seconds).GetAwaiter().GetResult();
        SessionReads.Result read = SessionReads.MeasureAsync(folder, shots, questions).GetAwaiter().GetResult();
        Percentiles append = new(delivered.Append);
        Percentiles delivery = new(delivered.Delivery);
        Percentiles sqlite = new(read.Sqlite);
        Percentiles postgres = new(read.Postgres);
        bool once = delivered.Whole && delivered.Stored == delivered.Shots * StationLoad.RowsPerShot;
        Table times = new("many stations", "p50", "p99", "max");
        Row(times, "a shot's two rows on the station's own disk", append);
        Row(times, "from there to standing in PostgreSQL", delivery);
        Table pages = new("all rows of a session", "p50", "p99", "max");
        Row(pages, "SQLite", sqlite);
        Row(pages, "PostgreSQL", postgres);
        return $"""
            ## Records of a site

            {stations} stations of {StationLoad.ShotsPerSecond} shots a second for {seconds} s on one PostgreSQL (fsync on, on this machine, by a socket), two rows a shot: each station
            writes to a journal of its own with full synchronisation and delivers by `StationDelivery`, which gathers for 200 ms. All stations are
            one process. Load before: {load:F1}; machine and runtime as above.

            {times}
            {delivered.Shots:N0} shots in {delivered.Seconds:F1} s, {delivered.Stored:N0} rows in the database. Processor time, of {delivered.Seconds * Machine.Cores:F0} s that the cores had: stations {delivered.StationsCpu:F1} s, PostgreSQL {delivered.DatabaseCpu:F1} s.

            {Aim.Line("every row stored once, in its station's order, the chain whole", once, "It is not.")}
            `ISiteJournal.ReadStreamAsync` of a session of 100 to 300 shots in a journal of {read.Rows:N0} shots ({read.Sessions:N0} sessions), {questions:N0} questions over all of them:

            {pages}
            {Aim.Line($"under 50 ms at p99; SQLite {Figures.Us(sqlite.P99Us)}, PostgreSQL {Figures.Us(postgres.P99Us)}", sqlite.P99Us < 50_000 && postgres.P99Us < 50_000, "")}
            """;

        static void Row(Table table, string what, Percentiles times) => table.Row(what, Figures.Us(times.P50Us), Figures.Us(times.P99Us), Figures.Us(times.MaxUs));
    }
}
