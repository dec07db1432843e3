using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MesoPen.Host.Input;
using Microsoft.Data.Sqlite;

namespace MesoPen.Host.Records;

/// <summary>
/// A copy of a journal in one file: a zip archive of a manifest and the journal, as SQLite file or as lines of JSON. What goes in was checked, and
/// what comes out is checked again before it is put anywhere.
/// </summary>
internal static class Backup
{
    private const string Again = "make another with backup create.";

    /// <summary>Copies the journal of a data folder, also while it is in use.</summary>
    /// <exception cref="InputException">The journal is broken or missing, or the file is there already.</exception>
    /// <exception cref="RecordStoreException">Something cannot be read or written.</exception>
    public static BackupManifest Create(string file, string folder, DateTimeOffset now)
    {
        Refuse(file);
        using WorkFolder work = new();
        string copy = JournalFile.PathIn(work.Path);
        using (SqliteConnection from = JournalFile.Open(folder, SqliteOpenMode.ReadOnly))
        {
            SqliteMigrations.CopyTo(from, copy);
        }

        JournalVerdict verdict = OfFolder(work.Path, null);
        return verdict.Broken is null ? Pack(file, copy, verdict.Head, now) : throw Broken(JournalFile.PathIn(folder), verdict.Broken);
    }

    /// <summary>Copies the journal of a database, also while it is in use.</summary>
    /// <inheritdoc cref="Create" path="/exception"/>
    public static async Task<BackupManifest> CreateAsync(string file, PostgresSiteJournal journal, DateTimeOffset now, CancellationToken cancel)
    {
        Refuse(file);
        using WorkFolder work = new();
        string lines = Path.Combine(work.Path, BackupManifest.RowsContent);
        ChainCheck check = new(null);
        BrokenLink? unread;
        await using (StreamWriter writer = new(lines, append: false, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            unread = await journal.EachAsync(
                row =>
                {
                    writer.WriteLine(BackupRows.Write(row));
                    return check.Take(row);
                },
                cancel).ConfigureAwait(false);
        }

        return (check.Broken ?? unread) is { } broken ? throw Broken(journal.Name, broken) : Pack(file, lines, check.Head, now);
    }

    /// <summary>Checks a backup's hashes and every link of the chain in it.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="head">A hash kept elsewhere, which must stand in the chain; null if there is none.</param>
    /// <exception cref="InputException">It is no backup, or is damaged.</exception>
    /// <exception cref="RecordStoreException">It cannot be read.</exception>
    public static (BackupManifest Manifest, JournalVerdict Verdict) Verify(string file, string? head)
    {
        using WorkFolder work = new();
        return Unpack(file, head, work);
    }

    /// <summary>Puts a data folder's backup into a folder that is empty or not there yet.</summary>
    /// <exception cref="InputException">It is no such backup, or the folder holds something.</exception>
    /// <exception cref="RecordStoreException">Something cannot be read or written.</exception>
    public static BackupManifest Restore(string file, string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new InputException(folder, 0, "A backup is restored into a new or an empty folder, and this is neither: name another with --data.");
        }

        using WorkFolder work = new();
        BackupManifest manifest = Sound(file, work);
        if (manifest.Content != BackupManifest.SqliteContent)
        {
            throw new InputException(file, 0, "This is the backup of a database: restore it into an empty database with --database.");
        }

        return Guarded(file, () =>
        {
            // Under another name until it is whole and on the disk: a journal.db that exists is a good one.
            Directory.CreateDirectory(folder);
            string fresh = JournalFile.PathIn(folder) + ".new";
            CopyToDisk(JournalFile.PathIn(work.Path), fresh);
            File.Move(fresh, JournalFile.PathIn(folder));
            return manifest;
        });
    }

    /// <summary>Puts a backup, of a database or of a data folder, into a database whose journal is empty.</summary>
    /// <exception cref="InputException">It is no backup.</exception>
    /// <exception cref="RecordStoreException">There are records already, or something cannot be read or written.</exception>
    public static async Task<BackupManifest> RestoreAsync(string file, PostgresSiteJournal journal, CancellationToken cancel)
    {
        using WorkFolder work = new();
        BackupManifest manifest = Sound(file, work);
        await journal.RestoreAsync(() => Rows(work, manifest), cancel).ConfigureAwait(false);
        return manifest;
    }

