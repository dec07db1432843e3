using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Products;

namespace MesoPen.Tests;

public sealed class ConsentRulesTests
{
    private static readonly Dictionary<string, Action<PatientBench>> Changes = new()
    {
        ["dose"] = bench => bench.ChangePlan(PatientBench.Content with { Zones = [PatientBench.Cheek with { DoseNl = 10_000 }] }),
        ["depth"] = bench => bench.ChangePlan(PatientBench.Content with { Zones = [PatientBench.Cheek with { NeedleLengthUm = 1300 }] }),
        ["zone more"] = bench => bench.ChangePlan(PatientBench.Content with { Zones = [PatientBench.Cheek, PatientBench.Cheek with { Zone = "cheek.right" }] }),
        ["other zone"] = bench => bench.ChangePlan(PatientBench.Content with { Zones = [PatientBench.Cheek with { Zone = "cheek.right" }] }),
        ["course"] = bench => bench.ChangePlan(PatientBench.Content with { Course = PatientBench.Course with { Sessions = 6 } }),
        ["reason alone"] = bench => bench.ChangePlan(PatientBench.Content with { SticksReason = "Another reason" }),
        ["product"] = bench =>
        {
            bench.Happen(new ProductDescribed("setup", "HA-2", 1, PatientBench.Sheet));
            bench.ChangePlan(PatientBench.Content with { ProductId = "HA-2" });
        },
        ["mixed with"] = bench =>
        {
            bench.Mix();
            bench.ChangePlan(PatientBench.Content with { MixedWith = ["HA-2"] });
        },
        ["ingredients"] = bench => bench.Happen(new ProductDescribed(
            "setup", PatientBench.ProductId, 2,
            PatientBench.Sheet with { Ingredients = PatientBench.Sheet.Ingredients.Add(new Ingredient("Arnica", IngredientClass.PlantExtract, [])) })),
        ["allergens"] = bench => bench.Happen(new ProductDescribed("setup", PatientBench.ProductId, 2, PatientBench.Sheet with { Allergens = [] })),
    };

    public static TheoryData<string> AllChanges => [.. Changes.Keys];

    // Aim: without this a gate that always blocks would pass every test below.
    [Fact]
    public void Signed_consent_to_what_is_planned_blocks_nothing() => Assert.Null(Blocks(PatientBench.Ready()));

    // Aim: whatever changes of what was consented to, the consent is void, for the session of the newest plan and for one of the old plan alike;
    // a new consent counts.
    [Theory]
    [MemberData(nameof(AllChanges))]
    public void Change_of_what_it_is_bound_to_voids_the_consent(string change)
    {
        PatientBench bench = PatientBench.Ready();
        Changes[change](bench);
        bench.Intent = bench.Intent with { PlanVersion = bench.State.Plans.All[PatientBench.PlanId].Newest().Version };
        Assert.Equal("consent-void", Blocks(bench));
        bench.ConsentTo();
        Assert.Null(Blocks(bench));
    }

    // Aim: what is in the vial was consented to: a mixture with a product that the plan does not name makes the consent void.
    [Fact]
    public void Mixture_with_a_product_that_was_not_consented_to_voids_the_consent()
    {
        PatientBench bench = PatientBench.Ready();
        bench.Mix();
        Assert.Equal("consent-void", Blocks(bench));
        bench.ChangePlan(PatientBench.Content with { MixedWith = ["HA-2"] });
        bench.Intent = bench.Intent with { PlanVersion = 2 };
        bench.ConsentTo();
        Assert.Null(Blocks(bench));
    }

    // Aim: the same words again are no change, and cost nobody a new consent.
    [Fact]
    public void Change_to_the_same_makes_no_version()
    {
        PatientBench bench = PatientBench.Ready();
        bench.ChangePlan(PatientBench.Content with { Zones = [PatientBench.Cheek] });
        Assert.Single(bench.State.Plans.All[PatientBench.PlanId].Versions);
        Assert.Null(Blocks(bench));
    }

