using MesoPen.Host.Clinic.Outcomes;

namespace MesoPen.Tests;

public sealed class AdverseEventRulesTests
{
    private readonly OutcomeScene _scene = new();

    public static TheoryData<string, AdverseEventDetails> Wrong => new()
    {
        { "onset_day lies in the future", OutcomeScene.Nodule with { OnsetDay = new DateOnly(2031, 5, 22) } },
        { "onset_day lies before the session", OutcomeScene.Nodule with { OnsetDay = new DateOnly(2031, 5, 1) } },
        { "description", OutcomeScene.Nodule with { Description = "  " } },
        { "resolved_day belongs", OutcomeScene.Nodule with { ResolvedDay = new DateOnly(2031, 5, 19) } },
        { "resolved_day is missing", OutcomeScene.Nodule with { Outcome = AdverseEventOutcome.Resolved } },
        { "resolved_day lies before onset", OutcomeScene.Nodule with { Outcome = AdverseEventOutcome.ResolvedWithSequelae, ResolvedDay = new DateOnly(2031, 5, 17) } },
        { "resolved_day lies in the future", OutcomeScene.Nodule with { Outcome = AdverseEventOutcome.Resolved, ResolvedDay = new DateOnly(2031, 6, 17) } },
        { "serious", OutcomeScene.Nodule with { Outcome = AdverseEventOutcome.Fatal } },
        { "zone", OutcomeScene.Nodule with { Zone = "a/b" } },
        { "session_id", OutcomeScene.Nodule with { SessionId = "S-2" } },
        { "product_id is missing", OutcomeScene.Nodule with { Lot = "L-1" } },
        { "lot was not used", OutcomeScene.Nodule with { ProductId = "ha", Lot = "L-2" } },
        { "head_id was not used", OutcomeScene.Nodule with { HeadId = "H-2" } },
        { "device_serial was not used", OutcomeScene.Nodule with { DeviceSerial = "SN-78" } },
        { "go together", OutcomeScene.Nodule with { FirstShot = 101 } },
        { "session_id is missing", OutcomeScene.Nodule with { SessionId = null, FirstShot = 101, LastShot = 102 } },
        { "after last_shot", OutcomeScene.Nodule with { FirstShot = 103, LastShot = 102 } },
        { "more shots than this session had", OutcomeScene.Nodule with { FirstShot = 100, LastShot = 141 } },
    };

    // Aim: what cannot be of an adverse event is refused by name, so that a link to a session, shot, lot, head or device is never a wrong one.
    [Theory]
    [MemberData(nameof(Wrong))]
    public void An_adverse_event_that_cannot_be_is_refused(string because, AdverseEventDetails asked) =>
        OutcomeScene.Refused(AdverseEventRules.Report(_scene.State, _scene.Find, "P-1", asked, OutcomeScene.Clinician), because);

    // Aim: an adverse event of a session carries its device, head and lot without anybody typing them; of two lots none is guessed.
    [Fact]
    public void A_report_takes_device_head_and_lot_from_its_session()
    {
        string id = _scene.Do(AdverseEventRules.Report(_scene.State, _scene.Find, "P-1", OutcomeScene.Nodule with { FirstShot = 101, LastShot = 141 }, OutcomeScene.Clinician));
        AdverseEventDetails linked = _scene.State.Outcomes.AdverseEvents[id].Details;
        Assert.Equal(("SN-77", "H-1", "ha", "L-1"), (linked.DeviceSerial, linked.HeadId, linked.ProductId, linked.Lot));

        string two = _scene.Do(AdverseEventRules.Report(_scene.State, _scene.Find, "P-2", OutcomeScene.Nodule with { SessionId = "S-2" }, OutcomeScene.Clinician));
        linked = _scene.State.Outcomes.AdverseEvents[two].Details;
        Assert.Equal(("H-2", null, null), (linked.HeadId, linked.ProductId, linked.Lot));
    }

    // Aim: an update is an event of its own; the first report's time stays, the newest statement holds; the same again writes nothing.
    [Fact]
    public void An_update_is_a_new_event()
    {
        string id = _scene.Do(AdverseEventRules.Report(_scene.State, _scene.Find, "P-1", OutcomeScene.Nodule, OutcomeScene.Clinician));
        AdverseEventDetails over = OutcomeScene.Nodule with { Outcome = AdverseEventOutcome.Resolved, ResolvedDay = new DateOnly(2031, 5, 20) };
        _scene.Do(AdverseEventRules.Update(_scene.State, _scene.Find, id, new(over, "seen again"), OutcomeScene.Clinician));

        AdverseEvent known = _scene.State.Outcomes.AdverseEvents[id];
        Assert.Equal((AdverseEventOutcome.Resolved, "mira"), (known.Details.Outcome, known.ReportedBy));
        Assert.Empty(AdverseEventRules.Update(_scene.State, _scene.Find, id, new(over, "the same"), OutcomeScene.Clinician).Events);
        OutcomeScene.Refused(AdverseEventRules.Update(_scene.State, _scene.Find, id, new(OutcomeScene.Nodule, ""), OutcomeScene.Clinician), "reason");
    }
}
