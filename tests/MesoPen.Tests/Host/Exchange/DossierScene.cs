using MesoPen.Host.Clinic.Outcomes;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Exchange;

namespace MesoPen.Tests;

/// <summary>A dossier with something of everything: a mixture, two zones, an unsettled shot, consent, outcome, adverse event, signature.</summary>
internal static class DossierScene
{
    private static readonly DateTimeOffset Began = new(2031, 5, 6, 9, 0, 0, TimeSpan.Zero);

    public static Dossier Full { get; } = new()
    {
        SiteKey = new string('a', 64),
        SessionId = "20310506-090000",
        Outcome = "completed",
        BeganAt = Began,
        EndedAt = Began.AddMinutes(25),
        LastHash = new string('b', 64),
        Station = "station-1",
        Patient = new Patient("P-0001", "AB", 1980, Sex.Female, 3, 7),
        ClinicianId = "mira",
        People = new Dictionary<string, string> { ["mira"] = "Mira Okafor", ["otto"] = "Otto \"Doc\" Lind" },
        Device = new DossierDevice("SN-77", "gun-5", "1.4.2",
        [
            new DossierCalibration("volume", CalibrationState.Calibrated, Began.AddDays(-30)), new DossierCalibration("depth", CalibrationState.CalibrationRequired, null),
        ]),
        Heads = [new DossierHead("H-1", 5, "HL-3", new DateOnly(2033, 1, 31)), new DossierHead("H-2", 1, null, null)],
        Products =
        [
            new DossierProduct("ha", "Hyaluron 1 %", "04012345678901", "Maker", ["hyaluronic acid", "sodium chloride"], "L-1", new DateOnly(2032, 2, 29), 1_500_000),
            new DossierProduct("vit-c", "Vitamin C", null, null, [], "L-9", null, 500_000),
        ],
        Consent = new DossierConsent("C-12", "standard/2", Began.AddHours(-1), "mira"),
        Zones =
        [
            new DossierZone("forehead", 30, 300_000, 0, 1500, Began.AddMinutes(5), Began.AddMinutes(9)),
            new DossierZone("periocular.left", 10, 62_500, 6_250, 600, Began.AddMinutes(12), Began.AddMinutes(20)),
        ],
        Shots =
        [
            new DossierShot(101, "forehead", "delivered", false, 1500, 10_000, 3, Began.AddMinutes(5), new string('c', 64)),
            new DossierShot(102, "forehead", "unknown", true, 1500, 6_250, 3, Began.AddMinutes(6), new string('d', 64)),
        ],
        AdverseEvents =
        [
            new AdverseEvent(
                "AE-00000001", "P-0001",
                new AdverseEventDetails(
                    new DateOnly(2031, 5, 18), "Nodule", true, Severity.Moderate, Relation.Possible, AdverseEventOutcome.Resolved, new DateOnly(2031, 6, 1),
                    "forehead", "20310506-090000", 101, 110, "ha", "L-1", "H-1", "SN-77"),
                "mira", Began.AddDays(13), Began.AddDays(30), 90),
        ],
        Outcomes =
        [
            new Outcome(
                "O-00000001", "P-0001",
                new OutcomeDetails("forehead", Measure.Hydration, "41.30", "[arb'U]", new DateOnly(2031, 5, 20), "Corneometer", null, "20310506-090000", "after rest"),
                "otto", Began.AddDays(14), false, 91),
            new Outcome(
                "O-00000002", "P-0001", new OutcomeDetails("neck", Measure.Score, "-2", "{score}", new DateOnly(2031, 5, 20), null, "GAIS", "20310506-090000"),
                "station-1", Began.AddDays(14), false, 92),
        ],
        Signatures = [new Signature("mira", "Mira Okafor", Began.AddHours(-1), "consent explained", new string('e', 64))],
        Steps =
        [
            new DossierStep(41, Began, "session-opened", "mira", new string('f', 64)), new DossierStep(42, Began.AddMinutes(25), "session-ended", null, new string('0', 64)),
        ],
    };

    /// <summary>The least that a dossier can be: no device answered, nothing was delivered.</summary>
    public static Dossier Least { get; } = new()
    {
        SiteKey = new string('a', 64),
        SessionId = "S-2",
        Outcome = "open",
        BeganAt = Began,
        EndedAt = Began,
        LastHash = new string('b', 64),
        Station = "station-1",
        Patient = new Patient("P-0002", "CD", 1999, Sex.Unknown, 1, 8),
        ClinicianId = "mira",
        People = new Dictionary<string, string> { ["mira"] = "Mira Okafor" },
        Heads = [],
        Products = [],
        Zones = [],
        Shots = [],
        AdverseEvents = [],
        Outcomes = [],
        Signatures = [],
        Steps = [],
    };
}
