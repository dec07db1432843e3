using System.Text.Json;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

public sealed class FaultTests
{
    [Theory]
    [InlineData("occlusion@shot=3", DeviceFault.Occlusion)]
    [InlineData("plunger.stall@shot=3", DeviceFault.PlungerStall)]
    [InlineData("needle.stuck@shot=3", DeviceFault.NeedleStall)]
    [InlineData("needle.lost=200um@shot=3", DeviceFault.NeedleStall)]
    [InlineData("cartridge.out@shot=3+40ms", DeviceFault.CartridgeMissing)]
    [InlineData("battery.low@shot=3", DeviceFault.BatteryLow)]
    [InlineData("temperature=5500cc@shot=3", DeviceFault.TooWarm)]
    [InlineData("temperature=100cc@shot=3", DeviceFault.TooCold)]
    [Trait("Requirement", "SR-130")]
    public void Fault_of_the_machine_is_found_by_the_firmware_in_that_shot(string fault, DeviceFault expected)
    {
        // Aim: each fault does what it says in the plant, at the shot asked for, and the firmware's own sensors tell.
        MiniHost host = Run(fault);
        Assert.Equal(expected, host.Faults[0].Fault);
        Assert.Equal(3, host.Device.Plant.Strokes);
        Assert.Single(host.Truth, line => line.IsEvent("fault:" + fault[..fault.IndexOfAny(['@', '='])]));
        Assert.Equal((long)Math.Round(host.Device.Plant.OutNl), host.Truth.Volume());
    }

    [Fact]
    public void Occlusion_truth_says_less_than_the_encoder()
    {
        // Aim: what an occlusion kept from leaving is not in the truth's shot, and leaves as a drop when the bores open.
        MiniHost host = Run("occlusion@shot=3,for=3s");
        host.Step(5000);
        host.ReadJournal();
        long was = Shot(host, 3).Number("volume_nl");
        Assert.Equal(0, was);
        Assert.InRange(host.Journal[2].VolumeNl, 5_000u, 20_000u);
        Assert.InRange(host.Truth.Where(line => line.Has("drip_nl") && line.Number("after_shot") == 3).Sum(line => line.Number("drip_nl")), 5_000, 20_000);
    }

    [Fact]
    [Trait("Requirement", "SR-050")]
    public void Contact_lost_ends_the_shot_early()
    {
        // Aim: the head comes off in mid-shot; journal and truth agree that the shot is partial, and why.
        MiniHost host = Run("contact.lost@shot=3+45ms");
        host.ReadJournal();
        ShotEntry entry = host.Journal[2];
        Assert.Equal((ShotOutcome.Partial, ShotEnd.TriggerOrContactLost), (entry.Outcome, entry.Fault));
        Assert.InRange(Shot(host, 3).Number("volume_nl"), 1_000, 19_000);
        Assert.True(Shot(host, 3).Number("outside_nl") > 0);
    }

    [Fact]
    [Trait("Requirement", "SR-136")]
    public void Trigger_stuck_is_a_fault_after_the_device_s_limit()
    {
        // Aim: a welded switch without a permit is found in the profile's time.
        MiniHost host = new("gun-5", OperatorPace.Off, 1, "trigger.stuck@t=1s");
        host.Step(1000 + 10_000 - 100);
        Assert.Empty(host.Faults);
        host.Step(200);
        Assert.Equal(DeviceFault.TriggerStuck, Assert.Single(host.Faults).Fault);
    }

    [Fact]
    public void Reset_in_mid_shot_boots_anew_and_settles_the_shot()
    {
        // Aim: the power fails 45 ms into the shot; another boot id, the entry settled as ended by a reset, the truth's line once.
        MiniHost host = new("gun-5", OperatorPace.Fast, 1, "reset@shot=3+45ms");
        host.MakeReady();
        uint boot = host.Device.BootId;
        host.Grant(1000, 20_000, 8);
        host.Step(3000);
        host.Connect();
        host.ReadJournal();

        Assert.NotEqual(boot, host.BootId);
        Assert.Equal((3u, ShotEnd.Reset), (host.Journal[2].Shot, host.Journal[2].Fault));
        Assert.InRange(Shot(host, 3).Number("volume_nl"), host.Journal[2].VolumeNl - 400, host.Journal[2].VolumeNl + 400);
        Assert.Single(host.Truth, line => line.IsEvent("power_lost"));
        Assert.Equal(2, host.Truth.Count(line => line.IsEvent("boot")));
    }

