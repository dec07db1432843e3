using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Clinic.Site;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Records;

namespace MesoPen.Tests;

/// <summary>A clinic whose state is folded from events, each of which went through its row and back: for tests of rules.</summary>
public sealed class StoreRoom
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public ClinicState State { get; private set; } = ClinicState.Empty;

    public DateTimeOffset Now { get; set; } = Morning;

    public Actor Who => new("ada", Role.Clinician | Role.Administrator, "station-1", Now);

    public static RegisterProduct Hyaluronan(string id = "ha") => new()
    {
        ProductId = id,
        Name = "Hyaluronic acid 1.5 %",
        Gtin = null,
        Manufacturer = "Maker",
        Ingredients = [new Ingredient("hyaluronic acid", IngredientClass.NonCrossLinkedHyaluronicAcid, ["hyaluronan"])],
        Allergens = ["latex"],
        AllowedZones = ["cheek.left", "cheek.right"],
        DepthMaxUm = 1500,
        DepthSource = "instructions for use, section 4",
        SessionMaxNl = 2_000_000,
        SessionSource = "instructions for use, section 5",
        PointMaxNl = 50_000,
        PointSource = "instructions for use, section 5",
        OpenHoursMax = 4,
        OpenSource = "instructions for use, section 7",
    };

    /// <summary>What a rule says now; what it decided holds afterwards.</summary>
    public Decision Ask(Func<ClinicState, Actor, Decision> rule)
    {
        Decision decision = rule(State, Who);
        long sequence = State.LastSequence;
        foreach (ClinicEvent each in decision.Events)
        {
            RecordEntry entry = ClinicEventCodec.Encode(each, Now);
            State = State.Apply(ClinicEventCodec.Decode(new(++sequence, entry.Stream, entry.AtUnixMs, entry.Kind, entry.Body, "", "")));
        }

        return decision;
    }

    /// <summary>What a test takes as given.</summary>
    public StoreRoom With(Func<ClinicState, Actor, Decision> rule)
    {
        Assert.Null(Ask(rule).Problem);
        return this;
    }

    public StoreRoom WithProduct(RegisterProduct? product = null) => With((state, who) => ProductRules.Register(state, product ?? Hyaluronan(), who));

    public StoreRoom WithLot(string id = "L1", string product = "ha", string number = "A1", DateOnly? expires = null) => With(
        (state, who) => LotRules.Receive(state, new ReceiveLot(id, product, Lot: number, Expires: expires ?? new DateOnly(2026, 12, 31)), who));

    public StoreRoom WithVial(string id = "V1", string lot = "L1", long volumeNl = 3_000_000, bool open = true)
    {
        With((state, who) => VialRules.Receive(state, new ReceiveVial(id, lot, volumeNl), who));
        return open ? With((state, who) => VialRules.Open(state, id, who)) : this;
    }

    public StoreRoom WithHeadType(string id = "T1", int needles = 1) => With((state, who) => HeadTypeRules.Register(
        state, new RegisterHeadType(id, new HeadTypeSheet("Head", needles, 3, 60, "decided by the clinic on 2026-01-05")), who));

    public StoreRoom WithHead(string id = "H1", string type = "T1") => With((state, who) => HeadRules.Receive(
        state, new ReceiveHead(type, id, Lot: "N1", SterileUntil: new DateOnly(2026, 6, 30)), who));

    /// <summary>A plan of 20 points of 20 µL in the left cheek, 0.99 mm deep, and 50 µL to prime: 450 µL in all.</summary>
    public StoreRoom WithPlan(string product = "ha", string id = "PL1", long doseNl = 20_000) => With((_, who) => Decision.Accept(id, new PlanMade(
        who.PersonId, id, "P-0001", "Cheek", "PR1", 1, new DateOnly(2026, 3, 1), new PlanContent(
            product, "pen-1", 50_000, 60, "one head for the session",
            [new PlannedZone("cheek.left", "micro-depot", "single", 20, doseNl, 1400, 45, 10_000, 250)],
            new Course(3, new Interval(14, 28))))));

    public StoreRoom WithMultiNeedleHeadsForbidden()
    {
        Signature signature = new("ada", "Ada", Now, "approved", new string('0', 64));
        return With((_, who) => Decision.Accept(
            "SP1",
            new SitePolicyProposed(who.PersonId, "SP1", SitePolicy.Empty with { ForbidsMultiNeedleHeads = true }, 0, "single needles alone", signature),
            new SitePolicyApproved(who.PersonId, "SP1", signature)));
    }

    /// <summary>Everything that a session of <see cref="Intent"/> needs.</summary>
    public static StoreRoom Ready() => new StoreRoom().WithProduct().WithLot().WithVial().WithHeadType().WithHead().WithPlan();

    public static TreatmentIntent Intent { get; } = new("S1", "ada", "P-0001", "PL1", 1, "V1", "H1", "pen-1", 1);
}
