using MesoPen.Host.Clinic.Outcomes;

namespace MesoPen.Tests;

public sealed class OutcomeRulesTests
{
    private readonly OutcomeScene _scene = new();

    public static TheoryData<string, OutcomeDetails> Wrong => new()
    {
        { "zone", OutcomeScene.Hydration with { Zone = "fore head" } },
        { "day lies in the future", OutcomeScene.Hydration with { Day = new DateOnly(2031, 5, 22) } },
        { "before the patient's birth", OutcomeScene.Hydration with { Day = new DateOnly(1979, 12, 31) } },
        { "value", OutcomeScene.Hydration with { Value = "" } },
        { "value", OutcomeScene.Hydration with { Value = "041" } },
        { "value", OutcomeScene.Hydration with { Value = "4e1" } },
        { "value", OutcomeScene.Hydration with { Value = "+4" } },
        { "value", OutcomeScene.Hydration with { Value = "4." } },
        { "value", OutcomeScene.Hydration with { Value = "--4" } },
        { "value", OutcomeScene.Hydration with { Value = "1234567890" } },
        { "value", OutcomeScene.Hydration with { Value = "1.1234567" } },
        { "value", OutcomeScene.Hydration with { Value = "٤" } },
        { "unit", OutcomeScene.Hydration with { Unit = "AU" } },
        { "score_name belongs to a score", OutcomeScene.Hydration with { ScoreName = "GAIS" } },
        { "score_name", OutcomeScene.Hydration with { Measure = Measure.Score } },
        { "instrument", OutcomeScene.Hydration with { Instrument = null } },
        { "session_id", OutcomeScene.Hydration with { SessionId = "S-2" } },
        { "session_id", OutcomeScene.Hydration with { SessionId = "S-9" } },
        { "note", OutcomeScene.Hydration with { Note = "a\u0007b" } },
    };

    // Aim: every value that an outcome cannot have is refused by name, and nothing changes.
    [Theory]
    [MemberData(nameof(Wrong))]
    public void An_outcome_that_cannot_be_is_refused(string because, OutcomeDetails asked) =>
        OutcomeScene.Refused(OutcomeRules.Measure(_scene.State, _scene.Find, "P-1", asked, OutcomeScene.Clinician), because);

    // Aim: series hold the values of one zone, measure, unit and instrument in the order of their days, with their digits; other patients' stay out.
    [Fact]
    public void Series_follow_the_days_and_keep_the_digits()
    {
        Enter(OutcomeScene.Hydration with { Day = new DateOnly(2031, 5, 19), Value = "-0.50" });
        Enter(OutcomeScene.Hydration with { Day = new DateOnly(2031, 5, 1), SessionId = null, Value = "38" });
        Enter(OutcomeScene.Hydration with { Zone = "neck" });
        Enter(OutcomeScene.Hydration with { Unit = "uS" });
        _scene.Do(OutcomeRules.Measure(_scene.State, _scene.Find, "P-2", OutcomeScene.Hydration with { SessionId = null }, OutcomeScene.Clinician));

        IReadOnlyList<OutcomeSeries> series = OutcomeSeries.Of(_scene.State.Outcomes, "P-1");
        Assert.Equal([("forehead", "[arb'U]"), ("forehead", "uS"), ("neck", "[arb'U]")], series.Select(each => (each.Zone, each.Unit)));
        Assert.Equal(["38", "-0.50"], series[0].Points.Select(point => point.Value));
    }

    // Aim: a correction and a withdrawal are events of their own; the newest holds, a withdrawn value leaves the series and stays readable.
    [Fact]
    public void Corrections_and_withdrawals_are_new_events()
    {
        string id = Enter(OutcomeScene.Hydration);
        long entered = _scene.State.Outcomes.Measured[id].Version;
        _scene.Do(OutcomeRules.Correct(_scene.State, _scene.Find, id, new(OutcomeScene.Hydration with { Value = "43.1" }, "misread"), OutcomeScene.Clinician));
        Assert.Equal(("43.1", entered + 1), (_scene.State.Outcomes.Measured[id].Details.Value, _scene.State.Outcomes.Measured[id].Version));

        _scene.Do(OutcomeRules.Withdraw(_scene.State, id, new("other patient"), OutcomeScene.Clinician));
        Assert.Empty(OutcomeSeries.Of(_scene.State.Outcomes, "P-1"));
        Assert.True(_scene.State.Outcomes.Measured[id].Withdrawn);
        Assert.Empty(OutcomeRules.Withdraw(_scene.State, id, new("again"), OutcomeScene.Clinician).Events);
        OutcomeScene.Refused(
            OutcomeRules.Correct(_scene.State, _scene.Find, id, new(OutcomeScene.Hydration, "again"), OutcomeScene.Clinician), "withdrawn");
    }

    // Aim: a photograph is a reference and a hash in one form; nothing else is taken.
    [Theory]
    [InlineData("sha256", "pacs:1", "ABCDEF")]
    [InlineData("sha256", "pacs:1", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("reference", " ", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(null, "pacs:1", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void A_photograph_is_a_reference_and_a_hash(string? because, string reference, string sha256)
    {
        PhotoDetails photo = new("forehead", new DateOnly(2031, 5, 20), reference, sha256, "S-1");
        MesoPen.Host.Clinic.Decision decision = OutcomeRules.Photograph(_scene.State, _scene.Find, "P-1", photo, OutcomeScene.Clinician);
        if (because is not null)
        {
            OutcomeScene.Refused(decision, because);
            return;
        }

        string id = _scene.Do(decision);
        _scene.Do(OutcomeRules.WithdrawPhoto(_scene.State, id, new("blurred"), OutcomeScene.Clinician));
        Assert.True(_scene.State.Outcomes.Photos[id].Withdrawn);
    }

    private string Enter(OutcomeDetails details) =>
        _scene.Do(OutcomeRules.Measure(_scene.State, _scene.Find, "P-1", details, OutcomeScene.Clinician));
}
