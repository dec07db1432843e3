using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MesoPen.Host.Diagnostics;

/// <summary>Findings, for people and for programs.</summary>
public static class DoctorReport
{
    /// <summary>Lines for people, without the last line end.</summary>
    public static string ToText(IReadOnlyList<DoctorFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        StringBuilder text = new();
        foreach (DoctorFinding finding in findings)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{Mark(finding.Verdict),-7} {finding.Sentence}");
            if (finding.Remedy is { } remedy)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"        {remedy}");
            }
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>One object a finding, of the type <c>finding</c>.</summary>
    public static IEnumerable<JsonObject> ToJson(IReadOnlyList<DoctorFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return findings.Select(static finding => new JsonObject
        {
            ["type"] = "finding",
            ["check"] = finding.Check,
            ["verdict"] = finding.Verdict.ToString().ToLowerInvariant(),
            ["text"] = finding.Sentence,
            ["remedy"] = finding.Remedy,
        });
    }

    private static string Mark(DoctorVerdict verdict) => verdict switch
    {
        DoctorVerdict.Good => "ok",
        DoctorVerdict.Advice => "advice",
        _ => "PROBLEM",
    };
}
