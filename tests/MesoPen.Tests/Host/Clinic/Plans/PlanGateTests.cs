using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Plans;

namespace MesoPen.Tests;

public sealed class PlanGateTests
{
    // Aim: without this a gate that always blocks would pass every test below.
    [Fact]
    public void Session_of_the_newest_version_that_is_due_is_not_blocked() => Assert.Null(Blocks(PatientBench.Ready()));

    // Aim: only the newest version of the patient's own plan, for the device that is there, is treated.
    [Fact]
    public void Session_of_another_plan_version_or_device_is_blocked()
    {
        PatientBench bench = PatientBench.Ready();
        Assert.Equal("plan-missing", Blocks(bench, bench.Intent with { PlanId = "PL-9" }));
        Assert.Equal("plan-missing", Blocks(bench, bench.Intent with { PatientId = "P-0002" }));
        Assert.Equal("plan-missing", Blocks(bench, bench.Intent with { PlanVersion = 2 }));
        Assert.Equal("plan-missing", Blocks(bench, bench.Intent with { PlanVersion = 0 }));
        Assert.Equal("plan-other-device", Blocks(bench, bench.Intent with { DeviceFamily = "gun-5" }));
        bench.ChangePlan(PatientBench.Content with { Course = PatientBench.Course with { Sessions = 4 } });
        Assert.Equal("plan-outdated", Blocks(bench));
        bench.Intent = bench.Intent with { PlanVersion = 2 };
        Assert.Null(Blocks(bench));
        bench.Do((state, who) => PlanRules.End(state, PatientBench.PlanId, new EndPlan("moved away"), who));
        Assert.Equal("plan-ended", Blocks(bench));
    }

    // Aim: the least interval holds to the day: before the first day, after each session, and before maintenance.
    [Theory]
    [InlineData("", -1, "plan-not-due")]
    [InlineData("", 0, null)]
    [InlineData("0", 0, "plan-not-due")]
    [InlineData("0", 13, "plan-not-due")]
    [InlineData("0", 14, null)]
    [InlineData("0,14", 27, "plan-not-due")]
    [InlineData("0,14", 28, null)]
    [InlineData("0,14,28", 117, "plan-not-due")]
    [InlineData("0,14,28", 118, null)]
    [InlineData("0,14,28,118", 207, "plan-not-due")]
    [InlineData("0,14,28,118", 208, null)]
    public void Least_interval_is_kept(string given, int today, string? expected)
    {
        PatientBench bench = PatientBench.Ready();
        bench.Now = PatientBench.Start.AddDays(today);
        Assert.Equal(expected, Blocks(bench, bench.Intent, plan => plan == PatientBench.PlanId ? Days(given) : []));
    }

    // Aim: a series without maintenance ends with its last session.
    [Fact]
    public void Series_without_maintenance_is_complete()
    {
        PatientBench bench = PatientBench.Ready();
        bench.ChangePlan(PatientBench.Content with { Course = PatientBench.Course with { Maintenance = null } });
        bench.Intent = bench.Intent with { PlanVersion = 2 };
        bench.Now = PatientBench.Start.AddDays(400);
        Assert.Null(Blocks(bench, bench.Intent, _ => Days("0,14")));
        Assert.Equal("series-complete", Blocks(bench, bench.Intent, _ => Days("0,14,28")));
    }

    // Aim: a second plan for the same skin does not shorten the interval; one for other zones does not matter.
    [Theory]
    [InlineData("cheek.left", "plan-not-due")]
    [InlineData("cheek.right", null)]
    public void Other_plan_for_the_same_zone_counts(string zone, string? expected)
    {
        PatientBench bench = PatientBench.Ready();
        PlanContent content = PatientBench.Content with { Zones = [PatientBench.Cheek with { Zone = zone }] };
        bench.Do((state, who) => PlanRules.Make(
            state, new MakePlan("PL-2", PatientBench.PatientId, "Two", PatientBench.ProtocolId, PatientBench.FirstDay, content), who, PatientBench.Hardware));
        bench.Now = PatientBench.Start.AddDays(13);
        Assert.Equal(expected, Blocks(bench, bench.Intent, plan => plan == "PL-2" ? Days("0") : []));
    }

    // Aim: the site's interval after another treatment is kept to the day, where it was and where nobody knows; elsewhere it does not matter.
    [Theory]
    [InlineData(-20, "cheek.left", "combination-interval")]
    [InlineData(-21, "cheek.left", null)]
    [InlineData(0, "cheek.right", null)]
    [InlineData(0, "", "combination-interval")]
    public void Interval_after_another_treatment_is_kept(int day, string zone, string? expected)
    {
        PatientBench bench = PatientBench.Ready();
        bench.SetPolicy(policy => policy with { CombinationDays = policy.CombinationDays.Add("peel", 21) });
        Note(bench, OtherTreatmentKind.Peel, day, zone);
        Assert.Equal(expected, Blocks(bench));
    }

