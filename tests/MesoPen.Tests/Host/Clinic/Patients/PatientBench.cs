using System.Collections.Immutable;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.Patients.Screening;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Clinic.Site;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Records;
using MesoPen.Tests.Host.Input;

namespace MesoPen.Tests;

/// <summary>
/// A clinic in memory with a patient who may be treated: whoever tests a gate takes one thing away. Every event goes through its JSON, as it does
/// in the journal.
/// </summary>
internal sealed class PatientBench
{
    public const string PatientId = "P-0001";
    public const string PlanId = "PL-1";
    public const string ProtocolId = "PR-1";
    public const string ProductId = "HA-1";
    public const string Clinician = "dr.example";

    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static DateOnly FirstDay { get; } = DateOnly.FromDateTime(Start.UtcDateTime);

    public static HardwareCatalogue Hardware { get; } = HardwareCatalogue.Load(Shipped.ZonesPath, Shipped.ProfilesPath);

    public static PlannedZone Cheek { get; } = new("cheek.left", "micro-depot", "single", 20, 20_000, 1400, 45, 10_000, 250);

    public static Course Course { get; } = new(3, new Interval(14, 28), new Interval(90, 180));

    public static PlanContent Content { get; } = new(ProductId, "pen-1", 50_000, 60, "One head for the session", [Cheek], Course);

    public static ProductSheet Sheet { get; } = new()
    {
        Name = "Hyaluronic acid (example)",
        Manufacturer = "Example",
        Ingredients = [new Ingredient("Sodium hyaluronate", IngredientClass.NonCrossLinkedHyaluronicAcid, ["Hyaluronic acid"])],
        Allergens = ["Fish protein"],
        AllowedZones = ["cheek.left", "cheek.right", "periocular.left", "under-eye.left", "forehead"],
        DepthMaxUm = 2000,
        DepthSource = "instructions for use",
        SessionMaxNl = 2_000_000,
        SessionSource = "instructions for use",
        PointMaxNl = 50_000,
        PointSource = "instructions for use",
        OpenHoursMax = 4,
        OpenSource = "instructions for use",
    };

    public static Drawing Drawing { get; } = new(600, 200, [[50, 100, 100, 50, 150, 120, 200, 60, 250, 110, 300, 70], [320, 90, 340, 95, 360, 100]]);

    public ClinicState State { get; set; } = ClinicState.Empty;

    public DateTimeOffset Now { get; set; } = Start;

    public bool Fresh { get; set; } = true;

    public Actor Who => new(Clinician, Role.Clinician, "station-1", Now) { Fresh = Fresh };

    public TreatmentIntent Intent { get; set; } = new("session-1", Clinician, PatientId, PlanId, 1, "V-1", "H-1", "pen-1", 1);

    public ScreeningRecord Screening => State.Patients.ScreeningOf(PatientId)!;

    public ConsentRecord Consent => State.Patients.ConsentOf(PatientId, PlanId)!;

    /// <summary>With patient, product, site, protocol and plan.</summary>
    public static PatientBench Planned()
    {
        PatientBench bench = new();
        bench.State = bench.State with
        {
            Site = SiteState.Empty with { Policy = SitePolicy.Empty with { ScreeningDays = 30, ConsentDays = 90 } },
        };
        bench.Happen(new PersonAdded("setup", Clinician, "Dr Example", Role.Clinician), new ProductDescribed("setup", ProductId, 1, Sheet));
        bench.Do((state, who) => PatientRules.Register(state, new RegisterPatient(PatientId, "AB", 1980, Sex.Female, 3), who));
        bench.Do((state, who) => PlanRules.MakeProtocol(state, new MakeProtocol(ProtocolId, "Cheek", Content), who, Hardware));
        bench.Do((state, who) => PlanRules.Make(state, new MakePlan(PlanId, PatientId, "Cheek", ProtocolId, FirstDay), who, Hardware));
        return bench;
    }

