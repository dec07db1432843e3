using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Tests;

public sealed class ProductGateTests
{
    private static readonly TreatmentIntent Intent = StoreRoom.Intent;

    /// <summary>A gate, what was done, and the type of problem that blocks; the empty word if nothing does.</summary>
    public static TheoryData<string, string, Func<StoreRoom, TreatmentIntent>, string> Cases => new()
    {
        { "product", "everything is there", _ => Intent, "" },
        { "product", "no such plan", _ => Intent with { PlanId = "PL9" }, "product-unknown" },
        { "product", "no such version of the plan", _ => Intent with { PlanVersion = 2 }, "product-unknown" },
        { "product", "the plan's product is not registered", room => On(room.WithPlan("none", "PL2"), Intent with { PlanId = "PL2" }), "product-unknown" },
        { "product", "retired", room => On(room.With((s, who) => ProductRules.Retire(s, "ha", "sold no more", who)), Intent), "product-retired" },
        {
            "product", "vial of another product",
            room => On(room.WithProduct(StoreRoom.Hyaluronan("other")).WithLot("L2", "other").WithVial("V2", "L2"), Intent with { VialId = "V2" }),
            "vial-other-product"
        },
        { "product", "zone not allowed", room => On(Sheet(room, sheet => sheet with { AllowedZones = ["cheek.right"] }), Intent), "product-zone" },
        { "product", "as deep as allowed", room => On(Sheet(room, sheet => sheet with { DepthMaxUm = 990 }), Intent), "" },
        { "product", "too deep", room => On(Sheet(room, sheet => sheet with { DepthMaxUm = 989 }), Intent), "product-depth" },
        { "product", "a point as full as allowed", room => On(Sheet(room, sheet => sheet with { PointMaxNl = 20_000 }), Intent), "" },
        { "product", "a point too full", room => On(Sheet(room, sheet => sheet with { PointMaxNl = 19_999 }), Intent), "product-dose" },
        { "product", "as much as a session may", room => On(Sheet(room, sheet => sheet with { SessionMaxNl = 400_000 }), Intent), "" },
        { "product", "more than a session may", room => On(Sheet(room, sheet => sheet with { SessionMaxNl = 399_999 }), Intent), "product-dose" },
        { "product", "lot on its last day", room => At(room, 2026, 12, 31, Intent), "" },
        { "product", "lot expired", room => At(room, 2027, 1, 1, Intent), "lot-expired" },
        { "product", "lot recalled", room => On(room.With((s, who) => LotRules.Recall(s, "L1", "maker's letter", who)), Intent), "lot-recalled" },
        { "vial", "everything is there", _ => Intent, "" },
        { "vial", "unknown", _ => Intent with { VialId = "V9" }, "vial-unknown" },
        { "vial", "not opened", room => On(room.WithVial("V2", open: false), Intent with { VialId = "V2" }), "vial-not-opened" },
        { "vial", "open as long as allowed", room => Later(room, TimeSpan.FromHours(4)), "" },
        { "vial", "open too long", room => Later(room, TimeSpan.FromHours(4) + TimeSpan.FromMilliseconds(1)), "vial-open-too-long" },
        { "vial", "discarded", room => On(room.With((s, who) => VialRules.Discard(s, "V1", "dropped", who)), Intent), "vial-discarded" },
        { "vial", "just enough", room => On(room.WithVial("V2", volumeNl: 450_000), Intent with { VialId = "V2" }), "" },
        { "vial", "too little", room => On(room.WithVial("V2", volumeNl: 449_999), Intent with { VialId = "V2" }), "vial-too-little" },
        { "vial", "reserved by this session", room => On(room.With((s, who) => VialRules.Reserve(s, "V1", "S1", 3_000_000, who)), Intent), "" },
        { "vial", "reserved by another", room => On(room.With((s, who) => VialRules.Reserve(s, "V1", "S2", 2_550_001, who)), Intent), "vial-reserved" },
        { "head", "everything is there", _ => Intent, "" },
        { "head", "fitted here", room => On(room.With((s, who) => HeadRules.Fit(s, "H1", "S1", "P-0001", who)), Intent), "" },
        { "head", "unknown", _ => Intent with { HeadId = "H9" }, "head-unknown" },
        { "head", "on another patient", room => On(room.With((s, who) => HeadRules.Fit(s, "H1", "S0", "P-0002", who)), Intent), "head-other-patient" },
        { "head", "in another session", room => On(room.With((s, who) => HeadRules.Fit(s, "H1", "S0", "P-0001", who)), Intent), "head-used-before" },
        { "head", "sterile on its last day", room => At(room, 2026, 6, 30, Intent), "" },
        { "head", "no longer sterile", room => At(room, 2026, 7, 1, Intent), "head-not-sterile" },
        { "head", "discarded", room => On(room.With((s, who) => HeadRules.Discard(s, "H1", "dropped", who)), Intent), "head-discarded" },
        { "head", "one needle where many are forbidden", room => On(room.WithMultiNeedleHeadsForbidden(), Intent), "" },
        {
            "head", "many needles where they are forbidden",
            room => On(room.WithMultiNeedleHeadsForbidden().WithHeadType("T5", 5).WithHead("H5", "T5"), Intent with { HeadId = "H5", Needles = 5 }),
            "head-multi-needle"
        },
        { "head", "five needles where allowed", room => On(room.WithHeadType("T5", 5).WithHead("H5", "T5"), Intent with { HeadId = "H5", Needles = 5 }), "" },
        { "head", "does not fit the device", room => On(room.WithHeadType("T5", 5).WithHead("H5", "T5"), Intent with { HeadId = "H5" }), "head-needles" },
        { "head", "one puncture left", room => On(Punctured(room, 59), Intent), "" },
        { "head", "no puncture left", room => On(Punctured(room, 60), Intent), "head-worn" },
    };

