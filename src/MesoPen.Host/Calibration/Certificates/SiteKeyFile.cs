using System.Security.Cryptography;
using System.Text;
using MesoPen.Host.Input;

namespace MesoPen.Host.Calibration;

/// <summary>The private key of a site in its data folder, for its owner's eyes alone. Made at first need; lost, a new one is made and recorded.</summary>
internal static class SiteKeyFile
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string Name = "certificate-key.pem";

    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The key of a data folder; a new one if there is none yet.</summary>
    /// <exception cref="InputException">The file cannot be read or written, is no key, or others may read it.</exception>
    public static SiteKey Open(string folder) => Open(folder, Write);

    /// <summary>The same, with another way to write a new file in full, which must not exist before.</summary>
    public static SiteKey Open(string folder, Action<string, string> write)
    {
        string path = Path.Combine(folder, Name);
        try
        {
            return File.Exists(path) ? Read(path) : Make(path, write);
        }
        catch (IOException failure) when (File.Exists(path))
        {
            // Another process made it between the two looks: that one is the site's.
            return ReadAfter(path, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                path, 0, $"The site's key cannot be read or made ({failure.Message}): see to it that the data folder may be written to.", failure);
        }
    }

    private static SiteKey ReadAfter(string path, IOException failure)
    {
        try
        {
            return Read(path);
        }
        catch (Exception again) when (again is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, 0, $"The site's key cannot be read ({failure.Message}).", again);
        }
    }

    private static SiteKey Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerAlone) != 0)
        {
            throw new InputException(path, 0, $"Others than its owner may use the site's key, so its signatures prove nothing: chmod 600 {path}");
        }

        try
        {
            return SiteKey.FromPem(File.ReadAllText(path));
        }
        catch (Exception none) when (none is ArgumentException or CryptographicException)
        {
            throw new InputException(
                path, 0, "This is not a private key on P-256 in PEM: put the right file back, or move this one away to have a new key made.", none);
        }
    }

    /// <summary>
    /// Makes one. It gets its name when it stands on the disk as a whole: half a key, of a disk that was full, would keep the site from ever having
    /// another. The name is given only if nobody has it.
    /// </summary>
    private static SiteKey Make(string path, Action<string, string> write)
    {
        string unnamed = $"{path}.{Guid.NewGuid():N}";
        SiteKey key = SiteKey.Make();
        try
        {
            write(unnamed, key.ToPem());
            File.Move(unnamed, path, overwrite: false);
            return key;
        }
        catch
        {
            key.Dispose();
            File.Delete(unnamed);
            throw;
        }
    }

    private static void Write(string path, string text)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerAlone;
        }

        using FileStream stream = new(path, options);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }
}
