using System.Globalization;
using MesoPen.Host.Clinic;
using Microsoft.AspNetCore.Http;

namespace MesoPen.Host.Api;

/// <summary>Lists in parts: <c>?after=KEY&amp;limit=50</c>. What is entered meanwhile moves nothing that was read.</summary>
/// <param name="After">Key of the last item of the part before; null for the first part.</param>
/// <param name="Limit">Most items of this part; null for 50.</param>
internal sealed record Paging(string? After, int? Limit)
{
    private const int LimitUnlessSaid = 50;
    private const int LimitMost = 500;

    /// <summary>Answers with a part of a list.</summary>
    /// <param name="http">The request.</param>
    /// <param name="requests">Reads the clinic.</param>
    /// <param name="list">The whole list, in the order of its keys; null if it is one of something that is not known.</param>
    /// <param name="key">Key of an item; keys ascend in ordinal order.</param>
    public async Task<IResult> AnswerAsync<T>(HttpContext http, ClinicRequests requests, Func<ClinicState, IEnumerable<T>?> list, Func<T, string> key)
    {
        int most = Limit ?? LimitUnlessSaid;
        return most is < 1 or > LimitMost
            ? ProblemAnswer.Of(ClinicProblems.Invalid.With(string.Create(CultureInfo.InvariantCulture, $"limit takes 1 to {LimitMost}.")))
            : await requests.ReadAsync(http, state => list(state) is { } all ? Part(all, key, most) : null);
    }

    private Page<T> Part<T>(IEnumerable<T> all, Func<T, string> key, int most)
    {
        T[] found = [.. all.Where(item => After is null || string.CompareOrdinal(key(item), After) > 0).Take(most + 1)];
        return found.Length > most ? new Page<T>(found[..most], key(found[most - 1])) : new Page<T>(found, null);
    }
}
