using System.CommandLine;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Configuration;
using MesoPen.Host.Connection;
using MesoPen.Host.Input;
using MesoPen.Host.Links;
using MesoPen.Host.Records;

namespace MesoPen.Host.Cli;

/// <summary>A bench without a server: the journal is open, nobody else writes to it.</summary>
internal sealed class BenchPlace : IAsyncDisposable
{
    private readonly SiteRecords? _records;
    private readonly ISiteJournal _journal;

    private BenchPlace(ISiteJournal journal, SiteRecords? records, string station, TimeProvider clock)
    {
        (_journal, _records, Station, Desk) = (journal, records, station, new ClinicDesk(journal, clock));
    }

    /// <summary>The clinic.</summary>
    public ClinicDesk Desk { get; }

    /// <summary>Id of the station.</summary>
    public string Station { get; }

    /// <summary>Opens the journal that the settings name.</summary>
    public static async Task<BenchPlace> OpenAsync(SettingsFile settings, TimeProvider clock, CancellationToken cancel)
    {
        SiteRecords records = await SiteRecords.OpenAsync(settings, mustExist: false, cancel);
        return new BenchPlace(records.Site, records, settings.Need(SettingsCatalogue.Station), clock);
    }

    /// <summary>A bench whose journal is thrown away with its folder.</summary>
    public static BenchPlace Passing(string folder, TimeProvider clock) => new(SqliteSiteJournal.Open(folder), null, "bench", clock);

    /// <summary>Who acts: where people work here, one of them, who is an engineer; else whoever may write the folder.</summary>
    /// <exception cref="InputException">It is nobody who may.</exception>
    public async Task<Actor> WhoAsync(string person, Role needed, CancellationToken cancel)
    {
        PeopleState people = (await Desk.ReadAsync(cancel)).People;
        if (people.All.IsEmpty)
        {
            return new Actor(person, Role.Engineer, Station, default);
        }

        return people.All.GetValueOrDefault(person) is { Active: true } known && (known.Roles & needed) != Role.None
            ? new Actor(person, known.Roles, Station, default)
            : throw new InputException("--person", 0, $"{person} is nobody here who may do this: {string.Join(" or ", RoleWords.List(needed)).ToLowerInvariant()} is needed.");
    }

    /// <summary>Lets a rule decide; a refusal is bad input.</summary>
    /// <exception cref="InputException">The rule refuses.</exception>
    public async Task<(string Id, ClinicState State)> DecideAsync(Actor who, Func<ClinicState, Actor, Decision> rule)
    {
        (Decision decision, ClinicState state) = await Desk.DecideAsync(who, rule);
        return decision.Problem is { } problem
            ? throw new BenchRefusedException(problem)
            : (decision.Id, state);
    }

    /// <summary>Enters the reference instruments of a file.</summary>
    /// <exception cref="InputException">The file is none.</exception>
    public async Task EnterReferencesAsync(Actor who, string path)
    {
        try
        {
            ReferenceInstrument[] references = JsonSerializer.Deserialize<ReferenceInstrument[]>(await File.ReadAllTextAsync(path), ClinicJson.Options) ?? [];
            foreach (ReferenceInstrument reference in references)
            {
                await DecideAsync(who, (state, actor) => ReferenceRules.Save(state, reference, actor));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InputException(path, 0, $"The file of reference instruments cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Does what is left of a calibration. Ctrl-C and the like stop the device and let the bench rest.</summary>
    public async Task<BenchEnd> MeasureAsync(
        string calibrationId, ThreadCalibrationDevice device, IBenchHand hand, TimeProvider clock, Action<BenchProgress> show, CancellationToken cancel)
    {
        using CancellationTokenSource rest = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            _ = StopAsync();
        }

        // The device first: what goes on at the bench is given up when it stands.
        async Task StopAsync()
        {
            await device.StopAsync();
            await rest.CancelAsync();
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using PosixSignalRegistration hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        CalibrationRun run = (await Desk.ReadAsync(cancel)).Calibrations.All[calibrationId];
        using IInstrument instrument = CalibrationBeginning.InstrumentOf(run, hand, clock);
        CalibrationEngine engine = new(new BenchRecorder(Desk, Station), device, instrument, hand, clock, show);
        return await engine.RunAsync(calibrationId, rest.Token);
    }

    /// <summary>The way to a device.</summary>
    /// <exception cref="InputException">The address is none.</exception>
    public static ThreadCalibrationDevice Reach(string address, ExpectedDevice expected, TimeProvider clock) =>
        new(DeviceAddress.Parse(address), expected, clock);

    /// <summary>The profiles of a folder, by id.</summary>
    public static ImmutableSortedDictionary<string, DeviceProfile> Profiles(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.yaml").Select(DeviceProfile.Load).ToImmutableSortedDictionary(profile => profile.Id, profile => profile, StringComparer.Ordinal)
        : throw new InputException(folder, 0, "There is no such folder of device profiles: check its name.");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Desk.Dispose();
        await (_records?.DisposeAsync() ?? _journal.DisposeAsync());
    }
}
