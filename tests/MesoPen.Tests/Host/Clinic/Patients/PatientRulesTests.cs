using MesoPen.Host.Clinic.Patients;

namespace MesoPen.Tests;

public sealed class PatientRulesTests
{
    private static readonly Findings Findings = new(Grade.Mild, Thickness.Thin, Grade.None, "peel in 2024", "");

    // Aim: a correction is a new event with a reason; what was known before stays in the journal.
    [Fact]
    public void Correction_changes_what_is_known_and_the_version()
    {
        PatientBench bench = PatientBench.Planned();
        long before = bench.State.Patients.All[PatientBench.PatientId].Version;
        bench.Do((state, who) => PatientRules.Correct(state, PatientBench.PatientId, new CorrectPatient("slip", "AC", 1981, Sex.Female, 4), who));
        Patient after = bench.State.Patients.All[PatientBench.PatientId];
        Assert.Equal(("AC", 1981, 4), (after.Initials, after.BirthYear, after.SkinType));
        Assert.True(after.Version > before);
        Assert.Equal("invalid", Refused(new CorrectPatient(" ", "AC", 1981, Sex.Female, 4)));
        Assert.Equal("invalid", Refused(new CorrectPatient("slip", "A1", 1981, Sex.Female, 4)));
        Assert.Equal("invalid", Refused(new CorrectPatient("slip", "AC", 2027, Sex.Female, 4)));
        Assert.Equal("invalid", Refused(new CorrectPatient("slip", "AC", 1981, Sex.Female, 7)));

        string? Refused(CorrectPatient asked) => bench.Refused((state, who) => PatientRules.Correct(state, PatientBench.PatientId, asked, who));
    }

    // Aim: an assessment is put right by another one that says why; both stay, and the first says by which.
    [Fact]
    public void Assessment_is_put_right_by_another()
    {
        PatientBench bench = PatientBench.Planned();
        string first = bench.Do((state, who) => PatientRules.Assess(state, PatientBench.PatientId, new Assess(Findings), who));
        Assert.Equal("invalid", Refused(new Assess(Findings, first)));
        Assert.Equal("unknown", Refused(new Assess(Findings, "A-9", "slip")));
        Assert.Equal("invalid", Refused(new Assess(Findings, null, "a reason for nothing")));
        Assert.Equal("invalid", Refused(new Assess(Findings with { SystemicConditions = "\u0007" })));
        string second = bench.Do((state, who) => PatientRules.Assess(
            state, PatientBench.PatientId, new Assess(Findings with { Thickness = Thickness.Thick }, first, "mistaken"), who));
        Assert.Equal("not-now", Refused(new Assess(Findings, first, "again")));
        Assert.Equal([(first, second), (second, null)], bench.State.Patients.FileOf(PatientBench.PatientId).Assessments.Select(each => (each.Id, each.CorrectedBy)));

        string? Refused(Assess asked) => bench.Refused((state, who) => PatientRules.Assess(state, PatientBench.PatientId, asked, who));
    }

    // Aim: another treatment has a day that has been, zones that exist, and a word for what it was; an entry by mistake is withdrawn, not removed.
    [Fact]
    public void Other_treatment_is_entered_and_withdrawn()
    {
        PatientBench bench = PatientBench.Planned();
        NoteOtherTreatment peel = new(OtherTreatmentKind.Peel, PatientBench.FirstDay.AddDays(-3), ["periocular.left"]);
        string id = bench.Do((state, who) => PatientRules.Note(state, PatientBench.PatientId, peel, who, PatientBench.Hardware));
        Assert.Equal(["periocular.left", "under-eye.left"], Entry().Zones);
        Assert.Equal("invalid", Refused(peel with { Day = PatientBench.FirstDay.AddDays(2) }));
        Assert.Equal("invalid", Refused(peel with { Day = PatientBench.FirstDay.AddYears(-131) }));
        Assert.Equal("invalid", Refused(peel with { Zones = ["nose"] }));
        Assert.Equal("invalid", Refused(peel with { Zones = default }));
        Assert.Equal("invalid", Refused(peel with { Kind = OtherTreatmentKind.Other }));
        bench.Do((state, who) => PatientRules.WithdrawNote(state, PatientBench.PatientId, id, new WithdrawEntry("another patient's"), who));
        Assert.Equal("another patient's", Entry().Withdrawn);

        OtherTreatment Entry() => bench.State.Patients.FileOf(PatientBench.PatientId).OtherTreatments.Single();
        string? Refused(NoteOtherTreatment asked) => bench.Refused((state, who) => PatientRules.Note(
            state, PatientBench.PatientId, asked, who, PatientBench.Hardware));
    }
}