    /// <summary>With everything: no gate blocks.</summary>
    public static PatientBench Ready()
    {
        PatientBench bench = Planned();
        bench.Screen();
        bench.ConsentTo();
        return bench;
    }

    /// <summary>No to every question.</summary>
    public static ImmutableArray<ScreeningAnswer> AllNo() => [.. ScreeningCatalogue.All.Select(question => new ScreeningAnswer(question.Id, false))];

    /// <summary>A yes as its question needs it.</summary>
    public static ScreeningAnswer Yes(string question) => new(
        question, true,
        ScreeningCatalogue.ById[question].Severity == QuestionSeverity.InZones ? ["cheek.left"] : null,
        ScreeningCatalogue.ById[question].Severity == QuestionSeverity.Substances ? ["hyaluronic acid"] : null);

    public string Screen(params ScreeningAnswer[] answers) => Do((state, who) => ScreeningRules.Take(
        state, PatientId, new TakeScreening(ScreeningCatalogue.Version, With(answers)), who, Hardware));

    public string Answer(params ScreeningAnswer[] answers) => Do((state, who) => ScreeningRules.Update(
        state, PatientId, Screening.Id, new TakeScreening(ScreeningCatalogue.Version, [.. answers]), who, Hardware));

    public string ConsentTo()
    {
        string id = Do((state, who) => ConsentRules.DrawUp(state, PatientId, new DrawUpConsent(PlanId), who));
        Do((state, who) => ConsentRules.SignByPatient(state, PatientId, id, new SignByPatient(Consent.Sha256, Drawing), who));
        return Do((state, who) => ConsentRules.SignByClinician(state, PatientId, id, new SignByClinician(Consent.Sha256), who));
    }

    public void ChangePlan(PlanContent content) =>
        Do((state, who) => PlanRules.Change(state, PlanId, new ChangePlan("as the test wants it", content), who, Hardware));

    public void SetPolicy(Func<SitePolicy, SitePolicy> change) =>
        State = State with { Site = State.Site with { Policy = change(State.Site.Policy) } };

    /// <summary>The vial of the session is a mixture of the plan's product with another one, HA-2 with arnica.</summary>
    public void Mix() => Happen(
        new ProductDescribed("setup", "HA-2", 1, Sheet with { Name = "Other", Ingredients = [new Ingredient("Arnica", IngredientClass.PlantExtract, [])], Allergens = [] }),
        new LotReceived("setup", "L-1", ProductId, null, "L1", FirstDay.AddDays(300), null, null),
        new LotReceived("setup", "L-2", "HA-2", null, "L2", FirstDay.AddDays(300), null, null),
        new VialReceived("setup", "V-11", "L-1", 3_000_000, null),
        new VialReceived("setup", "V-12", "L-2", 3_000_000, null),
        new MixtureMade("setup", "V-1", [new MixturePart("V-11", 1_000_000), new MixturePart("V-12", 1_000_000)]));

    /// <summary>Lets a rule decide, and what it decides happens.</summary>
    public string Do(Func<ClinicState, Actor, Decision> rule)
    {
        Decision decision = rule(State, Who);
        Assert.Null(decision.Problem?.Detail);
        Happen([.. decision.Events]);
        return decision.Id;
    }

    /// <summary>What a rule refuses, by the id of its problem; nothing happens.</summary>
    public string? Refused(Func<ClinicState, Actor, Decision> rule) => rule(State, Who).Problem?.Type.Id;

    public void Happen(params ClinicEvent[] events)
    {
        foreach (ClinicEvent each in events)
        {
            RecordEntry entry = ClinicEventCodec.Encode(each, Now);
            State = State.Apply(ClinicEventCodec.Decode(
                new JournalRow(State.LastSequence + 1, entry.Stream, entry.AtUnixMs, entry.Kind, entry.Body, RecordChain.Genesis, RecordChain.Genesis)));
        }
    }

    private static ImmutableArray<ScreeningAnswer> With(ScreeningAnswer[] answers) =>
        [.. AllNo().Where(each => answers.All(answer => answer.Question != each.Question)), .. answers];
}
