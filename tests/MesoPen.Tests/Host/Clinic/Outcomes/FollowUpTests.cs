using MesoPen.Host.Clinic.Outcomes;

namespace MesoPen.Tests;

public sealed class FollowUpTests
{
    private readonly OutcomeScene _scene = new();

    // Aim: until the site decides, contacts are due at both ends of the 1 to 12 weeks in which mycobacteria showed, and each turns due on its
    // day and overdue after it.
    [Theory]
    [InlineData(0, FollowUpStatus.Upcoming, FollowUpStatus.Upcoming)]
    [InlineData(6, FollowUpStatus.Upcoming, FollowUpStatus.Upcoming)]
    [InlineData(7, FollowUpStatus.Due, FollowUpStatus.Upcoming)]
    [InlineData(8, FollowUpStatus.Overdue, FollowUpStatus.Upcoming)]
    [InlineData(83, FollowUpStatus.Overdue, FollowUpStatus.Upcoming)]
    [InlineData(84, FollowUpStatus.Overdue, FollowUpStatus.Due)]
    [InlineData(85, FollowUpStatus.Overdue, FollowUpStatus.Overdue)]
    public void Contacts_turn_due_and_overdue(int daysAfter, FollowUpStatus first, FollowUpStatus last)
    {
        IReadOnlyList<FollowUpContact> contacts = FollowUpList.Of(
            _scene.State.Outcomes, [OutcomeScene.Session], OutcomeScene.SessionDay.AddDays(daysAfter));
        Assert.Equal([(7, first), (84, last)], contacts.Select(each => (each.DayAfter, each.Status)));
    }

    // Aim: a try that reached nobody leaves the contact due; one that did makes it done; withdrawn, it is due again.
    [Fact]
    public void A_contact_is_done_when_somebody_was_reached()
    {
        Enter(new FollowUpDetails(7, new DateOnly(2031, 5, 13), FollowUpFinding.NotReached));
        Assert.Equal(FollowUpStatus.Overdue, First().Status);
        string id = Enter(new FollowUpDetails(7, new DateOnly(2031, 5, 14), FollowUpFinding.Well));
        Assert.Equal((FollowUpStatus.Done, 2), (First().Status, First().Entries.Count));

        _scene.Do(FollowUpRules.Withdraw(_scene.State, id, new("other patient"), OutcomeScene.Clinician));
        Assert.Equal((FollowUpStatus.Overdue, 1), (First().Status, First().Entries.Count));
    }

    // Aim: a schedule that ends before 12 weeks cannot be set, nor one that is none.
    [Theory]
    [InlineData("84 or more", new[] { 7, 83 }, 0)]
    [InlineData("days_after", new int[0], 0)]
    [InlineData("days_after", new[] { 84, 84 }, 0)]
    [InlineData("days_after", new[] { 0, 84 }, 0)]
    [InlineData("days_after", new[] { 84, 366 }, 0)]
    [InlineData("grace_days", new[] { 84 }, -1)]
    [InlineData("grace_days", new[] { 84 }, 29)]
    public void A_schedule_that_cannot_be_is_refused(string because, int[] days, int grace) =>
        OutcomeScene.Refused(FollowUpRules.SetSchedule(_scene.State, new SetFollowUpSchedule(days, grace), OutcomeScene.Clinician), because);

    // Aim: the site's own schedule and grace hold for sessions that were before it.
    [Fact]
    public void The_sites_schedule_holds_for_all_sessions()
    {
        _scene.Do(FollowUpRules.SetSchedule(_scene.State, new SetFollowUpSchedule([2, 90], 3), OutcomeScene.Clinician));
        IReadOnlyList<FollowUpContact> contacts = FollowUpList.Of(_scene.State.Outcomes, _scene.Sessions, OutcomeScene.SessionDay.AddDays(5));
        Assert.Equal([("S-1", 2), ("S-2", 2), ("S-1", 90), ("S-2", 90)], contacts.Select(each => (each.SessionId, each.DayAfter)));
        Assert.Equal(FollowUpStatus.Due, contacts[0].Status);
        Assert.Equal(FollowUpStatus.Overdue, FollowUpList.Of(_scene.State.Outcomes, _scene.Sessions, OutcomeScene.SessionDay.AddDays(6))[0].Status);
    }

    public static TheoryData<string, FollowUpDetails> Wrong => new()
    {
        { "day_after", new FollowUpDetails(8, new DateOnly(2031, 5, 14), FollowUpFinding.Well) },
        { "day lies before the session", new FollowUpDetails(7, new DateOnly(2031, 5, 5), FollowUpFinding.Well) },
        { "day lies in the future", new FollowUpDetails(7, new DateOnly(2031, 5, 22), FollowUpFinding.Well) },
        { "adverse_event_id goes with", new FollowUpDetails(7, new DateOnly(2031, 5, 14), FollowUpFinding.AdverseEvent) },
        { "adverse_event_id goes with", new FollowUpDetails(7, new DateOnly(2031, 5, 14), FollowUpFinding.Well, "AE-00000001") },
        { "adverse_event_id names no", new FollowUpDetails(7, new DateOnly(2031, 5, 14), FollowUpFinding.AdverseEvent, "AE-00000001") },
        { "note", new FollowUpDetails(7, new DateOnly(2031, 5, 14), FollowUpFinding.Well, Note: new string('a', 4001)) },
    };

    // Aim: an entry that cannot be is refused by name; in particular another patient's adverse event.
    [Theory]
    [MemberData(nameof(Wrong))]
    public void An_entry_that_cannot_be_is_refused(string because, FollowUpDetails asked)
    {
        _scene.Do(AdverseEventRules.Report(_scene.State, _scene.Find, "P-2", OutcomeScene.Nodule with { SessionId = "S-2" }, OutcomeScene.Clinician));
        OutcomeScene.Refused(FollowUpRules.Enter(_scene.State, _scene.Find, "S-1", asked, OutcomeScene.Clinician), because);
    }

    private string Enter(FollowUpDetails details) =>
        _scene.Do(FollowUpRules.Enter(_scene.State, _scene.Find, "S-1", details, OutcomeScene.Clinician));

    private FollowUpContact First() => FollowUpList.Of(_scene.State.Outcomes, [OutcomeScene.Session], new DateOnly(2031, 5, 20))[0];
}