    // Aim: nobody is treated upon a consent that was not drawn up, lacks a signature, or was taken back.
    [Fact]
    public void Consent_that_is_missing_unsigned_or_withdrawn_blocks()
    {
        PatientBench bench = PatientBench.Planned();
        Assert.Equal("consent-missing", Blocks(bench));
        string id = bench.Do((state, who) => ConsentRules.DrawUp(state, PatientBench.PatientId, new DrawUpConsent(PatientBench.PlanId), who));
        Assert.Equal("consent-unsigned", Blocks(bench));
        bench.Do((state, who) => ConsentRules.SignByPatient(
            state, PatientBench.PatientId, id, new SignByPatient(bench.Consent.Sha256, PatientBench.Drawing), who));
        Assert.Equal("consent-unsigned", Blocks(bench));
        bench.Do((state, who) => ConsentRules.SignByClinician(state, PatientBench.PatientId, id, new SignByClinician(bench.Consent.Sha256), who));
        Assert.Null(Blocks(bench));
        bench.Do((state, who) => ConsentRules.Withdraw(state, PatientBench.PatientId, id, new WithdrawEntry("changed her mind"), who));
        Assert.Equal("consent-withdrawn", Blocks(bench));
    }

    // Aim: an older consent that is still signed does not stand in for a newer one that is not.
    [Fact]
    public void Only_the_newest_consent_to_a_plan_counts()
    {
        PatientBench bench = PatientBench.Ready();
        bench.Do((state, who) => ConsentRules.DrawUp(state, PatientBench.PatientId, new DrawUpConsent(PatientBench.PlanId), who));
        Assert.Equal("consent-unsigned", Blocks(bench));
    }

    // Aim: consent is to one plan, by one patient.
    [Fact]
    public void Consent_to_another_plan_or_of_another_patient_does_not_count()
    {
        PatientBench bench = PatientBench.Ready();
        bench.Do((state, who) => PatientRules.Register(state, new RegisterPatient("P-0002", "CD", 1990, Sex.Male, 2), who));
        bench.Do((state, who) => PlanRules.Make(
            state, new MakePlan("PL-2", PatientBench.PatientId, "Same", PatientBench.ProtocolId, PatientBench.FirstDay), who, PatientBench.Hardware));
        bench.Intent = bench.Intent with { PlanId = "PL-2" };
        Assert.Equal("consent-missing", Blocks(bench));
        bench.Intent = bench.Intent with { PlanId = PatientBench.PlanId, PatientId = "P-0002" };
        Assert.Equal("consent-missing", Blocks(bench));
    }

