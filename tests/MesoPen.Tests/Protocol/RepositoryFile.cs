namespace MesoPen.Tests.Protocol;

/// <summary>Finds the files that stand beside the code, by walking up from the test's own folder to the solution.</summary>
internal static class RepositoryFile
{
    public static string ReadAllText(string path) => File.ReadAllText(PathOf(path));

    /// <summary>The full path of a file or folder of the repository.</summary>
    public static string PathOf(string path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MesoPen.sln")))
        {
            folder = folder.Parent;
        }

        return folder is null
            ? throw new DirectoryNotFoundException($"{AppContext.BaseDirectory} is not within the repository.")
            : Path.Combine(folder.FullName, path);
    }
}
