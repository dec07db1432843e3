using System.Globalization;
using System.Text.Json;
using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Site;

/// <summary>What differs between two policies: what the second person looks at before signing.</summary>
public static class PolicyDifference
{
    /// <summary>All differences, in a fixed order; none if they say the same.</summary>
    public static IReadOnlyList<PolicyChange> Of(SitePolicy before, SitePolicy after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        SortedDictionary<string, string> old = Lines(before);
        SortedDictionary<string, string> next = Lines(after);
        return
        [
            .. old.Keys.Union(next.Keys).Order(StringComparer.Ordinal)
                .Select(what => new PolicyChange(what, old.GetValueOrDefault(what), next.GetValueOrDefault(what)))
                .Where(each => each.From != each.To),
        ];
    }

    /// <summary>What a limit bounds, in one word for each kind and zone.</summary>
    internal static string Subject(SiteLimit limit) => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(limit.Kind.ToString())} {limit.Zone ?? "(all zones)"}";

    private static SortedDictionary<string, string> Lines(SitePolicy policy)
    {
        SortedDictionary<string, string> lines = new(StringComparer.Ordinal)
        {
            ["forbids_multi_needle_heads"] = policy.ForbidsMultiNeedleHeads ? "yes" : "no",
        };
        foreach (SiteLimit each in policy.Limits)
        {
            Limit limit = new(each.Kind, each.Zone, each.Value, LimitSource.SitePolicy, each.Reference, "");
            lines[Subject(each)] = $"{limit.Show(each.Value)} ({each.Reference})";
        }

        foreach ((string name, int? days) in new[] { ("screening_days", policy.ScreeningDays), ("consent_days", policy.ConsentDays) })
        {
            if (days is { } stated)
            {
                lines[name] = stated.ToString(CultureInfo.InvariantCulture);
            }
        }

        foreach ((string treatment, int days) in policy.CombinationDays)
        {
            lines["combination_days " + treatment] = days.ToString(CultureInfo.InvariantCulture);
        }

        return lines;
    }
}
