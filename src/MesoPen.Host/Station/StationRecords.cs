using MesoPen.Host.Records;

namespace MesoPen.Host.Station;

/// <summary>
/// The station's own journal, on its own disk: where a treatment writes, whatever the site's database does. With one station it is the site's
/// journal too.
/// </summary>
/// <param name="Store">Takes the rows of treatments.</param>
/// <param name="Journal">Reads them.</param>
public sealed record StationRecords(IRecordStore Store, ISiteJournal Journal)
{
    /// <summary>A journal that is both; null if it is not.</summary>
    public static StationRecords? Of(ISiteJournal journal) => journal is IRecordStore store ? new StationRecords(store, journal) : null;
}
