using System.Collections.Immutable;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Patients.Screening;
using MesoPen.Host.Clinic.Plans;

namespace MesoPen.Tests;

public sealed class ScreeningRulesTests
{
    public static TheoryData<string> Questions => [.. ScreeningCatalogue.All.Select(question => question.Id)];

    public static TheoryData<string> OfEachDay => [.. ScreeningCatalogue.All.Where(question => question.EachDay).Select(question => question.Id)];

    public static TheoryData<string> Of(QuestionSeverity severity) =>
        [.. ScreeningCatalogue.All.Where(question => question.Severity == severity).Select(question => question.Id)];

    // Aim: without this a gate that always blocks would pass every test below.
    [Fact]
    public void Screening_with_no_to_all_blocks_nothing()
    {
        PatientBench bench = PatientBench.Ready();
        Assert.Null(Blocks(bench));
    }

    // Aim: a yes to any question blocks in the way that its severity says, and the sentence names the question.
    [Theory]
    [MemberData(nameof(Questions))]
    public void Yes_to_a_question_blocks_by_its_severity(string question)
    {
        PatientBench bench = PatientBench.Ready();
        bench.Screen(PatientBench.Yes(question));
        string expected = ScreeningCatalogue.ById[question].Severity switch
        {
            QuestionSeverity.Absolute => "contraindicated",
            QuestionSeverity.NeedsClearance => "clearance-needed",
            QuestionSeverity.Caution => "caution-not-acknowledged",
            QuestionSeverity.InZones => "infection-in-zone",
            _ => "allergy",
        };
        Problem problem = ScreeningRules.Blocks(bench.State, bench.Intent, bench.Now)!;
        Assert.Equal(expected, problem.Type.Id);
        Assert.Contains(question == "hypersensitivity" ? "hypersensitivity" : question, problem.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(PatientBench.PatientId, problem.Detail, StringComparison.Ordinal);
    }

    // Aim: what is not asked blocks as much as a bad answer, and is named; asked, it blocks no more.
    [Theory]
    [MemberData(nameof(Questions))]
    public void Question_without_answer_blocks_until_it_is_asked(string question)
    {
        PatientBench bench = PatientBench.Ready();
        bench.Do((state, who) => ScreeningRules.Take(
            state, PatientBench.PatientId,
            new TakeScreening(ScreeningCatalogue.Version, [.. PatientBench.AllNo().Where(answer => answer.Question != question)]), who, PatientBench.Hardware));
        Problem problem = ScreeningRules.Blocks(bench.State, bench.Intent, bench.Now)!;
        Assert.Equal("screening-incomplete", problem.Type.Id);
        Assert.Contains($"Not answered: {question}.", problem.Detail, StringComparison.Ordinal);
        bench.Answer(new ScreeningAnswer(question, false));
        Assert.Null(Blocks(bench));
    }

    // Aim: no screening at all blocks.
    [Fact]
    public void Patient_without_screening_is_blocked() => Assert.Equal("screening-missing", Blocks(PatientBench.Planned()));

    // Aim: a screening counts for the days that the site states, to the millisecond, though the questions of the day are asked anew.
    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, "screening-expired")]
    public void Screening_counts_for_the_days_of_the_site(int millisecondsFromEnd, string? expected)
    {
        PatientBench bench = PatientBench.Ready();
        bench.Now = PatientBench.Start.AddDays(30).AddMilliseconds(millisecondsFromEnd);
        bench.Answer([.. PatientBench.AllNo()]);
        Assert.Equal(expected, Blocks(bench));
    }

    // Aim: no time is assumed where the site states none.
    [Fact]
    public void Site_that_states_no_time_blocks()
    {
        PatientBench bench = PatientBench.Ready();
        bench.SetPolicy(policy => policy with { ScreeningDays = null });
        Assert.Equal("screening-validity-unset", Blocks(bench));
    }

    // Aim: the answers that change from day to day are of the day of the session; each is named, and asked anew it counts again.
    [Theory]
    [MemberData(nameof(OfEachDay))]
    public void Answer_of_the_day_is_asked_anew(string question)
    {
        PatientBench bench = PatientBench.Ready();
        bench.Now = PatientBench.Start + ScreeningRules.OfTheDay - TimeSpan.FromMilliseconds(1);
        Assert.Null(Blocks(bench));
        bench.Now = PatientBench.Start + ScreeningRules.OfTheDay;
        bench.Answer([.. PatientBench.AllNo().Where(answer => answer.Question != question)]);
        Problem problem = ScreeningRules.Blocks(bench.State, bench.Intent, bench.Now)!;
        Assert.Equal("screening-expired", problem.Type.Id);
        Assert.EndsWith($": {question}.", problem.Detail, StringComparison.Ordinal);
        bench.Answer(new ScreeningAnswer(question, false));
        Assert.Null(Blocks(bench));
    }

    // Aim: answers to questions that were other questions then do not count.
    [Fact]
    public void Screening_of_older_questions_blocks()
    {
        PatientBench bench = PatientBench.Ready();
        bench.Happen(new ScreeningTaken(PatientBench.Clinician, PatientBench.PatientId, "S-old", ScreeningCatalogue.Version - 1, PatientBench.AllNo()));
        Assert.Equal("screening-outdated", Blocks(bench));
    }

    // Aim: a clearance counts for its question, from its day to its last day, until it is withdrawn.
    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(-10, 0, null)]
    [InlineData(-10, -1, "clearance-needed")]
    [InlineData(1, 10, "clearance-needed")]
    public void Clearance_counts_on_its_days(int givenOn, int validUntil, string? expected)
    {
        PatientBench bench = PatientBench.Ready();
        bench.Screen(PatientBench.Yes("autoimmune"));
        Attach(bench, "autoimmune", givenOn, validUntil);
        Assert.Equal(expected, Blocks(bench));
    }

    // Aim: a clearance for one condition is none for another, and one that was withdrawn is none at all.
    [Fact]
    public void Clearance_of_another_question_or_withdrawn_does_not_count()
    {
        PatientBench bench = PatientBench.Ready();
        bench.Screen(PatientBench.Yes("autoimmune"));
        Attach(bench, "immunosuppressants", 0, 10);
        Assert.Equal("clearance-needed", Blocks(bench));
        string id = Attach(bench, "autoimmune", 0, 10);
        Assert.Null(Blocks(bench));
        bench.Do((state, who) => ScreeningRules.WithdrawClearance(state, PatientBench.PatientId, id, new WithdrawEntry("not genuine"), who));
        Assert.Equal("clearance-needed", Blocks(bench));
    }

    // Aim: every caution is let through by a reason, and only for the answer that was weighed: a new yes is weighed anew.
    [Theory]
    [MemberData(nameof(Of), QuestionSeverity.Caution)]
    public void Caution_is_let_through_by_an_acknowledgement_of_this_answer(string question)
    {
        PatientBench bench = PatientBench.Ready();
        bench.Screen(PatientBench.Yes(question));
        Acknowledge(bench, question);
        Assert.Null(Blocks(bench));
        bench.Answer(PatientBench.Yes(question));
        Assert.Equal("caution-not-acknowledged", Blocks(bench));
    }

    // Aim: what excludes treatment is not argued away.
    [Theory]
    [InlineData("pregnancy")]
    [InlineData("keloid")]
    [InlineData("infection-or-rash")]
    [InlineData("hypersensitivity")]
    [InlineData("autoimmune")]
    public void Only_a_caution_is_acknowledged(string question)
    {
        PatientBench bench = PatientBench.Ready();
        bench.Screen(PatientBench.Yes(question));
        Assert.Equal("invalid", bench.Refused((state, who) => ScreeningRules.Acknowledge(
            state, PatientBench.PatientId, bench.Screening.Id, new AcknowledgeCaution(question, "it will be fine"), who)));
    }

    // Aim: an infection blocks where it is, in the other zones of the same area, and everywhere if it is everywhere; elsewhere it does not.
    [Theory]
    [InlineData("cheek.left", "cheek.left", "infection-in-zone")]
    [InlineData("cheek.left", "cheek.right", null)]
    [InlineData("periocular.left", "under-eye.left", "infection-in-zone")]
    [InlineData("cheek.left", "all", "infection-in-zone")]
    public void Infection_blocks_the_zones_it_is_in(string planned, string infected, string? expected)
    {
        PatientBench bench = PatientBench.Ready();
        PlannedZone zone = planned == "cheek.left" ? PatientBench.Cheek : PatientBench.Cheek with { Zone = planned, NeedleLengthUm = 900, Points = 5 };
        bench.ChangePlan(PatientBench.Content with { Zones = [zone] , SticksReason = "another" });
        bench.Intent = bench.Intent with { PlanVersion = 2 };
        bench.Screen(new ScreeningAnswer("infection-or-rash", true, [infected]));
        Assert.Equal(expected, Blocks(bench));
    }

    // Aim: what the patient reacts to is looked for among ingredients, their synonyms and allergens, however it is written.
    [Theory]
    [InlineData("HYALURONIC  acid", "allergy")]
    [InlineData("sodium-hyaluronate", "allergy")]
    [InlineData("fish", "allergy")]
    [InlineData("lidocaine", null)]
    public void Hypersensitivity_is_matched_with_the_product(string substance, string? expected)
    {
        PatientBench bench = PatientBench.Ready();
        bench.Screen(new ScreeningAnswer("hypersensitivity", true, Substances: [substance]));
        Assert.Equal(expected, Blocks(bench));
    }

    // Aim: of a mixture everything counts, not the plan's product alone.
    [Theory]
    [InlineData("arnica", "allergy")]
    [InlineData("lidocaine", null)]
    public void Hypersensitivity_is_matched_with_the_vial_too(string substance, string? expected)
    {
        PatientBench bench = PatientBench.Ready();
        bench.Mix();
        bench.Screen(new ScreeningAnswer("hypersensitivity", true, Substances: [substance]));
        Assert.Equal(expected, Blocks(bench));
    }

    // Aim: with an allergy, a product or plan that nobody knows blocks.
    [Fact]
    public void Allergy_with_an_unknown_plan_blocks()
    {
        PatientBench bench = PatientBench.Ready();
        bench.Screen(new ScreeningAnswer("hypersensitivity", true, Substances: ["lidocaine"]));
        bench.Intent = bench.Intent with { PlanId = "PL-9" };
        Assert.Equal("allergy", Blocks(bench));
    }

    // Aim: an answer that is not what its question asks for is refused, and nothing is entered.
    [Theory]
    [InlineData("favourite-colour", true, null, null)]
    [InlineData("infection-or-rash", true, null, null)]
    [InlineData("infection-or-rash", true, "cheek.lft", null)]
    [InlineData("infection-or-rash", false, "cheek.left", null)]
    [InlineData("hypersensitivity", true, null, null)]
    [InlineData("hypersensitivity", true, null, " - ")]
    [InlineData("hypersensitivity", false, null, "fish")]
    [InlineData("pregnancy", true, "cheek.left", null)]
    public void Answer_that_does_not_fit_its_question_is_refused(string question, bool yes, string? zone, string? substance)
    {
        PatientBench bench = PatientBench.Ready();
        ScreeningAnswer answer = new(
            question, yes, zone is null ? null : ImmutableArray.Create(zone), substance is null ? null : ImmutableArray.Create(substance));
        Assert.Equal("invalid", bench.Refused((state, who) => ScreeningRules.Take(
            state, PatientBench.PatientId, new TakeScreening(ScreeningCatalogue.Version, [answer]), who, PatientBench.Hardware)));
    }

    // Aim: each question once, questions of the version that is asked now, and a patient who is known.
    [Fact]
    public void Screening_that_cannot_be_is_refused()
    {
        PatientBench bench = PatientBench.Ready();
        ScreeningAnswer no = new("keloid", false);
        Assert.Equal("invalid", Take(PatientBench.PatientId, ScreeningCatalogue.Version, no, no));
        Assert.Equal("invalid", Take(PatientBench.PatientId, ScreeningCatalogue.Version, no, null!));
        Assert.Equal("screening-outdated", Take(PatientBench.PatientId, ScreeningCatalogue.Version + 1, no));
        Assert.Equal("unknown", Take("P-0009", ScreeningCatalogue.Version, no));

        string? Take(string patient, int version, params ScreeningAnswer[] answers) => bench.Refused((state, who) => ScreeningRules.Take(
            state, patient, new TakeScreening(version, [.. answers]), who, PatientBench.Hardware));
    }

    // Aim: every question has a source and its severity is one that a gate knows.
    [Fact]
    public void Every_question_states_its_source() =>
        Assert.All(ScreeningCatalogue.All, question => Assert.True(Words.IsId(question.Id) && question.Source.Length > 10 && question.Text.EndsWith('.') | question.Text.EndsWith('?')));

    private static string? Blocks(PatientBench bench) => ScreeningRules.Blocks(bench.State, bench.Intent, bench.Now)?.Type.Id;

    private static void Acknowledge(PatientBench bench, string question) => bench.Do((state, who) => ScreeningRules.Acknowledge(
        state, PatientBench.PatientId, bench.Screening.Id, new AcknowledgeCaution(question, "weighed with the patient"), who));

    private static string Attach(PatientBench bench, string question, int givenOn, int validUntil) => bench.Do((state, who) => ScreeningRules.Attach(
        state, PatientBench.PatientId,
        new AttachClearance(
            question, "Dr Clear, rheumatology", PatientBench.FirstDay.AddDays(givenOn), PatientBench.FirstDay.AddDays(validUntil), "letter in the file"),
        who));
}
