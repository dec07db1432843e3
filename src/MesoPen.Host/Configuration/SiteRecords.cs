using MesoPen.Host.Records;

namespace MesoPen.Host.Configuration;

/// <summary>The records that the settings name: the station's own, and the site's, which are the same unless a database is shared.</summary>
internal sealed class SiteRecords : IAsyncDisposable
{
    private readonly PostgresSiteJournal? _shared;

    private SiteRecords(SqliteSiteJournal own, PostgresSiteJournal? shared) => (Own, _shared) = (own, shared);

    /// <summary>The journal of this station's data folder.</summary>
    public SqliteSiteJournal Own { get; }

    /// <summary>The shared database; null if there is none.</summary>
    public PostgresSiteJournal? Shared => _shared;

    /// <summary>Where the clinic's rows are.</summary>
    public ISiteJournal Site => _shared ?? (ISiteJournal)Own;

    /// <summary>Opens them, and makes or brings up what is older.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="mustExist">Refuse a data folder that holds no journal, instead of making one.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <exception cref="Input.InputException">They are damaged, none, or from the future.</exception>
    /// <exception cref="RecordStoreException">Another process writes to the folder, or the database cannot be reached.</exception>
    public static async Task<SiteRecords> OpenAsync(SettingsFile settings, bool mustExist, CancellationToken cancel)
    {
        string folder = settings.Need(SettingsCatalogue.Data);
        if (mustExist && settings[SettingsCatalogue.Database] is null && !File.Exists(Path.Combine(folder, "journal.db")))
        {
            throw new Input.InputException(folder, 0, "No clinic was begun here: check the folder, or begin one with mesopen site init.");
        }

        SqliteSiteJournal own = SqliteSiteJournal.Open(folder);
        PostgresSiteJournal? shared = null;
        try
        {
            if (settings[SettingsCatalogue.Database] is { } database)
            {
                shared = PostgresSiteJournal.At(database);
                await shared.PrepareAsync(cancel);
            }

            return new SiteRecords(own, shared);
        }
        catch
        {
            await own.DisposeAsync();
            if (shared is not null)
            {
                await shared.DisposeAsync();
            }

            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_shared is not null)
        {
            await _shared.DisposeAsync();
        }

        await Own.DisposeAsync();
    }
}
