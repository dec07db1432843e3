using System.Collections.Immutable;
using System.Net.Http.Json;
using MesoPen.Host.Api;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.Patients.Screening;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Clinic.Site;
using MesoPen.Host.Records;
using MesoPen.Host.Station;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MesoPen.Tests;

/// <summary>
/// A served clinic with its own gates in which everything is as it must be: site, people, product, lot, vial, head, patient, screening, plan, consent.
/// The device is not there; what only it can tell is another matter.
/// </summary>
internal sealed class ReadyClinic : IAsyncDisposable
{
    private static readonly Signature Signed = new("ada", "Ada", DateTimeOffset.UnixEpoch, "signed", new string('0', 64));
    private readonly string _folder;
    private readonly SqliteSiteJournal _local;

    private ReadyClinic(string folder, ServedClinic served, SqliteSiteJournal local, CuttableJournal site, HttpClient client) =>
        (_folder, Served, _local, Site, Client) = (folder, served, local, site, client);

    public ServedClinic Served { get; }

    public CuttableJournal Site { get; }

    public HttpClient Client { get; }

    public HardwareCatalogue Hardware => Served.Services.GetRequiredService<HardwareCatalogue>();

    /// <param name="device">Name of the device in the folder; null if the settings name none.</param>
    public static async Task<ReadyClinic> StartAsync(string? device = "no-device")
    {
        string folder = Directory.CreateTempSubdirectory("mesopen-gates-").FullName;
        SqliteSiteJournal local = SqliteSiteJournal.Open(folder);
        CuttableJournal site = new(new MemorySiteJournal());
        ServedClinic served = await ServedClinic.StartAsync(
            site, options: usual => usual with { Device = device is null ? null : Path.Combine(folder, device) },
            more: builder => builder.Services.AddSingleton(new StationRecords(local, local)));
        ReadyClinic clinic = new(folder, served, local, site, await served.ClientAsync(Role.Clinician, "carla"));
        await clinic.FillAsync();
        return clinic;
    }

    /// <summary>Lets a rule decide in a clinician's name, who has just proved to be that person.</summary>
    public async Task<string> DoAsync(Func<ClinicState, Actor, Decision> rule)
    {
        (Decision decision, _) = await Served.Desk.DecideAsync(new Actor("carla", Role.Clinician, "station-1", default) { Fresh = true }, rule);
        Assert.Null(decision.Problem);
        return decision.Id;
    }

    public Task<HttpResponseMessage> OpenAsync() => Client.PostAsJsonAsync("/api/v1/sessions", new
    {
        patient_id = "P-0001", plan_id = "PL-1", plan_version = 1, vial_id = "V-1", head_id = "H-1", loaded_nl = 1_000_000,
    });

    public async ValueTask DisposeAsync()
    {
        Site.Cut = false;
        Client.Dispose();
        await Served.Services.GetRequiredService<IHost>().StopAsync();
        await Served.DisposeAsync();
        _local.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static ProductSheet Sheet() => new()
    {
        Name = "Hyaluronic acid", Manufacturer = "Example", Ingredients = [new Ingredient("Hyaluronic acid", IngredientClass.NonCrossLinkedHyaluronicAcid, [])],
        Allergens = [], AllowedZones = ["forehead"], DepthMaxUm = 1060, DepthSource = "a test", SessionMaxNl = 2_000_000, SessionSource = "a test",
        PointMaxNl = 50_000, PointSource = "a test", OpenHoursMax = 24, OpenSource = "a test",
    };

    private async Task FillAsync()
    {
        DateOnly far = new(2070, 12, 31);
        SitePolicy policy = SitePolicy.Empty with { ScreeningDays = 7, ConsentDays = 90 };
        PlanContent content = new(
            "HA", "gun-5", 100_000, 200, "a test", [new PlannedZone("forehead", "stamp", "repeat", 6, 20_000, 900, 90, 10_000, 112)],
            new Course(3, new Interval(14, 28)));
        await DoAsync((_, who) => Decision.Accept(
            "",
            new SitePolicyProposed("ada", "L-1", policy, 0, "first", Signed),
            new SitePolicyApproved("enno", "L-1", Signed),
            new CompetenceSignedOff("enno", "carla", "gun-5", far, Signed),
            new ProductDescribed("ada", "HA", 1, Sheet()),
            new LotReceived("ada", "L-1", "HA", null, "EX01", far, null, null),
            new VialReceived("ada", "V-1", "L-1", 5_000_000, null),
            new VialOpened("carla", "V-1"),
            new HeadTypeDescribed("ada", "HT-5", 1, "Five", null, 5, 150, 200, "a test"),
            new HeadReceived("ada", "H-1", "HT-5", "HL", far, null, null),
            new PatientRegistered("carla", "P-0001", "AB", 1980, Sex.Female, 3),
            new ProtocolMade("carla", "PR-1", "Face", content),
            new PlanMade("carla", "PL-1", "P-0001", "Face", "PR-1", 1, who.Today, content)));
        await DoAsync((state, who) => ScreeningRules.Take(
            state, "P-0001", new TakeScreening(ScreeningCatalogue.Version, [.. ScreeningCatalogue.All.Select(question => new ScreeningAnswer(question.Id, false))]),
            who, Hardware));
        string consent = await DoAsync((state, who) => ConsentRules.DrawUp(state, "P-0001", new DrawUpConsent("PL-1"), who));
        string hash = (await Served.Desk.ReadAsync()).Patients.ConsentOf("P-0001", "PL-1")!.Sha256;
        ImmutableArray<int> stroke = [10, 50, 40, 20, 70, 80, 100, 20, 130, 80, 160, 20, 190, 80, 220, 20, 250, 80];
        await DoAsync((state, who) => ConsentRules.SignByPatient(state, "P-0001", consent, new SignByPatient(hash, new Drawing(300, 100, [stroke])), who));
        await DoAsync((state, who) => ConsentRules.SignByClinician(state, "P-0001", consent, new SignByClinician(hash), who));
    }
}
