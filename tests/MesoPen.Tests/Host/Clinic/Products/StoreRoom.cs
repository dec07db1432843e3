using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Products;

namespace MesoPen.Tests;

/// <summary>A clinic whose state is folded from events, each of which went through its row and back: for tests of rules.</summary>
internal sealed class StoreRoom
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
            MesoPen.Host.Records.RecordEntry entry = ClinicEventCodec.Encode(each, Now);
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
}
