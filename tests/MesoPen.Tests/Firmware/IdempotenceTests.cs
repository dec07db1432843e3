using MesoPen.Protocol;
using MesoPen.Tests.Protocol;

namespace MesoPen.Tests.Firmware;

/// <summary>Nothing that arrives twice, late or out of order moves anything a second time.</summary>
public sealed class IdempotenceTests(ITestOutputHelper log)
{
    private const int Shots = 6;
    private const uint PrimeNl = 50_000;

    [Fact]
    [Trait("Requirement", "SR-002")]
    public void Every_frame_of_a_treatment_sent_again_at_any_later_time_moves_nothing()
    {
        // Aim: record a whole treatment, then play all of it back, forwards, backwards and in pieces, with trigger and contact
        // held: not one step, not one millimetre.
        Bench bench = new();
        List<byte[]> frames = [];
        Record(bench, frames, new SelfTestRequest(bench.NextMotionId()));
        bench.RunUntil(DeviceState.Idle);
        Record(bench, frames, new PrimeRequest(bench.NextMotionId(), PrimePurpose.Prime, PrimeNl));
        bench.RunUntil(DeviceState.Idle);
        Record(bench, frames, new CalibrationMoveRequest(bench.NextMotionId(), CalibrationAxis.Plunger, 20_000));
        bench.Run(100);
        Record(bench, frames, new CalibrationMoveRequest(bench.NextMotionId(), CalibrationAxis.Needle, 1000));
        bench.Run(50);
        Record(bench, frames, new CalibrationMoveRequest(bench.NextMotionId(), CalibrationAxis.Needle, 0));
        bench.Run(50);
        Record(bench, frames, new TriggerModeRequest(TriggerMode.Single));
        PermitGrantRequest grant = bench.NewGrant();
        Record(bench, frames, grant);
        Record(bench, frames, new PermitRenewRequest(grant.PermitId, bench.NowMs));
        bench.FireOnce();
        Record(bench, frames, new JournalAckRequest(1));
        Record(bench, frames, new PermitRevokeRequest(grant.PermitId));
        bench.Run(100);

        frames.AddRange([.. frames.AsEnumerable().Reverse()]);
        bench.Plant.Contact = false;
        long steps = bench.Plant.PlungerSteps;
        int drives = bench.Plant.Drives;
        foreach (byte[] frame in frames)
        {
            bench.PostBytes(frame);
            bench.Run(7);
            bench.Plant.Trigger = !bench.Plant.Trigger;
            bench.Plant.Contact = bench.Plant.Trigger;
            bench.Run(7);
            Assert.True(bench.Plant.NeedleHome);
            Assert.Equal(0u, bench.Status.PermitId);
        }

        Assert.Equal(steps, bench.Plant.PlungerSteps);
        Assert.Equal(drives, bench.Plant.Drives);
        Assert.Equal(1u, bench.Status.ShotCounter);
    }

    [Fact]
    [Trait("Requirement", "SR-002")]
    public void Treatment_over_a_line_that_loses_repeats_delays_and_reorders_stays_within_what_was_permitted()
    {
        // Aim: a host that follows the page, an operator who never lets go for long, and the worst of lines: shots and volume
        // stay within the limits, each motion runs once, and the journal adds up to the machine. The seed is printed.
        int seed = TestSeed.Value;
        int fired = 0;
        for (int run = 0; run < 60; run++)
        {
            fired += RunTreatment(seed + run);
        }

        log.WriteLine($"seed {seed}, shots fired {fired}");
        Assert.True(fired > 60, $"Only {fired} shots in 60 treatments: the line let too little through to show anything.");
    }

    private static int RunTreatment(int seed)
    {
        Bench bench = new() { Renewing = false };
        Random chance = new(seed);
        LossyLine line = new(chance);
        ChaosHost host = new(bench, line, Shots, PrimeNl);
        for (int ms = 0; ms < 6000; ms++)
        {
            if (chance.Next(60) == 0)
            {
                bench.Plant.Trigger = !bench.Plant.Trigger;
            }

            // The head is kept off the skin until the line is primed, as prime asks.
            bool ready = bench.Status.Flags.HasFlag(DeviceFlags.Primed | DeviceFlags.SelfTestPassed);
            bench.Plant.Contact = ready && (chance.Next(200) == 0 ? !bench.Plant.Contact : bench.Plant.Contact);
            host.Step();
            line.Deliver(bench);
            bench.Run(1);
            host.Hear();
        }

        DeviceStatus status = bench.Status;
        long primed = bench.Scale.StepsIn(status.PrimedNl + 1);
        string where = $"seed {seed}";
        Assert.True(status.ShotCounter <= Shots, where);
        Assert.True(status.VolumeCounterNl <= (ulong)Shots * Bench.DoseNl, where);
        Assert.True(primed <= bench.Scale.StepsIn(PrimeNl), where);
        Assert.True((ulong)bench.Scale.NlIn(bench.Plant.PlungerSteps) <= status.VolumeCounterNl + status.PrimedNl + 1, where);
        bench.Plant.Trigger = false;
        bench.Run(400);
        Assert.Equal(bench.Status.VolumeCounterNl, (ulong)bench.Journal().Sum(entry => entry.VolumeNl));
        return (int)status.ShotCounter;
    }

    private static void Record<T>(Bench bench, List<byte[]> frames, in T request)
        where T : struct, IMessage<T>
    {
        byte[] frame = bench.Bytes(request);
        frames.Add(frame);
        bench.PostBytes(frame);
        bench.Run(1);
    }
}
