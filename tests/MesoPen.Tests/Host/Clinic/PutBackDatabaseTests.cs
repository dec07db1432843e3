using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Records;

namespace MesoPen.Tests;

/// <summary>A database that was put back to an earlier day under a desk that runs.</summary>
public sealed class PutBackDatabaseTests
{
    // Aim: the database was put back to an earlier day and went on from there: what the desk knew of later rows does not stand.
    [Fact]
    public async Task The_desk_forgets_rows_that_the_journal_holds_no_more()
    {
        Actor who = new("ada", Role.Administrator, "station-1", default);
        await using MemorySiteJournal earlier = new();
        await using MemorySiteJournal later = new();
        await RegisterAsync(earlier, who, "P-1", "P-2", "P-3");
        await RegisterAsync(later, who, "P-1", "P-9");
        MovingJournal moving = new(earlier);
        using ClinicDesk desk = new(moving, TimeProvider.System);
        Assert.Equal(["P-1", "P-2", "P-3"], (await desk.ReadAsync()).Patients.All.Keys);

        moving.Now = later;
        Assert.Equal(["P-1", "P-9"], (await desk.ReadAsync()).Patients.All.Keys);
        (Decision decision, ClinicState state) = await desk.DecideAsync(who, (_, _) => Decision.Accept("P-10", Patient("P-10")));
        Assert.Null(decision.Problem);
        Assert.Equal(3, state.LastSequence);
    }

    private static PatientRegistered Patient(string id) => new("ada", id, "AB", 1980, Sex.Female, 3);

    private static async Task RegisterAsync(MemorySiteJournal journal, Actor who, params string[] ids)
    {
        using ClinicDesk desk = new(journal, TimeProvider.System);
        foreach (string id in ids)
        {
            await desk.DecideAsync(who, (_, _) => Decision.Accept(id, Patient(id)));
        }
    }

    private sealed class MovingJournal(ISiteJournal first) : ISiteJournal
    {
        public ISiteJournal Now { get; set; } = first;

        public Task<JournalHead> AppendAsync(IReadOnlyList<RecordEntry> entries, long? lastClinicSequence, CancellationToken cancel) =>
            Now.AppendAsync(entries, lastClinicSequence, cancel);

        public Task<IReadOnlyList<JournalRow>> ReadClinicAsync(long afterSequence, int most, CancellationToken cancel) =>
            Now.ReadClinicAsync(afterSequence, most, cancel);

        public Task<IReadOnlyList<JournalRow>> ReadStreamAsync(string stream, CancellationToken cancel) => Now.ReadStreamAsync(stream, cancel);

        public Task<IReadOnlyList<JournalRow>> ReadAsync(long afterSequence, int most, CancellationToken cancel) => Now.ReadAsync(afterSequence, most, cancel);

        public Task<JournalHead> HeadAsync(CancellationToken cancel) => Now.HeadAsync(cancel);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
