using MesoPen.Host.Input;
using YamlDotNet.RepresentationModel;

namespace MesoPen.Hil;

/// <summary>Changes constants of a profile's plant section before the profile is read: a rig may be stiffer, thicker or slower than the one described.</summary>
internal static class PlantEdit
{
    /// <summary>The profile's text with the changes made.</summary>
    /// <exception cref="InputException">There is no such constant.</exception>
    public static string Apply(InputFile profile, IEnumerable<KeyValuePair<string, string>> changes)
    {
        KeyValuePair<string, string>[] all = [.. changes];
        if (all.Length == 0)
        {
            return profile.Text;
        }

        YamlStream stream = [];
        stream.Load(new StringReader(profile.Text));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        foreach ((string place, string value) in all)
        {
            YamlNode node = root.Children["plant"];
            string[] names = place.Split('.');
            foreach (string name in names[..^1])
            {
                node = Child(node, name) ?? throw Missing(profile, place);
            }

            if (Child(node, names[^1]) is not YamlScalarNode scalar)
            {
                throw Missing(profile, place);
            }

            scalar.Value = value;
        }

        using StringWriter text = new();
        stream.Save(text, assignAnchors: false);
        return text.ToString();
    }

    private static YamlNode? Child(YamlNode node, string name) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out YamlNode? child) ? child : null;

    private static InputException Missing(InputFile profile, string place) =>
        new(profile.Path, 0, $"The plant of this profile has no constant {place}: write its place as needle.backlash_um.");
}
