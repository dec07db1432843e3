using MesoPen.Host.Station;
using Microsoft.AspNetCore.Http;

namespace MesoPen.Host.Api;

/// <summary>Whoever is signed out everywhere, or works here no longer, holds nothing up: the station's control is free again.</summary>
internal static class SignedOut
{
    /// <summary>Frees the control if it is that person's, on whichever console, once the change was made.</summary>
    /// <param name="change">What ends the person's sign-ins.</param>
    /// <param name="station">The station.</param>
    /// <param name="personId">Whose they are.</param>
    public static async Task<IResult> FreesControlAsync(this Task<IResult> change, TreatmentStation station, string personId)
    {
        IResult answer = await change;
        if (answer is not IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status400BadRequest })
        {
            await station.GiveControlAsync(personId, null);
        }

        return answer;
    }
}