    // Aim: a consent counts for the days that the site states, to the millisecond; none are assumed.
    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, "consent-expired")]
    public void Consent_counts_for_the_days_of_the_site(int millisecondsFromEnd, string? expected)
    {
        PatientBench bench = PatientBench.Ready();
        bench.Now = PatientBench.Start.AddDays(90).AddMilliseconds(millisecondsFromEnd);
        Assert.Equal(expected, Blocks(bench));
        bench.SetPolicy(policy => policy with { ConsentDays = null });
        Assert.Equal("consent-validity-unset", Blocks(bench));
    }

    // Aim: a signature is under this consent: one that was given for other words, however it came into the records, makes it void.
    [Fact]
    public void Signature_of_something_else_voids_the_consent()
    {
        PatientBench bench = PatientBench.Ready();
        Signature signature = bench.Consent.Clinician!;
        bench.Happen(new ConsentSignedByPatient(PatientBench.Clinician, PatientBench.PatientId, bench.Consent.Id, new string('0', 64), PatientBench.Drawing));
        Assert.Equal("consent-void", Blocks(bench));
        bench.Happen(
            new ConsentSignedByPatient(PatientBench.Clinician, PatientBench.PatientId, bench.Consent.Id, bench.Consent.Sha256, PatientBench.Drawing with { Width = 601 }));
        Assert.Equal((signature, "consent-void"), (bench.Consent.Clinician, Blocks(bench)));
    }

    // Aim: the clinician signs last, anew proved, once, and over exactly what the patient signed.
    [Fact]
    public void Clinician_signs_with_a_fresh_proof_after_the_patient()
    {
        PatientBench bench = PatientBench.Planned();
        string id = bench.Do((state, who) => ConsentRules.DrawUp(state, PatientBench.PatientId, new DrawUpConsent(PatientBench.PlanId), who));
        Assert.Equal("consent-unsigned", Sign(bench, id, bench.Consent.Sha256));
        bench.Do((state, who) => ConsentRules.SignByPatient(
            state, PatientBench.PatientId, id, new SignByPatient(bench.Consent.Sha256, PatientBench.Drawing), who));
        Assert.Equal("invalid", Sign(bench, id, new string('0', 64)));
        bench.Fresh = false;
        Assert.Equal("fresh-sign-in-needed", Sign(bench, id, bench.Consent.Sha256));
        bench.Fresh = true;
        bench.Do((state, who) => ConsentRules.SignByClinician(state, PatientBench.PatientId, id, new SignByClinician(bench.Consent.Sha256), who));
        Assert.Equal("not-now", Sign(bench, id, bench.Consent.Sha256));
        Assert.Equal("Dr Example", bench.Consent.Clinician!.PrintedName);
    }

    // Aim: nobody signs what is no longer planned, what was withdrawn, what a newer consent replaced, or what was not shown.
    [Fact]
    public void Patient_does_not_sign_what_no_longer_holds()
    {
        PatientBench bench = PatientBench.Planned();
        string first = bench.Do((state, who) => ConsentRules.DrawUp(state, PatientBench.PatientId, new DrawUpConsent(PatientBench.PlanId), who));
        Assert.Equal("invalid", Patient(first, new string('0', 64)));
        string second = bench.Do((state, who) => ConsentRules.DrawUp(state, PatientBench.PatientId, new DrawUpConsent(PatientBench.PlanId), who));
        Assert.Equal("consent-void", Patient(first, bench.Consent.Sha256));
        bench.ChangePlan(PatientBench.Content with { Course = PatientBench.Course with { Sessions = 4 } });
        Assert.Equal("consent-void", Patient(second, bench.Consent.Sha256));
        string third = bench.Do((state, who) => ConsentRules.DrawUp(state, PatientBench.PatientId, new DrawUpConsent(PatientBench.PlanId), who));
        bench.Do((state, who) => ConsentRules.Withdraw(state, PatientBench.PatientId, third, new WithdrawEntry("no"), who));
        Assert.Equal("consent-withdrawn", Patient(third, bench.Consent.Sha256));
        Assert.Equal("unknown", Patient("C-9", bench.Consent.Sha256));

        string? Patient(string id, string sha256) => bench.Refused((state, who) => ConsentRules.SignByPatient(
            state, PatientBench.PatientId, id, new SignByPatient(sha256, PatientBench.Drawing), who));
    }

    // Aim: a site's own text is versioned, says all that a consent must say, and does not replace the one that comes with the program.
    [Fact]
    public void Site_publishes_texts_of_its_own()
    {
        PatientBench bench = PatientBench.Planned();
        PublishConsentText text = new("house", "en", "Consent", ["What is done."], ["What to expect."], ["What may happen."], ["What else."], ["Afterwards."]);
        bench.Do((state, who) => ConsentRules.Publish(state, text, who));
        bench.Do((state, who) => ConsentRules.DrawUp(state, PatientBench.PatientId, new DrawUpConsent(PatientBench.PlanId, "house"), who));
        bench.Do((state, who) => ConsentRules.Publish(state, text with { Title = "Consent, anew" }, who));
        Assert.Equal((1, 2), (bench.Consent.Binding.TextVersion, bench.State.Patients.Texts["house"][^1].Version));
        Assert.Equal("Consent", ConsentView.Of(bench.State, PatientBench.PatientId, bench.Consent.Id)!.Text.Title);
        Assert.Equal("invalid", bench.Refused((state, who) => ConsentRules.Publish(state, text with { AdverseEvents = [] }, who)));
        Assert.Equal("invalid", bench.Refused((state, who) => ConsentRules.Publish(state, text with { Aftercare = [" "] }, who)));
        Assert.Equal("exists", bench.Refused((state, who) => ConsentRules.Publish(state, text with { TextId = ConsentTexts.DefaultId }, who)));
        Assert.Equal("unknown", bench.Refused((state, who) => ConsentRules.DrawUp(
            state, PatientBench.PatientId, new DrawUpConsent(PatientBench.PlanId, "missing"), who)));
    }

    private static string? Blocks(PatientBench bench) => ConsentRules.Blocks(bench.State, bench.Intent, bench.Now)?.Type.Id;

    private static string? Sign(PatientBench bench, string id, string sha256) => bench.Refused((state, who) => ConsentRules.SignByClinician(
        state, PatientBench.PatientId, id, new SignByClinician(sha256), who));
}
