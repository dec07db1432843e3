using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Outcomes;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Records;

namespace MesoPen.Tests;

/// <summary>What a journal holds after one treatment with a mixture of two lots: the clinic's events and the treatment's own rows.</summary>
internal static class TreatedClinic
{
    public const string Session = "20250506-090000-ab12";

    private const string Sha = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static readonly DateTimeOffset Began = new(2025, 5, 6, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Clinic events up to the opening of the session.</summary>
    public static IReadOnlyList<ClinicEvent> Before { get; } =
    [
        new PersonAdded("setup", "mira", "Mira Okafor", Role.Clinician),
        new PatientRegistered("mira", "P-1", "AB", 1980, Sex.Female, 3),
        Product("ha", "Hyaluron 1 %", "hyaluronic acid"),
        Product("vit-c", "Vitamin C", "ascorbic acid"),
        new LotReceived("mira", "lot-1", "ha", null, "L-1", new DateOnly(2026, 2, 28), null, null),
        new LotReceived("mira", "lot-9", "vit-c", null, "L-9", new DateOnly(2026, 1, 31), null, null),
        new VialReceived("mira", "V-1", "lot-1", 2_000_000),
        new VialReceived("mira", "V-9", "lot-9", 2_000_000),
        new MixtureMade("mira", "M-1", [new MixturePart("V-1", 1_500_000), new MixturePart("V-9", 500_000)]),
        new HeadTypeDescribed("mira", "five", 1, "Five needles", null, 5, 300, 500, "clinic's own"),
        new HeadReceived("mira", "H-1", "five", "HL-3", new DateOnly(2027, 1, 31), null, null),
        new ConsentDrawnUp("mira", "P-1", "C-1", new ConsentBinding("P-1", "PL-1", 1, Sha, ["forehead", "neck"], "ha", ["vit-c"], Sha, "standard", 2, Sha), Sha),
        new ConsentSignedByPatient("mira", "P-1", "C-1", Sha, new Drawing(100, 50, [[1, 2, 3, 4]])),
        new ConsentSignedByClinician("mira", "P-1", "C-1", new Signature("mira", "Mira Okafor", Began.AddMinutes(-5), "consent explained", Sha)),
        new SessionOpened(
            "mira", new TreatmentIntent(Session, "mira", "P-1", "PL-1", 1, "M-1", "H-1", "gun-5", 5), [new BasisItem("consent", "C-1", "1", Sha)], "station-1", "tcp://x"),
        new SessionDeviceKnown("station-1", Session, "SN-77", "1.4.2", "gun-5", new DateOnly(2025, 5, 6)),
    ];

    /// <summary>Rows of the treatment itself.</summary>
    public static IReadOnlyList<RecordEntry> Rows { get; } =
    [
        new(Session, At(1), "session-opened", """{"person":"mira","plan_id":"PL-1"}"""),
        Shot(2, 101, "forehead", "unknown", 10_000),
        Shot(3, 101, "forehead", "delivered", 9_990),
        Shot(4, 102, "forehead", "delivered", 10_010),
        Shot(6, 103, "neck", "unknown", 5_000),
        new(Session, At(7), "unknown-settled", """{"person":"mira","reason":"the device is broken"}"""),
        new(Session, At(8), "decision", """{"what":"stopped","text":"by the clinician"}"""),
        new(Session, At(9), "session-closed", """{"outcome":"ended-early"}"""),
    ];

    /// <summary>Clinic events from the end of the session on.</summary>
    public static IReadOnlyList<ClinicEvent> After { get; } =
    [
        new SessionEnded("mira", Session, "ended-early",
            [new ZoneGiven("forehead", 2, 2, 0, 0, 20_000, 0, 1500, 10_000), new ZoneGiven("neck", 5, 0, 1, 0, 0, 5_000, 1200, 5_000)], 50_000, 1_900_000, 3, 20, Sha),
        new OutcomeMeasured("mira", "O-00000001", "P-1", new OutcomeDetails("forehead", Measure.Hydration, "41.30", "[arb'U]", new DateOnly(2025, 5, 20), "Corneometer", SessionId: Session)),
        new OutcomeMeasured("mira", "O-00000002", "P-1", new OutcomeDetails("forehead", Measure.Hydration, "99", "[arb'U]", new DateOnly(2025, 5, 20), "Corneometer", SessionId: Session)),
        new OutcomeWithdrawn("mira", "O-00000002", "misread"),
        new AdverseEventReported("mira", "AE-00000001", "P-1", new AdverseEventDetails(
            new DateOnly(2025, 5, 18), "Nodule", false, Severity.Mild, Relation.Possible, AdverseEventOutcome.Ongoing, Zone: "forehead", SessionId: Session, FirstShot: 101,
            LastShot: 102, ProductId: "ha", Lot: "L-1", HeadId: "H-1", DeviceSerial: "SN-77")),
    ];

    /// <summary>Writes all of it.</summary>
    public static async Task WriteAsync(ISiteJournal journal)
    {
        await journal.AppendAsync([.. Before.Select(each => ClinicEventCodec.Encode(each, Began))], null, default);
        await journal.AppendAsync(Rows, null, default);
        await journal.AppendAsync([.. After.Select(each => ClinicEventCodec.Encode(each, Began.AddMinutes(20)))], null, default);
    }

    private static ProductDescribed Product(string id, string name, string ingredient) => new("mira", id, 1, new ProductSheet
    {
        Name = name,
        Manufacturer = "Maker",
        Ingredients = [new Ingredient(ingredient, IngredientClass.Vitamin, [])],
        Allergens = [],
        AllowedZones = ["forehead", "neck"],
        DepthMaxUm = 2000,
        DepthSource = "label",
        SessionMaxNl = 2_000_000,
        SessionSource = "label",
        PointMaxNl = 20_000,
        PointSource = "label",
        OpenHoursMax = 8,
        OpenSource = "label",
    });

    private static RecordEntry Shot(int minute, int shot, string zone, string outcome, int nl) => new(
        Session, At(minute), "shot",
        $$"""{"shot":{{shot}},"zone":1,"zone_id":"{{zone}}","outcome":"{{outcome}}","partial":false,"depth_um":1500,"volume_nl":{{nl}},"permit_id":3,"boot_id":9,"ended_by":0,"device_ms":1}""");

    private static long At(int minutes) => Began.AddMinutes(minutes).ToUnixTimeMilliseconds();
}