    // Aim: two people may pass over the interval; then the other rules are asked one by one, and each of them still blocks.
    [Fact]
    public void Each_rule_of_the_gate_speaks_for_itself()
    {
        PatientBench bench = PatientBench.Ready();
        bench.SetPolicy(policy => policy with { CombinationDays = policy.CombinationDays.Add("peel", 21) });
        Note(bench, OtherTreatmentKind.Peel, 0, "cheek.left");
        bench.Now = PatientBench.Start.AddDays(-1);
        Assert.Equal(
            [null, "plan-not-due", "combination-interval"], PlanRules.Gate.Select(rule => rule(bench.State, bench.Intent, bench.Now)?.Type.Id));
        Note(bench, OtherTreatmentKind.Laser, 0, "cheek.left");
        Assert.Equal("combination-unstated", PlanRules.Gate[2](bench.State, bench.Intent, bench.Now)!.Type.Id);
    }

    // Aim: no interval is assumed for any kind of treatment; the site's word for it lets it through, a withdrawn entry does not count.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_without_an_interval_blocks_until_the_site_states_it(OtherTreatmentKind kind)
    {
        PatientBench bench = PatientBench.Ready();
        string id = Note(bench, kind, -3000, "");
        Assert.Equal("combination-unstated", Blocks(bench));
        PatientBench stated = PatientBench.Ready();
        stated.State = bench.State;
        stated.SetPolicy(policy => policy with { CombinationDays = policy.CombinationDays.Add(OtherTreatment.WordOf(kind), 30) });
        Assert.Null(Blocks(stated));
        bench.Do((state, who) => PatientRules.WithdrawNote(state, PatientBench.PatientId, id, new WithdrawEntry("mistaken"), who));
        Assert.Null(Blocks(bench));
    }

    public static TheoryData<OtherTreatmentKind> Kinds => [.. Enum.GetValues<OtherTreatmentKind>()];

    // Aim: what is due when, overdue from the day after the longest interval, maintenance after the series, nothing after an end.
    [Theory]
    [InlineData("", "1:0-14 2:14-42 3:28-70 4m:118-250", 15)]
    [InlineData("2", "2:16-30 3:30-58 4m:120-238", 31)]
    [InlineData("2,16,40", "4m:130-220", 221)]
    [InlineData("2,16,40,130", "5m:220-310", 311)]
    public void Schedule_says_what_is_due_when(string given, string expected, int overdue)
    {
        Plan plan = PatientBench.Planned().State.Plans.All[PatientBench.PlanId];
        PlanSchedule schedule = PlanSchedule.Of(plan, Days(given));
        Assert.Equal(expected, string.Join(' ', schedule.Due.Select(due =>
            $"{due.Number}{(due.Maintenance ? "m" : "")}:{due.NotBefore.DayNumber - PatientBench.FirstDay.DayNumber}-{due.NotAfter.DayNumber - PatientBench.FirstDay.DayNumber}")));
        Assert.False(schedule.IsOverdue(PatientBench.FirstDay.AddDays(overdue - 1)));
        Assert.True(schedule.IsOverdue(PatientBench.FirstDay.AddDays(overdue)));
        Assert.Empty(PlanSchedule.Of(plan with { Ended = "moved away" }, Days(given)).Due);
    }

    private static string? Blocks(PatientBench bench) => Blocks(bench, bench.Intent);

    private static string? Blocks(PatientBench bench, MesoPen.Host.Clinic.Treatments.TreatmentIntent intent, Func<string, IEnumerable<DateOnly>>? days = null) =>
        (days is null ? PlanRules.Blocks(bench.State, intent, bench.Now) : PlanRules.Blocks(bench.State, intent, bench.Now, days))?.Type.Id;

    private static string Note(PatientBench bench, OtherTreatmentKind kind, int day, string zone) => bench.Do((state, who) => PatientRules.Note(
        state, PatientBench.PatientId, new NoteOtherTreatment(kind, PatientBench.FirstDay.AddDays(day), zone.Length == 0 ? [] : [zone], "what it was"), who,
        PatientBench.Hardware));

    private static IEnumerable<DateOnly> Days(string given) =>
        given.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(each => PatientBench.FirstDay.AddDays(int.Parse(each, System.Globalization.CultureInfo.InvariantCulture)));
}
