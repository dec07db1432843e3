using MesoPen.Host.Clinic.People;
using MesoPen.Host.Station;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace MesoPen.Host.Api.Live;

/// <summary>What happens at the station, live.</summary>
[Authorize]
internal sealed class LiveHub(LiveFeed feed) : Hub
{
    // Who may read the station: an administrator reads no treatment.
    private static readonly Role[] Read = [Role.Clinician, Role.Engineer, Role.Auditor];

    /// <summary>The state at once, what was missed, then all that comes. For who may not read treatments: beats, and whether the device is simulated.</summary>
    /// <param name="last">Feed and number of the last item that the client saw; null if it saw none.</param>
    /// <param name="cancel">Ends it.</param>
    public IAsyncEnumerable<LiveItem> Follow(LivePlace? last, CancellationToken cancel)
    {
        IAsyncEnumerable<LiveItem> items = feed.FollowAsync(last?.Feed, last?.Number ?? 0, cancel);
        return Read.Any(role => Context.User?.IsInRole(role.ToString()) == true) ? items : LiveBeats.Of(items);
    }
}