    private static IEnumerable<JournalRow> Rows(WorkFolder work, BackupManifest manifest)
    {
        if (manifest.Content == BackupManifest.RowsContent)
        {
            return BackupRows.Read(Path.Combine(work.Path, manifest.Content));
        }

        using JournalReader reader = JournalReader.Open(work.Path);
        return reader.Read();
    }

    private static BackupManifest Sound(string file, WorkFolder work)
    {
        (BackupManifest manifest, JournalVerdict verdict) = Unpack(file, null, work);
        return verdict.Broken is null ? manifest : throw Broken(file, verdict.Broken);
    }

    private static (BackupManifest Manifest, JournalVerdict Verdict) Unpack(string file, string? head, WorkFolder work)
    {
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(file);
            using Stream json = (archive.GetEntry(BackupManifest.Entry) ?? throw new InvalidDataException("It has no manifest.")).Open();
            BackupManifest manifest = BackupManifest.Parse(json);
            if (manifest.Format != BackupManifest.KnownFormat || manifest.Content is not (BackupManifest.SqliteContent or BackupManifest.RowsContent))
            {
                throw new InputException(file, 0, $"The backup has format {manifest.Format}, and this program knows {BackupManifest.KnownFormat}: use a newer program.");
            }

            string content = Path.Combine(work.Path, manifest.Content);
            (archive.GetEntry(manifest.Content) ?? throw new InvalidDataException("It has no journal.")).ExtractToFile(content);
            if (new FileInfo(content).Length != manifest.ContentBytes || Sha256(content) != manifest.ContentSha256)
            {
                throw new InputException(file, 0, $"The backup is damaged: its journal is not the one that its manifest names; {Again}");
            }

            JournalVerdict verdict = manifest.Content == BackupManifest.SqliteContent ? OfFolder(work.Path, head) : OfRows(content, head);
            return verdict.Broken is null && verdict.Head != new JournalHead(manifest.Records, manifest.Head)
                ? throw new InputException(file, 0, $"The backup is damaged: its journal does not end as its manifest says; {Again}")
                : (manifest, verdict);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or JsonException or NotSupportedException)
        {
            throw new InputException(file, 0, $"This is no backup, or it is damaged ({damaged.Message.TrimEnd('.')}): {Again}", damaged);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RecordStoreException($"The backup {file} cannot be read ({failure.Message}): check its path.", failure);
        }
    }

    private static JournalVerdict OfFolder(string folder, string? head)
    {
        using JournalReader reader = JournalReader.Open(folder);
        return reader.Verify(head);
    }

    private static JournalVerdict OfRows(string lines, string? head)
    {
        ChainCheck check = new(head);
        bool whole = BackupRows.Read(lines).All(check.Take);
        return new JournalVerdict(check.Head, whole ? check.HeadMissing : check.Broken);
    }

    private static BackupManifest Pack(string file, string content, JournalHead head, DateTimeOffset now) => Guarded(file, () =>
    {
        string name = Path.GetFileName(content);
        BackupManifest manifest = new(BackupManifest.KnownFormat, now, name, new FileInfo(content).Length, Sha256(content), head.Sequence, head.Hash);
        string fresh = file + ".new";
        using (FileStream stream = new(fresh, FileMode.Create, FileAccess.Write))
        {
            using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
            {
                using (Stream json = archive.CreateEntry(BackupManifest.Entry).Open())
                {
                    json.Write(manifest.ToJson());
                }

                archive.CreateEntryFromFile(content, name, CompressionLevel.Fastest);
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, file);
        return manifest;
    });

    private static void CopyToDisk(string from, string to)
    {
        using FileStream source = File.OpenRead(from);
        using FileStream target = new(to, FileMode.Create, FileAccess.Write);
        source.CopyTo(target);
        target.Flush(flushToDisk: true);
    }

    private static T Guarded<T>(string file, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RecordStoreException($"{file}: the copy cannot be written ({failure.Message}): make room and make the folder writable.", failure);
        }
    }

    private static void Refuse(string file)
    {
        if (Path.Exists(file))
        {
            throw new InputException(file, 0, "This is there already, and a backup is never written over: name another file.");
        }
    }

    private static InputException Broken(string where, BrokenLink broken) =>
        new(where, 0, $"The journal is not as it was written, from row {broken.Sequence} on. {broken.Reason} records verify says more.");

    private static string Sha256(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>A folder for what is in the making; gone afterwards.</summary>
    private sealed class WorkFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("mesopen-backup-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
