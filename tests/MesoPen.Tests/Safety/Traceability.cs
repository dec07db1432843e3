using System.Globalization;
using System.Text;

namespace MesoPen.Tests.Safety;

/// <summary>From hazards to requirements to evidence: what is missing, and the page that shows the rest.</summary>
internal sealed class Traceability(
    IReadOnlyList<HazardRow> hazards, IReadOnlyList<RequirementRow> requirements, IReadOnlyList<Evidence> evidence)
{
    /// <summary>Fewer hazards than this are not a list that somebody thought about.</summary>
    public const int HazardsMin = 40;

    private readonly Evidence[] _evidence =
        [.. evidence.OrderBy(each => each.IsScenario).ThenBy(each => each.Name, StringComparer.Ordinal)];

    /// <summary>Everything that is wrong, a sentence each; empty if nothing is.</summary>
    public IReadOnlyList<string> Problems()
    {
        HashSet<string> known = [.. requirements.Select(row => row.Id), .. hazards.Select(row => row.Id)];
        return
        [
            .. hazards.Count < HazardsMin ? [$"There are {hazards.Count} hazards of at least {HazardsMin}."] : Array.Empty<string>(),
            .. Twice(hazards.Select(row => row.Id)).Concat(Twice(requirements.Select(row => row.Id))).Select(id => $"{id} is there twice."),
            .. Twice(_evidence.Select(each => each.Name)).Select(name => $"Two tests or scenarios are called {name}."),
            .. hazards.Where(row => row.Requirements.Count == 0).Select(row => $"{row.Id} has no requirement."),
            .. from row in hazards from id in row.Requirements where !known.Contains(id) select $"{row.Id} names {id}, which does not exist.",
            .. requirements.Where(row => !EvidenceFor(row.Id).Any()).Select(row => $"{row.Id} has no test or scenario that runs."),
            .. from each in _evidence from id in each.Requirements.Concat(each.Hazards) where !known.Contains(id)
               select $"{each.Name} names {id}, which does not exist.",
            .. _evidence.Where(each => !each.Runs).Select(each => $"{each.Name} names {each.Requirements[0]} and is skipped or explicit."),
            .. _evidence.Where(each => each.IsScenario && each.Levels.Count == 0).Select(each => $"{each.Name} has no level to run at."),
        ];
    }

    /// <summary>What is wrong with the page that lies on the disk; null if it is what this draws.</summary>
    public string? ProblemOf(string page)
    {
        string[] found = page.Split('\n');
        string[] wanted = Page().Split('\n');
        int same = found.Zip(wanted).TakeWhile(pair => pair.First == pair.Second).Count();
        return found.Length == wanted.Length && same == wanted.Length
            ? null
            : $"traceability.md is out of date from line {same + 1} on: {wanted.ElementAtOrDefault(same) ?? "it should end there"}";
    }

    /// <summary>The page.</summary>
    public string Page()
    {
        StringBuilder text = new();
        int scenarios = _evidence.Count(each => each.IsScenario);
        text.Append(CultureInfo.InvariantCulture, $"""
            # Traceability

            Drawn from [hazards](hazards.md), [requirements](requirements.md), the traits of the tests and the scenario files; do not
            edit. A test fails when it differs. [How to draw it anew](README.md).

            {hazards.Count} hazards, {requirements.Count} requirements, {_evidence.Length - scenarios} tests and {scenarios} scenarios that name them. What stands here
            as evidence passed: every test and every scenario has to pass in the same `./test.sh`, and none that is named here may be skipped or explicit.

            ## From hazard to evidence

            """);
        foreach (HazardRow row in hazards)
        {
            text.Append($"\n### {row.Id} {row.Hazard} ({row.Severity})\n\n");
            text.AppendJoin("", row.Requirements.Select(id => $"- [{id}](#{Anchor(id)}): {Listed(EvidenceFor(id).Select(Short))}\n"));
            string naming = Listed(_evidence.Where(each => each.Hazards.Contains(row.Id)).Select(Short));
            text.Append(naming.Length > 0 ? $"- played through by {naming}\n" : "");
        }

        text.Append("\n## From requirement to evidence\n");
        foreach (RequirementRow row in requirements)
        {
            text.Append($"\n### {row.Id}\n\n{row.Sentence}\n\n");
            text.AppendJoin("", EvidenceFor(row.Id).Select(each => $"- {Long(each)}\n"));
            text.Append($"- serves {Listed(hazards.Where(hazard => hazard.Requirements.Contains(row.Id)).Select(hazard => hazard.Id))}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Twice(IEnumerable<string> ids) =>
        ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key);

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words);

    private static string Anchor(string id) => id.Replace("SR", "sr", StringComparison.Ordinal);

    // Class and method of a test: the folder stands in the longer list.
    private static string Short(Evidence each) => each.IsScenario ? Long(each) : $"`{string.Join('.', each.Name.Split('.')[^2..])}`";

    private static string Long(Evidence each) => each.IsScenario ? $"scenario `{each.Name}` ({Listed(each.Levels)})" : $"`{each.Name}`";

    private IEnumerable<Evidence> EvidenceFor(string requirement) =>
        _evidence.Where(each => each.Runs && each.Requirements.Contains(requirement));
}
