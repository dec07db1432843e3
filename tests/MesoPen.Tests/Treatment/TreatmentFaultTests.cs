using MesoPen.Host.Control;
using MesoPen.Host.Input;
using MesoPen.Kernel;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Tests.Treatment;

public sealed class TreatmentFaultTests
{
    private const int LimitMs = 120_000;

    // Two banks of counters lie before the journal (NonVolatileLayout).
    private const int CounterBytes = 2 * 64;

    [Theory]
    [InlineData("occlusion@shot=2", 10)]
    [InlineData("plunger.stall@shot=2+10ms", 11)]
    [InlineData("needle.stuck@shot=2+5ms", 12)]
    [InlineData("cartridge.out@shot=3+20ms", 15)]
    [InlineData("battery.low@shot=2,for=1s", 23)]
    [InlineData("temperature@shot=2,for=1s", 16)]
    [InlineData("temperature=-500@shot=3,for=1s", 17)]
    [InlineData("needle.lost=60@shot=2+5ms", 12)]
    [Trait("Requirement", "SR-130")]
    [Trait("Requirement", "SR-134")]
    public void Fault_of_the_machine_ends_the_run_as_faulted_and_a_later_run_completes(string fault, int number)
    {
        // The device stops by itself and says why; the run ends with that, every shot settled; once the cause is gone, a person goes on.
        using VirtualTreatment treatment = New(ShortPlans.LongZone, fault);
        int latched = 0;
        Journey journey = new(treatment, fault)
        {
            PauseMs = 3000,
            BeforeStep = t => latched = t.Host?.Session.Fault?.Number ?? latched,
        };

        journey.RunToCompletion(LimitMs);

        Assert.Equal([TreatmentOutcome.Faulted, TreatmentOutcome.Completed], journey.Ends);
        Assert.Equal(number, latched);
    }

    [Theory]
    [InlineData("contact.lost@shot=2+10ms")]
    [InlineData("contact.lost@shot=2+40ms,for=50ms")]
    [InlineData("link.silent@shot=2,for=200ms")]
    [InlineData("link.silent@shot=2,for=3s")]
    [InlineData("link.cut@shot=2,for=700ms")]
    [InlineData("reset@shot=2+20ms")]
    public void Mishap_that_passes_is_gone_over_within_the_run(string fault)
    {
        // The head lifts in mid-shot, the line fails, the power flickers: what the shot gave is counted, and the treatment goes on.
        using VirtualTreatment treatment = New(ShortPlans.LongZone, fault);
        Journey journey = new(treatment, fault);

        journey.RunToCompletion(LimitMs);

        Assert.Equal([TreatmentOutcome.Completed], journey.Ends);
    }

    [Fact]
    [Trait("Requirement", "SR-047")]
    public void Cartridge_that_runs_empty_in_mid_zone_is_changed_and_the_zone_completed()
    {
        // Seven doses of 20 µL and a prime, from cartridges of 120 µL.
        MesoPen.Simulator.DeviceProfile profile = PlanShelf.Device("pen-1");
        using VirtualTreatment treatment = new(new VirtualTreatmentOptions
        {
            Input = ShortPlans.LongZone,
            Operator = OperatorPace.Fast,
            AnswerMs = 5,
            Device = profile with { Caps = profile.Caps with { CartridgeNl = 120_000 } },
        });
        Journey journey = new(treatment, "small cartridge") { PauseMs = 2000 };

        journey.RunToCompletion(LimitMs);

        Assert.Contains(TreatmentOutcome.Faulted, journey.Ends);
        Assert.Equal(TreatmentOutcome.Completed, journey.Ends[^1]);
    }

