using MesoPen.Host.Records;

namespace MesoPen.Host.Api.Health;

/// <summary>Whether the site's records can be read.</summary>
internal sealed class RecordsCheck(ISiteJournal journal) : IReadinessCheck
{
    public string Name => "records";

    public async Task<ReadinessFinding> CheckAsync(CancellationToken cancel)
    {
        try
        {
            JournalHead head = await journal.HeadAsync(cancel);
            return new ReadinessFinding(ReadinessState.Ready, $"{head.Sequence} records.");
        }
        catch (RecordStoreException failure)
        {
            return new ReadinessFinding(ReadinessState.Down, failure.Message);
        }
    }
}
