using System.Globalization;
using MesoPen.Host.Clinic;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MesoPen.Host.Api;

/// <summary>Versions of things as ETag, If-Match and If-None-Match say them.</summary>
internal static class Versions
{
    /// <summary>The version as a tag.</summary>
    public static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Why a change may not be made upon this version; null if it may.</summary>
    /// <param name="http">The request.</param>
    /// <param name="version">The newest version; null if there is no such thing.</param>
    public static Problem? Moved(HttpContext http, long? version)
    {
        if (version is null)
        {
            return ClinicProblems.Unknown.With("The address names nothing that the clinic knows.");
        }

        if (http.Request.Headers.IfMatch.Count == 0)
        {
            // Version 0 is what was never changed: there is nothing that somebody else could have changed meanwhile.
            return version == 0 ? null : ApiProblems.VersionNeeded.With("This changes something that exists: send its ETag in the header If-Match.");
        }

        return !EntityTagHeaderValue.TryParseStrictList([.. http.Request.Headers.IfMatch!], out IList<EntityTagHeaderValue>? asked)
                ? ApiProblems.BadRequest.With("If-Match takes the ETag of the thing, in its quotation marks.")
            : asked.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || (!tag.IsWeak && tag.Tag == Tag(version.Value))) ? null
            : ClinicProblems.Changed.With("If-Match does not name the newest version: read it anew.");
    }

    /// <summary>Whether the sender has this version already.</summary>
    public static bool IsKnown(HttpContext http, long version) =>
        EntityTagHeaderValue.TryParseList([.. http.Request.Headers.IfNoneMatch!], out IList<EntityTagHeaderValue>? known)
        && known.Any(tag => tag.Tag == Tag(version));
}
