using MesoPen.Host.Connection;
using MesoPen.Host.Control;
using MesoPen.Kernel;
using MesoPen.Protocol;

namespace MesoPen.Tests.Host.Control;

public sealed class DeviceWordsTests
{
    private static readonly DeviceStatus Status = new(
        DeviceState.Delivering, DeviceFlags.NeedleHome | DeviceFlags.PlungerStill | DeviceFlags.Primed | DeviceFlags.SelfTestPassed, TriggerMode.Repeat,
        DisarmReason.Live, DeviceFault.Occlusion, FaultSeq: 3, PermitId: 7, PermitIdSeen: 8, Zone: 2, LeaseLeftMs: 100, ShotCounter: 41,
        VolumeCounterNl: 5_000_000_000, JournalFirst: 40, RemainingNl: 1, PrimedNl: 2, LastId: 4, TemperatureCc: 2400, BatteryPermille: 900,
        FramesBad: 0, CartridgeId: 1);

    private static readonly ShotEntry Entry = new(41, 7, 0xB007, 2, ShotOutcome.Delivered, 5, 0, 120, 1400, 19_870, 12_345);

    [Fact]
    public void Snapshot_holds_each_field_in_its_place()
    {
        // Two counters of one type change places easily; a swapped pair would count the wrong thing for ever.
        Assert.Equal(
            new DeviceSnapshot(9, 1234, DeviceCondition.Delivering, Still: true, Primed: true, SelfTested: true, Fault: 10, FaultSeq: 3, PermitId: 7,
                PermitIdSeen: 8, ShotCounter: 41, new Volume(5_000_000_000), JournalFirst: 40),
            DeviceWords.Snapshot(Status, 9, 1234));
    }

    [Theory]
    [InlineData(DeviceFlags.NeedleHome, false)]
    [InlineData(DeviceFlags.PlungerStill, false)]
    [InlineData(DeviceFlags.NeedleHome | DeviceFlags.PlungerStill, true)]
    public void Snapshot_is_still_only_with_needle_home_and_plunger_still(DeviceFlags flags, bool still)
    {
        // A stop is done only when both are so.
        Assert.Equal(still, DeviceWords.Snapshot(Status with { Flags = flags }, 9, 0).Still);
    }

    [Fact]
    public void States_triggers_and_outcomes_have_the_numbers_of_the_wire()
    {
        // They are cast, not mapped: a number that is moved in one of the two places must show.
        Assert.All(Enum.GetValues<DeviceState>(), state => Assert.Equal(state.ToString(), ((DeviceCondition)state).ToString()));
        Assert.All(Enum.GetValues<TriggerMode>(), mode => Assert.Equal(mode.ToString(), ((ShotTrigger)mode).ToString()));
    }

    [Theory]
    [InlineData(ShotOutcome.Delivered, ShotAnswer.Delivered, false)]
    [InlineData(ShotOutcome.Partial, ShotAnswer.Delivered, true)]
    [InlineData(ShotOutcome.NotDelivered, ShotAnswer.NotDelivered, false)]
    [InlineData((ShotOutcome)0, ShotAnswer.Unknown, false)]
    [InlineData((ShotOutcome)99, ShotAnswer.Unknown, false)]
    public void Shot_of_an_outcome_that_is_not_known_is_unknown(ShotOutcome outcome, ShotAnswer answer, bool partial)
    {
        // Never taken for nothing delivered.
        Shot shot = DeviceWords.Shot(Entry with { Outcome = outcome, Fault = 102 });

        Assert.Equal(new Shot(41, 2, answer, partial, new Depth(1400), new Volume(19_870), 7, 0xB007, 102, 12_345), shot);
    }

    [Fact]
    public void Values_that_no_quantity_holds_become_ones_that_the_kernel_refuses()
    {
        // A broken device must end in a latched fault, not in a host that is gone.
        Assert.Equal(long.MaxValue, DeviceWords.Snapshot(Status with { VolumeCounterNl = ulong.MaxValue }, 9, 0).VolumeCounter.Nl);
        Assert.Equal(int.MaxValue, DeviceWords.Shot(Entry with { DepthUm = uint.MaxValue }).Depth.Um);
        Assert.Equal(uint.MaxValue, DeviceWords.Shot(Entry with { VolumeNl = uint.MaxValue }).Volume.Nl);
    }

    [Fact]
    public void Grant_states_the_permit_and_the_time_that_was_heard()
    {
        // The needle length goes out, not the depth under the skin; the limits are the absolutes of the permit.
        Permit permit = new(7, 9, 2, ShotTrigger.Continuous, new Depth(1400), new Volume(20_000), 46, new Volume(5_000_100_000), 250, 240);

        Assert.Equal(
            new PermitGrantRequest(7, 2, TriggerMode.Continuous, 1400, 20_000, 46, 5_000_100_000, 250, 240, 777), DeviceWords.Grant(permit, 777));
    }

    [Fact]
    public void Identity_turns_each_cap_into_a_limit_that_names_the_firmware()
    {
        // A cap that is lower than the profile's limits the plan; each must arrive under its own kind.
        CapabilitiesReply caps = new(default, 250, 6000, 5000, 100_000, 500, 112, 250, 8, 256, 5_000_000, 500_000, 7, 5);
        DeviceIdentity identity = DeviceWords.Identity(new DeviceFacts("here", "gun-5", "SN-1", new Version(1, 2, 3), 5, 30_000, caps, 9, Status));

        Assert.Equal(("gun-5", "SN-1", 9u, 30_000L, 8, 250), (identity.Model, identity.Serial, identity.BootId, identity.CalibrationDueDay, identity.PermitShotsMax, identity.LeaseMaxMs));
        Assert.Equal(
            [
                (LimitKind.NeedleLengthMax, 6000), (LimitKind.NeedleLengthMin, 250), (LimitKind.DoseMax, 100_000), (LimitKind.DoseMin, 5000),
                (LimitKind.DoseStep, 500), (LimitKind.ShotIntervalMin, 112), (LimitKind.PrimeMax, 500_000),
            ],
            identity.Caps.Select(cap => (cap.Kind, cap.Value)));
        Assert.All(identity.Caps, cap => Assert.Equal((LimitSource.DeviceCaps, "firmware of SN-1", "1.2.3"), (cap.Source, cap.Reference, cap.Version)));
    }

    [Fact]
    public void Refusal_of_every_result_but_ok_and_already_is_words()
    {
        // "Already" is not an error: the request was applied before.
        foreach (Result result in Enum.GetValues<Result>().Append((Result)999))
        {
            string? words = DeviceWords.Refusal(new ReplyPrefix(result, 0, 0));
            Assert.Equal(result is Result.Ok or Result.Already, words is null);
        }

        Assert.Equal("DepthCap, allowed 6000", DeviceWords.Refusal(new ReplyPrefix(Result.DepthCap, 0, 6000)));
    }
}
