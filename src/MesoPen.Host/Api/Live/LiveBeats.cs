using MesoPen.Host.Station;

namespace MesoPen.Host.Api.Live;

/// <summary>
/// The feed without its treatment: that the host is there, and whether the device is simulated. So every screen can say that it is stale, and none shows
/// a model as a device.
/// </summary>
internal static class LiveBeats
{
    /// <summary>What is left of the feed. Numbers are left out too: they count shots.</summary>
    public static async IAsyncEnumerable<LiveItem> Of(IAsyncEnumerable<LiveItem> items)
    {
        bool? simulated = null;
        await foreach (LiveItem item in items)
        {
            if (item is { Kind: "state", State: { } view } && view.Simulated != simulated)
            {
                simulated = view.Simulated;
                yield return new LiveItem(item.Feed, 0, item.Kind, item.At) { State = new StationView { Station = view.Station, Simulated = view.Simulated } };
            }
            else if (item.Kind == "beat")
            {
                yield return new LiveItem(item.Feed, 0, item.Kind, item.At);
            }
        }
    }
}
