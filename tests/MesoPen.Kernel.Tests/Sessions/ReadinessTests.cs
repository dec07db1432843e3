using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Sessions;

/// <summary>Nothing arms without all that has to hold before; what is missing is named.</summary>
public sealed class ReadinessTests
{
    // What is missing, as it is named, and how to bring a ready bench there.
    private static readonly Dictionary<string, Func<Bench>> Missing = new()
    {
        ["an identified device that takes permits"] = () => Ready(b => b.Identity = b.Identity with { PermitShotsMax = 0 }),
        ["a passed self-test"] = () => Told(b => b.Device.Status() with { SelfTested = false }),
        ["a primed line"] = () => Told(b => b.Device.Status() with { Primed = false }),
        ["a calibration in date"] = () => Ready(b => b.Identity = b.Identity with { CalibrationDueDay = Plans.Today - 1 }),
        ["a session that is not closed"] = () => Then(b => b.Do(new SessionEvent.Close(b.Now, "early"))),
        ["a plan within all limits"] = () => Ready(b => b.Identity = b.Identity with { Caps = [Plans.Limit(LimitKind.DoseMax, 19_999)] }),
        ["a product in date"] = () => Then(
            b => b.Now += 101L * 86_400_000, before: b => b.Identity = b.Identity with { CalibrationDueDay = Plans.Today + 999 }),
        ["a fresh needle, confirmed"] = Without(Readiness.FreshNeedle),
        ["screening, confirmed"] = Without(Readiness.Screening),
        ["consent, confirmed"] = Without(Readiness.Consent),
        ["the patient, by nobody else treated, confirmed"] = Without(Readiness.Patient),
        ["the operator's competence, confirmed"] = Without(Readiness.Competence),
        ["the newest plan, due, confirmed"] = Without(Readiness.Plan),
        ["the product, allowed and in date, confirmed"] = Without(Readiness.Product),
        ["the vial, in time and with enough left, confirmed"] = Without(Readiness.Vial),
        ["the site's records within reach, confirmed"] = Without(Readiness.Records),
        ["the calibration in force, confirmed"] = Without(Readiness.Calibration),
        ["every shot settled and the device at rest"] = () => Told(b => b.Device.Status() with { Still = false, Condition = DeviceCondition.Moving }),
        ["records that are written"] = () => Then(b => b.Do(new SessionEvent.RecordFailed(b.Now, "The disk is full."))),
        ["a zone of the plan with points left"] = () => Then(_ => { }),
    };

    public static TheoryData<string> Names => [.. Missing.Keys];

