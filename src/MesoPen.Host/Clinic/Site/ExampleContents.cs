using System.Collections.Immutable;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Products;

namespace MesoPen.Host.Clinic.Site;

/// <summary>What is in an example clinic. It prescribes nothing; every name in it says that it is an example.</summary>
internal static class ExampleContents
{
    public const string ColleagueName = "Example colleague";
    public const string Family = "gun-5";
    public const string Lot = "EXAMPLE-01";
    public const long VialNl = 5_000_000;
    public const string HeadLot = "EXAMPLE-H";
    public const int Heads = 5;
    public const string PatientId = "DEMO";
    public const string ProtocolId = "EXAMPLE-FACE";
    public const string PlanId = "DEMO-FACE";
    public const string PlanTitle = "Full face (example)";

    // A vial of a real product is used up within hours; the example is to be there on the day after too, and says so.
    private const int OpenHours = 24 * 30;

    private static readonly ImmutableArray<(string Zone, int Points)> Face =
    [
        ("forehead", 24), ("cheek.left", 22), ("cheek.right", 22), ("nasolabial.left", 6), ("nasolabial.right", 6), ("jawline.left", 10), ("jawline.right", 10),
    ];

    public static ImmutableArray<string> Vials { get; } = ["EXAMPLE-V1", "EXAMPLE-V2"];

    public static SitePolicy Policy { get; } = new(
        [], false,
        ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal, new Dictionary<string, int> { ["filler"] = 14, ["laser"] = 14, ["microneedling"] = 14, ["peel"] = 14 }),
        ScreeningDays: 30, ConsentDays: 90);

    public static RegisterProduct Product { get; } = new()
    {
        ProductId = "EXAMPLE-HA",
        Name = "Hyaluronic acid, not cross-linked (example)",
        Manufacturer = "Example",
        Ingredients = [new Ingredient("Hyaluronic acid", IngredientClass.NonCrossLinkedHyaluronicAcid, ["sodium hyaluronate"])],
        Allergens = [],
        AllowedZones = [.. Face.Select(each => each.Zone)],
        DepthMaxUm = 1060,
        DepthSource = "Example of a sheet: not from a maker",
        SessionMaxNl = 2_500_000,
        SessionSource = "Example of a sheet: not from a maker",
        PointMaxNl = 50_000,
        PointSource = "Example of a sheet: not from a maker",
        OpenHoursMax = OpenHours,
        OpenSource = "Example: long, so that the example lasts; a real vial is used within hours",
    };

    public static RegisterHeadType HeadType { get; } = new(
        "EXAMPLE-5", new HeadTypeSheet("Five needles (example)", Needles: 5, PuncturesWarning: 110, PuncturesMax: 150, "Example: chosen by nobody"));

    /// <summary>The stamp head over the full face: plans/full-face-stamp.yaml.</summary>
    public static PlanContent FullFace { get; } = new(
        Product.ProductId, Family, PrimeNl: 100_000, SticksMax: 120, "Example: one head for the session",
        [.. Face.Select(each => new PlannedZone(each.Zone, "stamp", "repeat", each.Points, 20_000, 900, 90, 10_000, 112))],
        new Course(3, new Interval(14, 28)));

    public static PublishConsentText ConsentText { get; } = new(
        "example", "en", "Consent (example)",
        ["This is an example of a consent. Nobody is treated: the device is simulated, and so is the patient."],
        ["What may be expected of a treatment stands here."],
        ["What may happen, and how often, stands here."],
        ["What else could be done stands here."],
        ["What to do and to leave afterwards stands here."]);

    public static Drawing Drawing { get; } = new(
        300, 100, [[10, 50, 40, 20, 70, 80, 100, 20, 130, 80, 160, 20, 190, 80, 220, 20, 250, 80]]);

    public static RegisterPatient Patient(DateOnly today) => new(PatientId, "DEMO", today.Year - 40, Sex.Female, 3);
}
