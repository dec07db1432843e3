namespace MesoPen.Hil;

/// <summary>Plants all defects, builds the copy, and lets each be sought in a process of its own.</summary>
/// <param name="root">The repository.</param>
/// <param name="seeds">How many seeds each has to escape.</param>
/// <param name="jobs">Processes at a time.</param>
/// <param name="output">Where the table goes.</param>
internal sealed class DefectHunt(string root, int seeds, int jobs, TextWriter output)
{
    /// <summary>Whether every defect was caught, the sound program passed, and the page is what it should be.</summary>
    /// <exception cref="MesoPen.Host.Input.InputException">A defect does not fit the sources any more.</exception>
    /// <exception cref="InvalidOperationException">The copy does not build, or a process ended without a verdict.</exception>
    public bool Run(IReadOnlyList<string> only, bool check, bool write)
    {
        IReadOnlyList<Defect> all = DefectReader.ReadFolder(Path.Combine(root, "tests", "defects"));
        DefectCopy copy = new(root);
        copy.Plant(all);
        if (copy.Build() is { } said)
        {
            throw new InvalidOperationException($"The copy with the defects does not build:\n{said}");
        }

        Defect[] sought = [.. all.Where(defect => only.Count == 0 || only.Contains(defect.Id))];
        DefectVerdict[] verdicts = new DefectVerdict[sought.Length + 1];
        Parallel.For(0, verdicts.Length, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i =>
            verdicts[i] = DefectSeek.Start(copy.Program, root, i < sought.Length ? sought[i].Id : null, seeds));
        (Defect, DefectVerdict)[] found = [.. sought.Zip(verdicts)];
        foreach ((Defect defect, DefectVerdict verdict) in found)
        {
            output.WriteLine($"{(verdict.Caught ? "caught " : "ESCAPED")} {defect.Id} {defect.Room,-8} {verdict.By,-12} seed {verdict.Seed,3} {verdict.Ms,6} ms  {defect.Title}");
        }

        DefectVerdict sound = verdicts[^1];
        output.WriteLine(sound.Caught ? $"The sound program FAILED: seed {sound.Seed}, {sound.By}: {sound.Sentence}" : $"The sound program passed {seeds} seeds.");
        bool right = !sound.Caught && found.All(each => each.Item2.Caught);
        right = Page(DefectPage.Of(found, seeds), check, write) && right;
        int caught = found.Count(each => each.Item2.Caught) + (sound.Caught ? 0 : 1);
        output.WriteLine($"{caught} passed, {found.Length + 1 - caught} failed, 0 skipped");
        return right;
    }

    private bool Page(string page, bool check, bool write)
    {
        string path = Path.Combine(root, DefectPage.Path);
        if (write)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, page);
        }

        bool same = !check || (File.Exists(path) && File.ReadAllText(path) == page);
        if (!same)
        {
            output.WriteLine($"{DefectPage.Path} is not what was found: read the table above, then mesopen-hil defects --write.");
        }

        return same;
    }
}
