using System.Globalization;
using System.Text;
using MesoPen.Host.Clinic;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace MesoPen.Host.Api;

/// <summary>
/// Lists in parts: <c>limit</c> items after the one that the cursor <c>after</c> names by its key. An item that comes or goes meanwhile moves no
/// other one over the edge of a part.
/// </summary>
internal static class Paging
{
    /// <summary>Items of a part unless the request says otherwise.</summary>
    public const int LimitUsual = 50;

    /// <summary>Most items of a part.</summary>
    public const int LimitMax = 500;

    // Longer than any key in base64.
    private const int CursorMax = 400;

    /// <summary>The part that a request asks for.</summary>
    /// <param name="http">The request.</param>
    /// <param name="all">All items, in ordinal order of their keys.</param>
    /// <param name="key">The key of an item; no two have the same.</param>
    /// <param name="problem">Why there is none; null if there is one.</param>
    public static Page<T>? Part<T>(HttpContext http, IEnumerable<T> all, Func<T, string> key, out Problem? problem)
    {
        int limit = LimitUsual;
        string after = "";
        problem = http.Request.Query["limit"] is [{ } asked]
                && !(int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= LimitMax)
                ? ClinicProblems.Invalid.With($"limit takes 1 to {LimitMax}.")
            : http.Request.Query["after"] is [{ } cursor] && !TryRead(cursor, out after)
                ? ClinicProblems.Invalid.With("after takes the value of next from the part before.")
            : null;
        if (problem is not null)
        {
            return null;
        }

        List<T> items = [.. all.SkipWhile(item => string.CompareOrdinal(key(item), after) <= 0 && after.Length > 0).Take(limit + 1)];
        if (items.Count <= limit)
        {
            return new Page<T>(items, null);
        }

        items.RemoveAt(limit);
        return new Page<T>(items, WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(key(items[^1]))));
    }

    private static bool TryRead(string cursor, out string after)
    {
        after = "";
        try
        {
            after = cursor.Length <= CursorMax ? new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(WebEncoders.Base64UrlDecode(cursor)) : "";
            return after.Length > 0;
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            return false;
        }
    }
}