    [Fact]
    public void Ready_session_arms()
    {
        // Aim: with everything there nothing blocks; the cases below each take one thing away from this.
        Bench bench = Ready();
        Assert.Empty(bench.Session.ArmBlockers(Plans.Cheek(), bench.Now));
        bench.Arm();
        Assert.Equal(SessionState.Waiting, bench.Session.State);
        Assert.Single(bench.Granted);
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Requirement", "SR-120")]
    public void Missing_one_thing_blocks_arming_and_is_named(string what)
    {
        // Aim: each guard alone refuses, names itself and nothing else, and nothing is granted.
        Bench bench = Missing[what]();
        ushort zone = (ushort)(what.StartsWith("a zone", StringComparison.Ordinal) ? 99 : 1);
        ZonePlan? asked = bench.Plan.Find(zone);
        if (bench.Session.State != SessionState.Ready)
        {
            // A device that says that it is not tested or not primed leaves Ready at once; the guard stands behind that.
            Assert.Equal(SessionState.Standby, bench.Session.State);
            Assert.Equal(["the session is Standby"], bench.Session.ArmBlockers(asked!, bench.Now));
        }
        else
        {
            Assert.Equal([what], bench.Session.ArmBlockers(asked!, bench.Now));
        }

        bench.Do(new SessionEvent.Arm(bench.Now, zone));
        Assert.False(bench.Session.IsIn(SessionState.Armed));
        Assert.Empty(bench.Granted);
        string notice = bench.Notices.Last(text => text.StartsWith("Arming refused", StringComparison.Ordinal));
        Assert.Contains(bench.Session.State == SessionState.Ready ? what : "not possible while Standby", notice, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "SR-120")]
    public void Names_are_all_the_guards()
    {
        // Aim: a guard added to the kernel and not tested here is noticed: the drawn machine names every one.
        string diagram = new Session(Plans.Plan(), new LimitSet([]), Plans.Options()).Diagram();
        string arm = diagram.Split('\n').First(line => line.Contains("Ready --> Waiting", StringComparison.Ordinal));
        Assert.Equal(Missing.Count, arm.Split('[').Length - 1);
        Assert.All(Missing.Keys, name => Assert.Contains($"[{name}]", arm, StringComparison.Ordinal));
    }

    public static TheoryData<Readiness> Items => [.. Enum.GetValues<Readiness>().Where(item => item is not (Readiness.None or Readiness.All))];

    [Fact]
    [Trait("Requirement", "SR-120")]
    public void All_is_every_item()
    {
        // Aim: an item that is added and not in All would be confirmed by nobody, and one without words would have no guard.
        Assert.Equal(Readiness.All, Items.Aggregate(Readiness.None, (sum, item) => sum | item.Data));
        Assert.Equal(Enumerable.Range(0, Items.Count).Select(bit => (Readiness)(1 << bit)), Items.Select(item => item.Data));
        Assert.Equal(Items.Count, Missing.Keys.Count(name => name.EndsWith(", confirmed", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Items))]
    [Trait("Requirement", "SR-128")]
    public void Item_withdrawn_while_armed_lets_the_zone_end_and_the_next_arming_is_refused_with_the_reason(Readiness item)
    {
        // Aim: what is armed is not broken off; nothing is armed any more, and the reason is told; confirmed again, it arms.
        Bench bench = Ready();
        bench.Arm();
        bench.Do(new SessionEvent.Withdraw(bench.Now, item, "no longer so"));
        Assert.True(bench.Session.IsIn(SessionState.Armed));
        Assert.DoesNotContain(bench.Effects, effect => effect is Effect.Revoke { PermitId: > 0 });
        Assert.Contains(bench.Records, record => record is SessionRecord.Decision { What: "withdrawn" } said && said.Text == $"{item}: no longer so");

        int shots = bench.Granted.Count;
        bench.Do(new SessionEvent.Pause(bench.Now, "to look"));
        bench.Settle();
        bench.Do(new SessionEvent.Arm(bench.Now, 1));
        Assert.False(bench.Session.IsIn(SessionState.Armed));
        Assert.Equal(shots, bench.Granted.Count);
        Assert.Contains(", confirmed (no longer so)", Assert.Single(bench.Session.ArmBlockers(Plans.Cheek(), bench.Now)), StringComparison.Ordinal);
        Assert.Contains(", confirmed (no longer so).", bench.Notices[^1], StringComparison.Ordinal);

        bench.Do(new SessionEvent.Confirm(bench.Now, item, "Ada"));
        Assert.Empty(bench.Session.ArmBlockers(Plans.Cheek(), bench.Now));
    }

    [Fact]
    [Trait("Requirement", "SR-121")]
    [Trait("Requirement", "SR-122")]
    public void Calibration_and_product_hold_through_their_last_day()
    {
        // Aim: a date is good on that day itself, to its last millisecond.
        Bench bench = Ready(b => b.Identity = b.Identity with { CalibrationDueDay = Plans.Today });
        long lastMs = ((Plans.Today + 1) * 86_400_000L) - 1;
        Assert.Empty(bench.Session.ArmBlockers(Plans.Cheek(), lastMs));
        Assert.Equal(["a calibration in date"], bench.Session.ArmBlockers(Plans.Cheek(), lastMs + 1));

        bench = Ready(b => b.Identity = b.Identity with { CalibrationDueDay = Plans.Today + 999 });
        lastMs = ((bench.Plan.Product.ExpiresDay + 1) * 86_400_000L) - 1;
        Assert.Empty(bench.Session.ArmBlockers(Plans.Cheek(), lastMs));
        Assert.Equal(["a product in date"], bench.Session.ArmBlockers(Plans.Cheek(), lastMs + 1));
    }

    [Fact]
    [Trait("Requirement", "SR-121")]
    public void Device_that_was_never_calibrated_blocks_arming()
    {
        // Aim: 0 is no date.
        Bench bench = Ready(b => b.Identity = b.Identity with { CalibrationDueDay = 0 });
        Assert.Equal(["a calibration in date"], bench.Session.ArmBlockers(Plans.Cheek(), bench.Now));
    }

    [Fact]
    [Trait("Requirement", "SR-123")]
    public void Confirmation_needs_a_person()
    {
        // Aim: nobody is no one.
        Bench bench = new();
        bench.Connect();
        bench.Do(new SessionEvent.Prime(bench.Now));
        bench.Settle();
        bench.Do(new SessionEvent.Confirm(bench.Now, Readiness.All, "  "));
        bench.Do(new SessionEvent.ChangeNeedle(bench.Now, ""));
        Assert.Equal(Items.Count, bench.Session.ArmBlockers(Plans.Cheek(), bench.Now).Count);
        Assert.Contains("Confirmation refused: it needs a person.", bench.Notices);
        Assert.Contains("Needle change refused: it needs a person.", bench.Notices);
    }

    [Fact]
    public void Needle_change_confirms_a_fresh_needle()
    {
        // Aim: who fits a new head has confirmed that it is new.
        Bench bench = Ready(confirm: Readiness.All & ~Readiness.FreshNeedle);
        bench.Do(new SessionEvent.ChangeNeedle(bench.Now, "Ada"));
        Assert.Empty(bench.Session.ArmBlockers(Plans.Cheek(), bench.Now));
    }

    [Fact]
    [Trait("Requirement", "SR-023")]
    public void Plan_beyond_a_cap_of_the_device_is_refused_when_the_device_is_known()
    {
        // Aim: the refusal names the device's own cap, before anybody asks to arm.
        Bench bench = Ready(b => b.Identity = b.Identity with
        {
            Caps = [new Limit(LimitKind.DoseMax, null, 19_000, LimitSource.DeviceCaps, "firmware of S-1", "1.2.3")],
        });
        Assert.Contains(
            "Dose per shot in zone cheek.left: 20 µL asked, at most 19 µL allowed by the device's own caps (firmware of S-1; version 1.2.3). "
                + "Choose 19 µL or less.",
            bench.Notices);
    }

    [Fact]
    public void Self_test_is_asked_for_again_only_after_a_second()
    {
        // Aim: a device that cannot test itself now (in contact) is not flooded.
        Bench bench = new() { Wire = false };
        bench.Connect();
        Assert.Single(bench.Effects.OfType<Effect.SelfTest>());
        bench.Now += 999;
        bench.Settle();
        Assert.Single(bench.Effects.OfType<Effect.SelfTest>());
        bench.Now += 1;
        bench.Settle();
        Assert.Equal(2, bench.Effects.OfType<Effect.SelfTest>().Count());
    }

    [Fact]
    [Trait("Requirement", "SR-125")]
    public void Prime_that_ends_short_of_its_volume_does_not_make_ready()
    {
        // Aim: only a primed device is ready; the person is told why it is not.
        Bench bench = Stage.At(SessionState.Standby);
        bench.Wire = false;
        bench.Do(new SessionEvent.Prime(bench.Now));
        bench.Status();
        Assert.Equal(SessionState.Priming, bench.Session.State);
        bench.Do(new SessionEvent.PrimeAnswered(bench.Now, null));
        bench.Do(new SessionEvent.StatusSeen(bench.Now, bench.Device.Status() with { Condition = DeviceCondition.Priming }));
        Assert.Equal(SessionState.Priming, bench.Session.State);
        bench.Status();
        Assert.Equal(SessionState.Standby, bench.Session.State);
        Assert.Contains("Priming ended early: hold the device off the skin and prime again.", bench.Notices);
        Assert.Contains(bench.Records, record => record is SessionRecord.Decision { What: "priming", Text: "50 µL" });
    }

    [Fact]
    [Trait("Requirement", "SR-125")]
    public void Prime_waits_for_the_self_test()
    {
        // Aim: nothing moves forward in a device that has not tested itself.
        Bench bench = new() { Wire = false };
        bench.Connect();
        bench.Do(new SessionEvent.Prime(bench.Now));
        Assert.Equal(SessionState.Standby, bench.Session.State);
        Assert.Contains("Priming refused: needed first: a passed self-test.", bench.Notices);
    }

    private static Func<Bench> Without(Readiness item) => () => Ready(confirm: Readiness.All & ~item);

    private static Bench Ready(Action<Bench>? before = null, Readiness confirm = Readiness.All)
    {
        Bench bench = new();
        before?.Invoke(bench);
        bench.Connect();
        bench.Do(new SessionEvent.Prime(bench.Now));
        bench.Settle();
        bench.Do(new SessionEvent.Confirm(bench.Now, confirm, "Ada"));
        Assert.Equal(SessionState.Ready, bench.Session.State);
        return bench;
    }

    private static Bench Then(Action<Bench> change, Action<Bench>? before = null)
    {
        Bench bench = Ready(before);
        change(bench);
        return bench;
    }

    private static Bench Told(Func<Bench, DeviceSnapshot> status) => Then(bench =>
    {
        bench.Device.Pass(1);
        bench.Do(new SessionEvent.StatusSeen(bench.Now, status(bench)));
    });
}