    // Aim: of the gates of products, vials and heads each condition alone blocks with its own type, at its very edge, and nothing else does.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Gate_blocks_for_its_own_reason_alone(string gate, string what, Func<StoreRoom, TreatmentIntent> done, string type)
    {
        StoreRoom room = StoreRoom.Ready();
        TreatmentIntent intent = done(room);
        Problem? problem = gate switch
        {
            "product" => ProductRules.Blocks(room.State, intent, room.Now),
            "vial" => VialRules.Blocks(room.State, intent, room.Now),
            _ => HeadRules.Blocks(room.State, intent, room.Now),
        };

        Assert.True(type == (problem?.Type.Id ?? ""), $"{gate}, {what}: {problem}");
        Assert.True(problem is null || ProblemCatalogue.All[type] == problem.Type);
    }

    // Aim: every problem that a gate can give is in the table above, so that a new one without a case fails.
    [Fact]
    public void Every_problem_of_a_gate_has_a_case()
    {
        string[] elsewhere = ["no-source", "scan-unreadable", "scan-ambiguous", "scan-mismatch", "vial-overdrawn", "mixing-not-described"];
        IEnumerable<string> all = new[] { typeof(ProductProblems), typeof(VialProblems), typeof(HeadProblems) }
            .SelectMany(type => type.GetProperties()).Select(property => ((ProblemType)property.GetValue(null)!).Id).Except(elsewhere);
        Assert.Empty(all.Except(Cases.Select(row => row.Data.Item4)));
    }

    private static TreatmentIntent On(StoreRoom _, TreatmentIntent intent) => intent;

    private static StoreRoom Sheet(StoreRoom room, Func<RegisterProduct, RegisterProduct> change) =>
        room.With((state, who) => ProductRules.Change(state, "ha", change(StoreRoom.Hyaluronan()), who));

    private static StoreRoom Punctured(StoreRoom room, int times) => room
        .With((state, who) => HeadRules.Fit(state, "H1", "S1", "P-0001", who))
        .With((state, who) => HeadRules.Count(state, "H1", "S1", times, who));

    private static TreatmentIntent At(StoreRoom room, int year, int month, int day, TreatmentIntent intent)
    {
        room.Now = new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero);
        return intent;
    }

    private static TreatmentIntent Later(StoreRoom room, TimeSpan by)
    {
        room.Now += by;
        return Intent;
    }
}
