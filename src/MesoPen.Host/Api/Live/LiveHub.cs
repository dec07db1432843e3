using System.Runtime.CompilerServices;
using System.Security.Claims;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Station;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace MesoPen.Host.Api.Live;

/// <summary>What happens at the station, live, for as long as the sign-in or token stands that the connection was opened with.</summary>
[Authorize]
internal sealed class LiveHub(LiveFeed feed, LiveAccess access) : Hub
{
    // Who may read the station: an administrator reads no treatment.
    private static readonly Role[] Read = [Role.Clinician, Role.Engineer, Role.Auditor];

    /// <summary>The state at once, what was missed, then all that comes. For who may not read treatments: beats, and whether the device is simulated.</summary>
    /// <param name="last">Feed and number of the last item that the client saw; null if it saw none.</param>
    /// <param name="cancel">Ends it.</param>
    public IAsyncEnumerable<LiveItem> Follow(LivePlace? last, CancellationToken cancel)
    {
        IAsyncEnumerable<LiveItem> items = feed.FollowAsync(last?.Feed, last?.Number ?? 0, cancel);
        ClaimsPrincipal who = Context.User ?? new ClaimsPrincipal();
        return WhileSignedInAsync(Read.Any(role => who.IsInRole(role.ToString())) ? items : LiveBeats.Of(items), Context, who, cancel);
    }

    // A beat comes four times a second: so long at most the connection of somebody who is signed out is open.
    private async IAsyncEnumerable<LiveItem> WhileSignedInAsync(
        IAsyncEnumerable<LiveItem> items, HubCallerContext connection, ClaimsPrincipal who, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (LiveItem item in items.WithCancellation(cancel))
        {
            if (!access.Stands(who))
            {
                connection.Abort();
                yield break;
            }

            yield return item;
        }
    }
}
