using System.Text.Json;
using MesoPen.Host.Clinic.Outcomes;

namespace MesoPen.Host.Api;

/// <summary>A status in an address, spelled as in JSON: <c>?status=overdue</c>.</summary>
/// <param name="Status">The status.</param>
internal readonly record struct FollowUpStatusWord(FollowUpStatus Status)
{
    /// <summary>What the framework calls; false answers the request with 400.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out FollowUpStatusWord word)
    {
        foreach (FollowUpStatus each in Enum.GetValues<FollowUpStatus>())
        {
            if (JsonNamingPolicy.KebabCaseLower.ConvertName(each.ToString()) == text)
            {
                word = new FollowUpStatusWord(each);
                return true;
            }
        }

        word = default;
        return false;
    }
}
