using MesoPen.Host.Control;
using MesoPen.Host.Records;
using MesoPen.Kernel;
using MesoPen.Simulator;
using MesoPen.Tests.Host;

namespace MesoPen.Tests.Treatment;

public sealed class TreatmentJournalTests
{
    private const int LimitMs = 60_000;

    [Fact]
    [Trait("Requirement", "SR-098")]
    public void Treatment_on_the_real_journal_is_what_the_memory_says_row_by_row_and_verifies()
    {
        // The same control path over SQLite, the host killed on the way: the file holds every row, its chain is whole, and what the kernel
        // replays from it is the ledger that the last host ended with.
        using TempFolder folder = new();
        using SqliteJournal journal = SqliteJournal.Open(folder.Path);
        using VirtualTreatment treatment = new(new VirtualTreatmentOptions { Input = ShortPlans.LongZone, Operator = OperatorPace.Fast, AnswerMs = 5, Disk = journal });
        treatment.KillAt = 60;

        new Journey(treatment, "on SQLite").RunToCompletion(LimitMs);

        Assert.Equal(2, treatment.Hosts);
        using JournalReader reader = JournalReader.Open(folder.Path);
        Assert.Null(reader.Verify().Broken);
        IReadOnlyList<JournalRow> rows = reader.Read();
        Assert.Equal(treatment.Disk.Entries, rows.Select(row => new RecordEntry(row.Stream, row.AtUnixMs, row.Kind, row.Body)));
        DoseLedger ledger = DoseLedger.Replay(rows.Select(SessionRecordCodec.Decode).OfType<SessionRecord>());
        Assert.True(ledger.Closed);
        Assert.Equal(treatment.Oracle.Disk.SettledNl, ledger.Delivered.Nl);
        Assert.Equal(0, ledger.OpenShots);
    }
}
