using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MesoPen.Tests.Safety;

/// <summary>
/// What the scenario files name: only the keys at the top that this page needs. Whether a file is a good scenario is the business of
/// <c>mesopen-hil lint</c>; whether it passes, of <c>mesopen-hil run</c>.
/// </summary>
internal static class ScenarioFiles
{
    /// <exception cref="FormatException">The text is no YAML map with an id.</exception>
    public static Evidence Read(string yaml)
    {
        YamlStream stream = [];
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException broken)
        {
            throw new FormatException($"Line {broken.Start.Line}: {broken.Message}", broken);
        }

        YamlMappingNode? map = stream.Documents.Count > 0 ? stream.Documents[0].RootNode as YamlMappingNode : null;
        return map is not null && List(map, "id") is [{ Length: > 0 } id]
            ? new Evidence(id, true, List(map, "requirements"), List(map, "hazards"), List(map, "levels") is { Length: > 0 } levels ? levels : ["virtual"]) { IsScenario = true }
            : throw new FormatException("A scenario is a map with an id.");
    }

    /// <summary>The values of a key, whether it holds one or a list; none if it is not there.</summary>
    private static string[] List(YamlMappingNode map, string key) => map.Children.TryGetValue(key, out YamlNode? node) ? node switch
    {
        YamlScalarNode { Value: { Length: > 0 } one } => [one],
        YamlSequenceNode many => [.. many.OfType<YamlScalarNode>().Select(each => each.Value ?? "")],
        _ => [],
    } : [];
}
