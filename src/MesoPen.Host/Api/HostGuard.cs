using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;

namespace MesoPen.Host.Api;

/// <summary>
/// A request for another host's name is refused: a page elsewhere whose name was made to point here would otherwise count as this site's own.
/// </summary>
internal static class HostGuard
{
    /// <summary>Refuses requests for names that are not among these; a star among them takes every name.</summary>
    public static void UseHostGuard(this IApplicationBuilder app, IEnumerable<string> names)
    {
        FrozenSet<string> known = names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        app.Use((http, next) => known.Contains(http.Request.Host.Host) || known.Contains("*")
            ? next(http)
            : ProblemAnswer.WriteAsync(http, ApiProblems.BadRequest.With("The header Host names a host that this station does not answer to: add it to Api:Hosts.")));
    }
}
