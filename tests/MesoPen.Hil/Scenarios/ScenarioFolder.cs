using MesoPen.Host.Input;

namespace MesoPen.Hil;

/// <summary>Finds and reads scenario files.</summary>
internal static class ScenarioFolder
{
    /// <summary>All scenarios of some files and folders, in the order of their paths.</summary>
    /// <exception cref="InputException">A path is not there, a file is no scenario, or two have one id.</exception>
    public static IReadOnlyList<Scenario> Read(IEnumerable<string> paths, HardwareFolder hardware)
    {
        List<Scenario> scenarios = [.. Files(paths).Select(file => ScenarioReader.Read(file, hardware))];
        Dictionary<string, string> ids = [];
        foreach (Scenario scenario in scenarios)
        {
            if (!ids.TryAdd(scenario.Id, scenario.Path))
            {
                throw new InputException(scenario.Path, 0, $"The id {scenario.Id} is that of {ids[scenario.Id]} too: give each its own.");
            }
        }

        return scenarios;
    }

    /// <summary>All files of some files and folders.</summary>
    /// <exception cref="InputException">A path is not there, or a folder has none.</exception>
    public static IReadOnlyList<string> Files(IEnumerable<string> paths)
    {
        List<string> files = [];
        foreach (string path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.Add(File.Exists(path) ? path : throw new InputException(path, 0, "There is no such file or folder: check its name."));
                continue;
            }

            string[] inside = [.. Directory.EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
            files.AddRange(inside.Length > 0 ? inside : throw new InputException(path, 0, "This folder has no scenario (*.yaml): name another."));
        }

        return files.Distinct().ToArray();
    }
}
