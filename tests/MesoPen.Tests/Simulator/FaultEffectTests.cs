using System.Text.Json;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

/// <summary>Every kind of fault that the simulator does, seen to do something.</summary>
public sealed class FaultEffectTests
{
    private static readonly FaultEffect[] Effects =
    [
        // The line. Asking for status is what the host says most; a reply to it is what it hears.
        new("link.cut@t=1s", Ask, host => host.Device.Link == SimulatedLink.Cut),
        new("link.silent@t=1s", Ask, host => host.Device.Link == SimulatedLink.Silent),
        new("link.mute@t=1s", Ask, host => Heard(host) == 0 && LastFrameMs(host) > 1900),
        new("link.deaf@t=1s", Ask, host => Heard(host) == 0 && LastFrameMs(host) <= 1000),
        new("link.drop=500@t=1s", Ask, host => Heard(host) is > 0 and < 40),
        new("link.duplicate=1000@t=1s", Ask, host => Heard(host) > 150),
        new("link.replay=1000@t=1s,late=100ms", Ask, host => Heard(host) > 150),
        new("link.reorder=500@t=1s", Ask, host => Order(host)),
        new("link.flip=300@t=1s", Ask, host => Heard(host) is > 0 and < 60 && host.Device.Status!.Value.FramesBad > 10),
        new("link.truncate=300@t=1s", Ask, host => Heard(host) is > 0 and < 60 && host.Device.Status!.Value.FramesBad > 10),
        new("link.merge=300@t=1s", Ask, host => Heard(host) is > 0 and < 60 && host.Device.Status!.Value.FramesBad > 10),
        new("link.delay=200ms@t=1s", Ask, host => Heard(host) is > 50 and < 98),
        new("link.noise@t=1s", Ask, host => Heard(host) < 20 && host.Device.Status!.Value.FramesBad > 20),

        // Power, memory, clock.
        new("reset@shot=3.flow", Shots, host => Truth(host, "power_lost") == 1 && host.Device.Plant.Boots == 2),
        new("brownout=20@shot=3.flow", Shots, host => Truth(host, "power_lost") == 1 && host.Device.Plant.Boots == 2),
        new("clock.drift=500@t=1s", Ask, host => host.SeenMs > 2400),
        new("clock.jump=100@t=1s", Ask, host => host.SeenMs is > 2050 and < 2200),
        new("stop.ignored", Stop, host => host.Device.Plant.Strokes > 4),
        new("lease.ignored", Silent, host => host.Device.Plant.Strokes > 4),
        new("counters.high=3", host => host.UntilStatus(_ => true), host => host.Status.ShotCounter == uint.MaxValue - 2),
        new("protocol.version=9", host => host.Connect(), host => host.Hello!.Value.VersionMin == 9),

        // The machine.
        new("needle.stuck@shot=3.out", Shots, host => DepthUm(host, 3) < 900),
        new("needle.lost=200um@shot=3.out", Shots, host => DepthUm(host, 3) < 900),
        new("needle.out@shot=3,for=2s", Shots, host => StrokeMs(host, 3) > 500),
        new("plunger.stall@shot=3.flow,for=3s", Shots, host => VolumeNl(host, 3) < 15_000),
        new("plunger.stick=5000nl@shot=3", Shots, host => VolumeNl(host, 3) % 20_000 is > 500 and < 19_500),
        new("occlusion@shot=3,for=3s", Shots, host => VolumeNl(host, 3) == 0),
        new("occlusion.slow=300ms@shot=3", Shots, host => host.Faults.Exists(fault => fault.Fault == DeviceFault.Occlusion)),
        new("air=5000nl@shot=3", Shots, host => VolumeNl(host, 3) < 16_000),
        new("leak=200@shot=3", Shots, host => VolumeNl(host, 3) is > 15_000 and < 17_000),
        new("cartridge.low=30000nl@shot=3", Shots, host => host.Faults.Exists(fault => fault.Fault == DeviceFault.CartridgeEmpty)),
        new("overdose=500@shot=3", Shots, host => VolumeNl(host, 3) > 29_000),
        new("overdepth=300@shot=3", Shots, host => DepthUm(host, 3) > 1270),

        // Sensors.
        new("contact.lost@shot=3.flow", Shots, host => VolumeNl(host, 3) < 19_000),
        new("contact.bounce=30ms@shot=3.flow", Shots, host => VolumeNl(host, 3) < 19_000),
        new("contact.stuck", Untouched, host => host.Status.Flags.HasFlag(DeviceFlags.Contact)),
        new("trigger.stuck", Untouched, host => host.Status.Flags.HasFlag(DeviceFlags.TriggerPressed)),
        new("trigger.bounce=200ms", Shots, host => host.Device.Plant.Strokes < 4),
        new("pressure.stuck=1500kpa@shot=3", Shots, host => host.Faults.Exists(fault => fault.Fault == DeviceFault.Occlusion)),
        new("pressure.noise=3000kpa@shot=3", Shots, host => host.Faults.Count > 0),
        new("temperature=100cc", Ask, host => host.Status.TemperatureCc == 100),
        new("battery.low", Ask, host => host.Status.BatteryPermille == 50),

        // The hand.
        new("operator.double", Shots, host => Points(host) == 4),
        new("operator.hold@shot=3,for=5s", Shots, host => host.Device.Plant.Strokes == 3 && host.Device.Plant is { Finger: true, PressMn: > 0 }),
        new("operator.lift@shot=3.flow", Shots, host => VolumeNl(host, 3) < 19_000),
        new("operator.wrong_zone@shot=3", Shots, host => Shot(host, 5).Has("skin_zone") && Shot(host, 5).Number("skin_zone") == 4),
        new("cartridge.out@shot=3", Shots, host => Truth(host, "cartridge_out") > 0),
    ];

