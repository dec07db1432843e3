using System.Diagnostics;

namespace MesoPen.Tests.Host.Records;

/// <summary>A real file system of a few hundred KiB, in memory. Needs the right to mount, which the machines that run these tests give.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    /// <summary>Null where mounting is not permitted.</summary>
    public static SmallDisk? Mount(int kib)
    {
        string path = Directory.CreateTempSubdirectory("mesopen-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={kib}k"), "tmpfs", path))
        {
            return new SmallDisk(path);
        }

        Directory.Delete(path);
        return null;
    }

    /// <summary>Makes it read-only, or writable again.</summary>
    public void Remount(bool readOnly) => Assert.True(Run("mount", "-o", readOnly ? "remount,ro" : "remount,rw", Path));

    /// <summary>Takes all space that is left.</summary>
    public void Fill()
    {
        using FileStream filler = new(System.IO.Path.Combine(Path, "filler"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1);
        byte[] block = new byte[4096];
        try
        {
            while (true)
            {
                filler.Write(block);
            }
        }
        catch (IOException)
        {
            // Full, as wished.
        }
    }

    /// <summary>Gives the space back.</summary>
    public void Free() => File.Delete(System.IO.Path.Combine(Path, "filler"));

    public void Dispose()
    {
        Run("umount", "-l", Path);
        Directory.Delete(Path);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
