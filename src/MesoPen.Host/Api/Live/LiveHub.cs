using MesoPen.Host.Station;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace MesoPen.Host.Api.Live;

/// <summary>What happens at the station, live.</summary>
[Authorize]
internal sealed class LiveHub(LiveFeed feed) : Hub
{
    /// <summary>The state at once, what was missed, then all that comes.</summary>
    /// <param name="last">Feed and number of the last item that the client saw; null if it saw none.</param>
    /// <param name="cancel">Ends it.</param>
    public IAsyncEnumerable<LiveItem> Follow(LivePlace? last, CancellationToken cancel) => feed.FollowAsync(last?.Feed, last?.Number ?? 0, cancel);
}
