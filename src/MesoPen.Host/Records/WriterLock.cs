using System.Globalization;

namespace MesoPen.Host.Records;

/// <summary>
/// Lets one process at a time write to a data folder: <c>journal.lock</c> is held open for as long as this object lives, and the
/// operating system lets go of it when the process dies, however it dies.
/// </summary>
/// <remarks>The holder's process id stands in <c>journal.owner</c>: the locked file itself cannot be read by others.</remarks>
internal sealed class WriterLock : IDisposable
{
    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows: how the runtime reports a lock held by somebody else.
    private static readonly int[] SharingErrors = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _lock;
    private readonly string _directory;

    private WriterLock(FileStream held, string directory) => (_lock, _directory) = (held, directory);

    /// <summary>Takes the lock.</summary>
    /// <exception cref="RecordStoreException">Another process holds it, or the folder cannot be written.</exception>
    public static WriterLock Take(string directory)
    {
        string owner = Path.Combine(directory, "journal.owner");
        FileStream? held = null;
        try
        {
            held = new FileStream(
                Path.Combine(directory, "journal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new WriterLock(held, directory);
        }
        catch (IOException held_) when (held is null && SharingErrors.Contains(held_.HResult))
        {
            throw new RecordStoreException(
                $"{Holder(owner)} writes to {directory} already: let it end, or name another folder with --data.", held_);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            held?.Dispose();
            throw NotWritable(directory, failure);
        }
    }

    /// <summary>Writes down who holds it, once it is known that the folder will be written to.</summary>
    /// <exception cref="RecordStoreException">The folder cannot be written.</exception>
    public void Sign()
    {
        try
        {
            File.WriteAllText(Path.Combine(_directory, "journal.owner"), Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(_directory, failure);
        }
    }

    /// <summary>Lets go.</summary>
    public void Dispose() => _lock.Dispose();

    private static RecordStoreException NotWritable(string directory, Exception failure) => new(
        $"The data folder {directory} cannot be written ({failure.Message}): make it writable or name another with --data.", failure);

    private static string Holder(string owner)
    {
        try
        {
            return int.TryParse(File.ReadAllText(owner), NumberStyles.None | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int pid)
                ? $"Process {pid.ToString(CultureInfo.InvariantCulture)}"
                : "Another process";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "Another process";
        }
    }
}
