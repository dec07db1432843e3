using MesoPen.Host.Clinic;
using MesoPen.Host.Records;
using Microsoft.AspNetCore.Http;

namespace MesoPen.Host.Api;

/// <summary>The state from which a request's sender is known.</summary>
internal static class IdentityState
{
    /// <summary>
    /// The newest state; the last known one while the records cannot be reached, for a treatment that runs goes on then and must be seen and
    /// stopped. A stop takes the last known one whoever sends it, and never waits: records that hang must not hold it up, and who is not known stops
    /// as one who is not signed in.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="desk">Where states come from.</param>
    /// <param name="knows">Whether a state knows the sender.</param>
    public static async Task<ClinicState> ReadAsync(HttpContext http, ClinicDesk desk, Func<ClinicState, bool> knows)
    {
        ClinicState known = desk.Known;
        if (http.GetEndpoint()?.Metadata.GetMetadata<StopLane>() is not null)
        {
            return known;
        }

        try
        {
            return await desk.ReadAsync(http.RequestAborted);
        }
        catch (RecordStoreException) when (knows(known))
        {
            return known;
        }
    }
}
