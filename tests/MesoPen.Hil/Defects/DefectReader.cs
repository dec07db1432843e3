using MesoPen.Host.Input;

namespace MesoPen.Hil;

/// <summary>Reads <c>tests/defects/*.yaml</c>, and puts defects into the text of source files.</summary>
internal static class DefectReader
{
    private static readonly string[] Keys = ["id", "title", "room", "needs", "edits"];
    private static readonly string[] EditKeys = ["file", "find", "replace"];

    /// <summary>All defects of a folder, by id.</summary>
    /// <exception cref="InputException">A file is not what it must be, or an id stands twice.</exception>
    public static IReadOnlyList<Defect> ReadFolder(string folder)
    {
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : throw new InputException(folder, 0, "There is no such folder of defects.");
        SortedDictionary<string, Defect> defects = new(StringComparer.Ordinal);
        foreach (string file in files.Order(StringComparer.Ordinal))
        {
            Defect defect = Read(InputFile.Read(file));
            if (!defects.TryAdd(defect.Id, defect))
            {
                throw new InputException(file, 0, $"Another file has the id {defect.Id}: give it one of its own.");
            }
        }

        return [.. defects.Values];
    }

    /// <summary>One defect.</summary>
    /// <exception cref="InputException">The file is not what it must be.</exception>
    public static Defect Read(InputFile file)
    {
        InputMap map = YamlTree.Read(file);
        Check(file, map, Keys);
        string room = Text(file, map, "room");
        if (!Defect.Rooms.Contains(room))
        {
            throw new InputException(file.Path, map.Find("room")!.Line, $"room is {room}: allowed are {string.Join(", ", Defect.Rooms)}.");
        }

        List<DefectEdit> edits = [];
        foreach (InputNode item in map.Find("edits") is InputList { Items.Count: > 0 } list ? list.Items : throw new InputException(file.Path, map.Line, "edits must be a list with at least one item."))
        {
            InputMap edit = item as InputMap ?? throw new InputException(file.Path, item.Line, $"An edit is a mapping with {string.Join(", ", EditKeys)}.");
            Check(file, edit, EditKeys);
            edits.Add(new DefectEdit(Text(file, edit, "file"), Text(file, edit, "find"), Text(file, edit, "replace")));
        }

        Defect defect = new(Text(file, map, "id"), Text(file, map, "title"), room, Text(file, map, "needs"), edits);
        foreach (DefectEdit edit in edits)
        {
            RequireSwitch(file, map, defect, edit);
        }

        return defect;
    }

    /// <summary>Puts the edits of all defects that concern a file into its text.</summary>
    /// <exception cref="InputException">What is to be found does not stand exactly once, or two defects want the same place.</exception>
    public static string Plant(string path, string text, IEnumerable<Defect> defects)
    {
        List<(int At, DefectEdit Edit, string Id)> places = [];
        foreach (Defect defect in defects)
        {
            foreach (DefectEdit edit in defect.Edits.Where(edit => edit.File == path))
            {
                int at = text.IndexOf(edit.Find, StringComparison.Ordinal);
                if (at < 0 || text.IndexOf(edit.Find, at + 1, StringComparison.Ordinal) >= 0)
                {
                    string times = at < 0 ? "does not stand" : "stands more than once";
                    throw new InputException(path, 0, $"{defect.Id}: what is to be found {times} in this file. The code has moved on; write the defect anew.");
                }

                places.Add((at, edit, defect.Id));
            }
        }

        places.Sort((a, b) => b.At.CompareTo(a.At));
        for (int i = 0; i < places.Count; i++)
        {
            (int at, DefectEdit edit, string id) = places[i];
            if (i + 1 < places.Count && places[i + 1].At + places[i + 1].Edit.Find.Length > at)
            {
                throw new InputException(path, 0, $"{id} and {places[i + 1].Id} change the same place: write one of them anew.");
            }

            text = text[..at] + edit.Replace + text[(at + edit.Find.Length)..];
        }

        return text;
    }

    private static void RequireSwitch(InputFile file, InputMap map, Defect defect, DefectEdit edit)
    {
        if (!edit.Replace.Contains(defect.Switch, StringComparison.Ordinal))
        {
            throw new InputException(file.Path, map.Line, $"The edit of {edit.File} must ask {defect.Switch}: without that it would act always.");
        }

        if (!edit.File.StartsWith($"MesoPen.{defect.Room}/", StringComparison.Ordinal))
        {
            throw new InputException(file.Path, map.Line, $"{edit.File} is not in the room {defect.Room}.");
        }
    }

    private static void Check(InputFile file, InputMap map, string[] allowed)
    {
        foreach ((InputScalar key, _) in map.Entries)
        {
            if (!allowed.Contains(key.Text))
            {
                throw new InputException(file.Path, key.Line, $"Unknown key {key.Text}: allowed are {string.Join(", ", allowed)}.");
            }
        }
    }

    private static string Text(InputFile file, InputMap map, string key) => map.Find(key) switch
    {
        InputScalar { Text.Length: > 0 } scalar => scalar.Text,
        { } other => throw new InputException(file.Path, other.Line, $"{key} must be a text."),
        null => throw new InputException(file.Path, map.Line, $"{key} is missing: add it."),
    };
}
