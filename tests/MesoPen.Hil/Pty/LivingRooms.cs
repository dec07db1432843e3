namespace MesoPen.Hil;

/// <summary>Processes and folders of runs under way: when this program is told to end, none of them outlives it.</summary>
internal sealed class LivingRooms
{
    private readonly HashSet<ChildProcess> _children = [];
    private readonly HashSet<string> _folders = [];
    private readonly object _gate = new();
    private bool _closed;

    /// <summary>Starts a process, unless the end has come.</summary>
    public ChildProcess Start(IReadOnlyList<string> command, IEnumerable<string> arguments, Action news)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            ChildProcess child = new(command, arguments, news);
            _children.Add(child);
            return child;
        }
    }

    /// <summary>Ends a process, if it has not ended.</summary>
    public void End(ChildProcess child)
    {
        lock (_gate)
        {
            _children.Remove(child);
        }

        child.Dispose();
    }

    /// <summary>Makes a folder for a run.</summary>
    public string NewFolder()
    {
        string folder = Directory.CreateTempSubdirectory("mesopen-hil-").FullName;
        lock (_gate)
        {
            _folders.Add(folder);
        }

        return folder;
    }

    /// <summary>Takes a run's folder away.</summary>
    public void Delete(string folder)
    {
        lock (_gate)
        {
            _folders.Remove(folder);
        }

        Remove(folder);
    }

    /// <summary>This program is told to end: kills what runs and takes the folders away.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (ChildProcess child in _children)
            {
                child.Kill();
            }

            foreach (string folder in _folders)
            {
                Remove(folder);
            }
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A process that was killed a moment ago may have put a last file there. What is left lies in the temporary folder.
        }
    }
}
