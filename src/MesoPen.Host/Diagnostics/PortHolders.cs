using System.Globalization;

namespace MesoPen.Host.Diagnostics;

/// <summary>Finds the programs that run and that have a port open, by what the kernel shows of them. Descriptors of other users' programs are hidden unless root looks.</summary>
/// <param name="proc">Where the kernel's view of processes is: /proc, or a tree made for a test.</param>
internal sealed class PortHolders(string proc)
{
    /// <summary>Who holds the port at <paramref name="path"/>, by process number.</summary>
    public IReadOnlyList<PortHolder> Of(string path)
    {
        string node = NodeOf(path);
        List<PortHolder> holders = [];
        foreach (string process in Entries(proc, directories: true))
        {
            if (int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out int id) && Holds(process, node))
            {
                holders.Add(new PortHolder(id, ProgramOf(process)));
            }
        }

        holders.Sort(static (one, other) => one.ProcessId.CompareTo(other.ProcessId));
        return holders;
    }

    /// <summary>Whether a program of that name runs (the kernel keeps the first 15 characters of a name).</summary>
    public bool Runs(string program) => Entries(proc, directories: true).Any(process =>
        char.IsAsciiDigit(Path.GetFileName(process)[0]) && File.Exists(Path.Combine(process, "comm")) && ProgramOf(process) == program);

    private static bool Holds(string process, string node)
    {
        foreach (string descriptor in Entries(Path.Combine(process, "fd"), directories: false))
        {
            try
            {
                if (new FileInfo(descriptor).LinkTarget == node)
                {
                    return true;
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Closed meanwhile, or not ours to see.
            }
        }

        return false;
    }

    private static string NodeOf(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        }
        catch (IOException)
        {
            return path;
        }
    }

    private static string ProgramOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "comm")).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "a program";
        }
    }

    private static string[] Entries(string folder, bool directories)
    {
        try
        {
            return directories ? Directory.GetDirectories(folder) : Directory.GetFileSystemEntries(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