    [Theory]
    [InlineData("link.cut@shot=3,for=700ms", SimulatedLink.Cut)]
    [InlineData("link.silent@shot=3,for=700ms", SimulatedLink.Silent)]
    public void Lost_link_disarms_by_the_lease_and_comes_back(string fault, SimulatedLink state)
    {
        // Aim: no byte passes either way; the lease lapses; afterwards the link is there again and the device idle.
        MiniHost host = new("gun-5", OperatorPace.Fast, 1, fault);
        host.MakeReady();
        host.Grant(1000, 20_000, 8);
        Assert.True(host.Until(() => host.Device.Link == state));
        int heard = host.Transcript.Length;
        long cutMs = host.Device.Plant.Ms;
        host.Step(100);
        host.Send(new StopRequest());
        host.Step(590);
        Assert.DoesNotContain(host.Truth, line => line.IsEvent("stop_received"));
        Assert.Equal(heard, host.Transcript.Length);
        host.FallSilent();
        host.Step(50);
        Assert.Equal(SimulatedLink.Up, host.Device.Link);
        Assert.True(host.UntilStatus(s => s is { State: DeviceState.Idle, DisarmReason: DisarmReason.Lapsed }), $"{host.Status}");
        Assert.DoesNotContain(host.Truth, line => line.Has("begin_ms") && line.Number("begin_ms") > cutMs + 250);
        Assert.Equal(
            [cutMs - 1, cutMs + 699],
            host.Truth.Where(line => line.IsEvent("link_lost") || line.IsEvent("link_back")).Select(line => line.Number("t_ms")));
    }

    [Fact]
    public void Protocol_version_is_answered_by_hello_alone()
    {
        // Aim: the device seems to be of another time: hello says so, and everything else passes as it is.
        MiniHost host = new("gun-5", OperatorPace.Off, 1, "protocol.version=9");
        host.Connect();
        Assert.Equal((9, 9, 0, Result.BadVersion), (host.Hello!.Value.VersionMin, host.Hello.Value.VersionMax, host.Hello.Value.Version, host.Hello.Value.Prefix.Result));
        Assert.Equal(77u, host.Hello.Value.Nonce);
        Assert.True(host.UntilStatus(s => s.State == DeviceState.Idle));
    }

    [Fact]
    [Trait("Requirement", "SR-150")]
    public void Overdose_and_overdepth_escape_the_firmware_and_not_the_truth()
    {
        // Aim: the encoders lie, so the journal says what was asked for; a judge that reads the truth sees otherwise.
        MiniHost host = Run("overdose=500@shot=3,for=100ms", "overdepth=300@shot=3,for=100ms");
        host.ReadJournal();
        Assert.Empty(host.Faults);
        Assert.Equal((20_000u, 1000u), (host.Journal[2].VolumeNl, host.Journal[2].DepthUm));
        Assert.InRange(Shot(host, 3).Number("volume_nl"), 29_000, 30_500);
        Assert.InRange(Shot(host, 3).Number("depth_um"), 1270, 1300);
        Assert.InRange(Shot(host, 4).Number("volume_nl"), 19_600, 20_400);
    }

    private static MiniHost Run(params string[] faults)
    {
        MiniHost host = new("gun-5", OperatorPace.Fast, 1, faults);
        host.MakeReady();
        host.Grant(1000, 20_000, 8);
        host.Step(2500);
        return host;
    }

    private static JsonElement Shot(MiniHost host, long shot) =>
        Assert.Single(host.Truth, line => line.Has("depth_um") && line.Number("shot") == shot);
}
