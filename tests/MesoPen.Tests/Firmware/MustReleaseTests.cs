using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

public sealed class MustReleaseTests
{
    public static TheoryData<string> Endings() => ["stop", "lapse", "fault", "revoke", "retract", "zone", "depth", "dose"];

    [Theory]
    [MemberData(nameof(Endings))]
    [Trait("Requirement", "SR-068")]
    public void Trigger_held_through_an_ending_must_be_released_before_it_counts(string ending)
    {
        // Aim: in the mode that needs it most: continuous, trigger and contact held throughout.
        Bench bench = new();
        bench.Arm(2, TriggerMode.Continuous);
        bench.Plant.Contact = true;
        bench.Plant.Trigger = true;
        bench.RunUntil(() => bench.Status.ShotCounter == 2);
        bench.RunUntil(DeviceState.Armed);
        PermitGrantRequest next = End(bench, ending);
        Assert.Equal(Result.Ok, bench.Send(next with { SeenDeviceMs = bench.NowMs }).Prefix.Result);
        Assert.True(bench.Status.Flags.HasFlag(DeviceFlags.MustRelease));

        bench.Run(500);
        Assert.Equal(2u, bench.Status.ShotCounter);
        Assert.True(bench.Plant.LampArmed);
        Assert.True(bench.Plant.LampMustRelease);

        bench.Plant.Trigger = false;
        bench.Run(20);
        Assert.False(bench.Plant.LampMustRelease);
        bench.Plant.Trigger = true;
        bench.Run(20);
        Assert.Equal(3u, bench.Status.ShotCounter);
    }

    [Fact]
    [Trait("Requirement", "SR-068")]
    public void Press_that_still_bounces_when_the_permit_comes_does_not_count()
    {
        // Aim: pressed before the grant is pressed before the grant, also within the debounce time.
        Bench bench = new();
        bench.MakeReady();
        bench.Plant.Contact = true;
        bench.Run(20);
        bench.Plant.Trigger = true;
        bench.Run(2);
        bench.Send(bench.NewGrant());
        bench.Run(200);
        Assert.Equal(0u, bench.Status.ShotCounter);
    }

    [Fact]
    [Trait("Requirement", "SR-068")]
    public void Release_shorter_than_the_bounce_is_no_release()
    {
        // Aim: a bouncing switch does not stand for a finger that let go.
        Bench bench = new();
        bench.MakeReady();
        bench.Plant.Contact = true;
        bench.Plant.Trigger = true;
        bench.Run(20);
        bench.Send(bench.NewGrant());
        bench.Plant.Trigger = false;
        bench.Run(3);
        bench.Plant.Trigger = true;
        bench.Run(200);
        Assert.Equal(0u, bench.Status.ShotCounter);
    }

    private static PermitGrantRequest End(Bench bench, string ending)
    {
        switch (ending)
        {
            case "stop":
                bench.Send(default(StopRequest));
                bench.Send(new FaultClearRequest(1));
                break;
            case "lapse":
                bench.Renewing = false;
                bench.Run(300);
                bench.Renewing = true;
                break;
            case "fault":
                bench.Plant.BatteryPermille = 50;
                bench.Run(1);
                bench.Plant.BatteryPermille = 900;
                bench.Send(new FaultClearRequest(1));
                break;
            case "revoke":
                bench.Send(new PermitRevokeRequest(bench.Status.PermitId));
                break;
            case "retract":
                bench.Send(default(RetractRequest));
                break;
            default:
                break;
        }

        return ending switch
        {
            "zone" => bench.NewGrant(zone: 8),
            "depth" => bench.NewGrant(depthUm: Bench.DepthUm + 100),
            "dose" => bench.NewGrant(doseNl: Bench.DoseNl + 500),
            _ => bench.NewGrant(),
        };
    }
}
