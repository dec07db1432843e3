using MesoPen.Host.Clinic.Outcomes;

namespace MesoPen.Tests;

public sealed class RecallAndAuditTests
{
    private readonly OutcomeScene _scene = new();

    // Aim: from a lot to everybody who got it, in a mixture too; the product narrows it; a lot that nobody got finds nobody.
    [Theory]
    [InlineData("L-1", null, "P-1,P-2")]
    [InlineData("L-1", "ha", "P-1,P-2")]
    [InlineData("L-9", "c", "P-2")]
    [InlineData("L-9", "ha", "")]
    [InlineData("L-7", null, "")]
    public void A_lot_leads_to_its_patients(string lot, string? product, string patients) =>
        Assert.Equal(patients, string.Join(',', Recall.Lot(_scene.State.Outcomes, _scene.Sessions, lot, product).Patients));

    // Aim: a device and a head lead to their patients, sessions and adverse events; an adverse event that names the device without a session counts.
    [Fact]
    public void A_device_and_a_head_lead_to_their_patients()
    {
        Report("P-1", OutcomeScene.Nodule);
        Report("P-2", OutcomeScene.Nodule with { SessionId = null, DeviceSerial = "SN-99" });

        RecallFinding device = Recall.Device(_scene.State.Outcomes, _scene.Sessions, "SN-77");
        Assert.Equal((2, 2, 1), (device.Patients.Count, device.Sessions.Count, device.AdverseEvents.Count));
        Assert.Equal(["P-2"], Recall.Device(_scene.State.Outcomes, _scene.Sessions, "SN-99").Patients);
        RecallFinding head = Recall.Head(_scene.State.Outcomes, _scene.Sessions, "H-1");
        Assert.Equal(["P-1"], head.Patients);
        Assert.Single(head.AdverseEvents);
    }

    // Aim: figures count each session once for its clinician and product and once in each zone, adverse events where they belong, and follow-ups
    // that are due by today.
    [Fact]
    public void Figures_count_what_belongs_to_whom()
    {
        Report("P-1", OutcomeScene.Nodule with { Serious = true });
        Report("P-2", OutcomeScene.Nodule with { SessionId = null, Zone = null });
        _scene.Do(FollowUpRules.Enter(
            _scene.State, _scene.Find, "S-1", new FollowUpDetails(7, new DateOnly(2031, 5, 13), FollowUpFinding.Well), OutcomeScene.Clinician));
        AuditFigures figures = AuditFigures.Of(
            _scene.State.Outcomes, _scene.Sessions, OutcomeScene.SessionDay, new DateOnly(2031, 5, 20), new DateOnly(2031, 5, 20));

        Assert.Equal(new AuditFigure(null, 2, 80, 800_000, 20_000, 2, 1, 2, 1), figures.Total);
        Assert.Equal(
            [new AuditFigure("mira", 2, 80, 800_000, 20_000, 1, 1, 2, 1), new AuditFigure(null, 0, 0, 0, 0, 1, 0, 0, 0)], figures.ByClinician);
        Assert.Equal(["c+ha", "ha", null], figures.ByProduct.Select(each => each.Key));
        Assert.Equal(
            [
                new AuditFigure("forehead", 2, 60, 600_000, 0, 1, 1, 2, 1), new AuditFigure("neck", 2, 20, 200_000, 20_000, 0, 0, 2, 1),
                new AuditFigure(null, 0, 0, 0, 0, 1, 0, 0, 0),
            ],
            figures.ByZone);
    }

    // Aim: days outside of what was asked stay out, sessions and adverse events alike.
    [Fact]
    public void Figures_hold_to_their_days()
    {
        Report("P-1", OutcomeScene.Nodule);
        AuditFigures later = AuditFigures.Of(
            _scene.State.Outcomes, _scene.Sessions, OutcomeScene.SessionDay.AddDays(1), new DateOnly(2031, 5, 20), new DateOnly(2031, 5, 20));
        Assert.Equal((1, 0), (later.Total.Sessions, later.Total.AdverseEvents));
    }

    private void Report(string patient, AdverseEventDetails details) =>
        _scene.Do(AdverseEventRules.Report(_scene.State, _scene.Find, patient, details, OutcomeScene.Clinician));
}