    public static TheoryData<string> Kinds =>
        new(FaultCatalogue.All.Where(kind => kind.InSimulator).Select(kind => kind.Name));

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Requirement", "SR-155")]
    public void Kind_shows_in_the_truth_or_on_the_wire_and_only_when_it_is_asked_for(string kind)
    {
        // Aim: a kind that does nothing cannot be in the catalogue: with it its effect shows, without it nothing of the kind.
        FaultEffect effect = Assert.Single(Effects, each => FaultSpec.Parse(each.Fault).Kind.Name == kind);
        Assert.True(effect.Shows(Run(effect, effect.Fault)), $"{effect.Fault} does nothing.");
        Assert.False(effect.Shows(Run(effect)), $"What {effect.Fault} does happens without it too.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Requirement", "SR-153")]
    public void Kind_gives_the_same_bytes_again(string kind)
    {
        // Aim: what a fault does follows from the seed and the input alone, to the byte, on the wire and in the truth.
        FaultEffect effect = Assert.Single(Effects, each => FaultSpec.Parse(each.Fault).Kind.Name == kind);
        MiniHost first = Run(effect, effect.Fault);
        MiniHost second = Run(effect, effect.Fault);
        Assert.True(first.Transcript.SequenceEqual(second.Transcript));
        Assert.Equal(first.TruthBytes, second.TruthBytes);
    }

    private static MiniHost Run(FaultEffect effect, params string[] faults)
    {
        MiniHost host = new("gun-5", effect.Act == Untouched ? OperatorPace.Off : OperatorPace.Fast, effect.Seed, faults);
        effect.Act(host);
        return host;
    }

    /// <summary>A status request every 10 ms for 2 s.</summary>
    private static void Ask(MiniHost host)
    {
        for (int i = 0; i < 200; i++)
        {
            host.Send(new StatusRequest());
            host.Step(10);
        }
    }

    private static void Untouched(MiniHost host) => Ask(host);

    private static void Shots(MiniHost host)
    {
        host.MakeReady();
        host.Grant(1000, 20_000, 8);
        host.Step(2500);
    }

    private static void Stop(MiniHost host)
    {
        host.MakeReady();
        host.Grant(1000, 20_000, 8);
        Assert.True(host.Until(() => host.Device.Plant.Shot == 3));
        host.Send(new StopRequest());
        host.Step(1500);
    }

    private static void Silent(MiniHost host)
    {
        host.MakeReady();
        host.Grant(1000, 20_000, 8);
        Assert.True(host.Until(() => host.Device.Plant.Shot == 3));
        host.FallSilent();
        host.Step(1500);
    }

    /// <summary>Replies to status in the second second.</summary>
    private static int Heard(MiniHost host) => host.RepliesAtMs.Count(ms => ms is > 1000 and <= 2000);

    private static bool Order(MiniHost host) => host.RepliesSeq.Zip(host.RepliesSeq.Skip(1)).Any(pair => pair.Second < pair.First);

    private static long LastFrameMs(MiniHost host) => host.Device.Plant.Lines.LastFrameMs;

    private static int Truth(MiniHost host, string name) => host.Truth.Count(line => line.IsEvent(name));

    private static JsonElement Shot(MiniHost host, long shot) =>
        host.Truth.Single(line => line.Has("depth_um") && line.Number("shot") == shot);

    private static long DepthUm(MiniHost host, long shot) => Shot(host, shot).Number("depth_um");

    private static long VolumeNl(MiniHost host, long shot) => Shot(host, shot).Number("volume_nl");

    private static long StrokeBeginMs(MiniHost host, long shot) => Shot(host, shot).Number("begin_ms");

    private static long StrokeMs(MiniHost host, long shot) => Shot(host, shot).Number("t_ms") - StrokeBeginMs(host, shot);

    private static int Points(MiniHost host) =>
        host.Truth.Where(line => line.Has("depth_um")).Select(line => (line.Number("x_um"), line.Number("y_um"))).Distinct().Count();
}