    [Fact]
    [Trait("Requirement", "SR-068")]
    public void Trigger_held_through_a_stop_fires_nothing_until_it_is_released()
    {
        // A finger that does not let go must not fire when the treatment is resumed: the oracle would see a shot without a release.
        using VirtualTreatment treatment = New(ShortPlans.LongZone, "trigger.stuck@shot=2,for=4s");
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Device.Plant.Shot == 2, LimitMs));
        treatment.Stop();
        Assert.Equal(TreatmentOutcome.Stopped, treatment.RunToOutcome(3000));
        long strokes = treatment.Device.Plant.Strokes;
        treatment.StartHost();

        Assert.True(treatment.Until(() => treatment.Device.Status is { State: DeviceState.Armed, Flags: var flags } && flags.HasFlag(DeviceFlags.MustRelease), 3000));
        Assert.True(treatment.Until(() => !treatment.Device.Plant.Defects.TriggerStuck, 5000));
        Assert.Equal(strokes, treatment.Device.Plant.Strokes);
        new Journey(treatment, "released").RunToCompletion(LimitMs);
    }

    [Fact]
    [Trait("Requirement", "SR-136")]
    public void Trigger_stuck_for_ever_never_fires_twice()
    {
        // A welded switch in single mode: one shot for one press, however long the permit lives on; a person then stops.
        using VirtualTreatment treatment = New(ShortPlans.LongZone, "trigger.stuck@shot=2");
        treatment.StartHost();
        treatment.Until(() => false, 30_000);
        treatment.Stop();

        Assert.Equal(TreatmentOutcome.Stopped, treatment.RunToOutcome(LimitMs));
        Assert.Equal(2, treatment.Device.Plant.Strokes);
        Assert.Empty(TruthComparison.Of(treatment));
    }

    [Fact]
    [Trait("Requirement", "SR-101")]
    public void Shots_that_another_program_took_from_the_journal_count_as_delivered_and_block_arming()
    {
        // The host dies; something else acknowledges the device's journal, and the device loses what was acknowledged. Nobody can tell any more what those shots gave: they stand as
        // unknown at the whole dose, and nothing is armed until a person takes them over.
        RamMemory memory = new();
        using VirtualTreatment treatment = new(new VirtualTreatmentOptions { Input = ShortPlans.LongZone, Operator = OperatorPace.Fast, AnswerMs = 5, Memory = memory });
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Device.Plant.Strokes == 2 && treatment.Device.Plant.Shot == 0, LimitMs));
        treatment.EndHost();
        treatment.Until(() => treatment.Device.Status is { State: DeviceState.Idle }, 2000);
        uint shots = treatment.Device.Status!.Value.ShotCounter;
        Assert.True(shots >= 2);
        treatment.SendAlone(new JournalAckRequest(shots));
        treatment.Device.CutPower(100);
        memory.Write(CounterBytes, new byte[memory.Length - CounterBytes]);
        List<MessageType> sent = [];
        treatment.Sent = (type, _) => sent.Add(type);
        treatment.StartHost();

        TreatmentOutcome? outcome = treatment.RunToOutcome(LimitMs);

        Assert.NotEqual(TreatmentOutcome.Completed, outcome);
        Assert.DoesNotContain(MessageType.PermitGrant, sent);
        DoseLedger ledger = treatment.Host!.Session.Ledger;
        Assert.True(ledger.UnknownShots > 0);
        Assert.Equal(20_000 * ledger.UnknownShots, ledger.Unknown(treatment.Input.Plan.Zones[0].Tag).Nl);
    }

    [Fact]
    [Trait("Requirement", "SR-120")]
    [Trait("Requirement", "SR-121")]
    public void Calibration_out_of_date_arms_nothing()
    {
        // Invariant 7: no permit leaves the host, whatever is answered.
        RefusesToArm(new VirtualTreatmentOptions { Input = ShortPlans.Pen, Operator = OperatorPace.Fast, CalibrationDueDay = 20_000 }, "calibration");
    }

    [Fact]
    [Trait("Requirement", "SR-120")]
    [Trait("Requirement", "SR-122")]
    public void Product_out_of_date_arms_nothing()
    {
        // Invariant 7: the plan's product expires at the end of 2035.
        RefusesToArm(
            new VirtualTreatmentOptions { Input = ShortPlans.Pen, Operator = OperatorPace.Fast, Start = new DateTimeOffset(2036, 1, 2, 9, 0, 0, TimeSpan.Zero) }, "product");
    }

    private static void RefusesToArm(VirtualTreatmentOptions options, string reason)
    {
        using VirtualTreatment treatment = new(options);
        List<MessageType> sent = [];
        treatment.Sent = (type, _) => sent.Add(type);
        treatment.StartHost();

        Assert.Equal(TreatmentOutcome.Refused, treatment.RunToOutcome(LimitMs));
        Assert.DoesNotContain(MessageType.PermitGrant, sent);
        Assert.Contains(treatment.Host!.Desk.Notices, notice => notice.Kind == NoticeKind.Refused && notice.Text.Contains(reason, StringComparison.Ordinal));
    }

    private static VirtualTreatment New(TreatmentInput input, params string[] faults) => new(new VirtualTreatmentOptions
    {
        Input = input,
        Operator = OperatorPace.Fast,
        AnswerMs = 5,
        Faults = [.. faults.Select(FaultSpec.Parse)],
    });
}
