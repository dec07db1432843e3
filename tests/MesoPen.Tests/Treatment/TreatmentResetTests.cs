using MesoPen.Host.Input;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Tests.Treatment;

public sealed class TreatmentResetTests
{
    private const int LimitMs = 60_000;

    [Fact]
    [Trait("Requirement", "SR-104")]
    public void Power_cut_at_every_millisecond_of_a_shot_is_settled_from_the_devices_journal()
    {
        // The device settles the shot from its encoders when it boots; the host identifies it anew, tests, primes and goes on.
        (long from, long to) = ShotWindow(ShortPlans.Pen, shot: 2);
        for (long at = from - 5; at <= to + 30; at++)
        {
            using VirtualTreatment treatment = New(ShortPlans.Pen);
            long cutAt = at;
            new Journey(treatment, $"power cut at {at} ms")
            {
                BeforeStep = t =>
                {
                    if (t.Ms == cutAt)
                    {
                        t.Device.CutPower(1 + (int)(cutAt * 29 % 300));
                    }
                },
            }.RunToCompletion(LimitMs);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-104")]
    public void Host_and_device_lost_together_at_every_millisecond_of_a_shot_are_settled()
    {
        // A power cut of the whole room: both come back without memory but what is on their disks.
        (long from, long to) = ShotWindow(ShortPlans.Pen, shot: 3);
        for (long at = from - 5; at <= to + 30; at++)
        {
            using VirtualTreatment treatment = New(ShortPlans.Pen);
            long cutAt = at;
            new Journey(treatment, $"room dark at {at} ms")
            {
                PauseMs = 500,
                BeforeStep = t =>
                {
                    if (t.Ms == cutAt)
                    {
                        t.EndHost();
                        t.Device.CutPower(1 + (int)(cutAt * 29 % 900));
                    }
                },
            }.RunToCompletion(LimitMs);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-002")]
    [Trait("Requirement", "SR-077")]
    public void First_boots_conversation_repeated_word_by_word_in_the_second_moves_nothing()
    {
        // The worst replay: self-test, prime, permits and renewals of a treatment that was cut short, each at the very uptime at which it came
        // then, so that no lease and no id betrays it. Only the boot id does.
        using VirtualTreatment treatment = New(ShortPlans.LongZone);
        List<(long Ms, byte[] Bytes)> heard = [];
        treatment.DeviceHears = bytes => heard.Add((treatment.Ms, bytes.ToArray()));
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Device.Plant.Shot == 2, LimitMs));
        treatment.EndHost();
        treatment.DeviceHears = null;
        treatment.Device.CutPower(200);
        uint boot = treatment.Device.BootId;
        Assert.True(treatment.Until(() => treatment.Device.BootId != boot && treatment.Device.Powered, 1000));
        long booted = treatment.Ms;
        long strokes = treatment.Device.Plant.Strokes;
        foreach ((long ms, byte[] bytes) in heard)
        {
            treatment.Until(() => treatment.Ms - booted >= ms - 1, LimitMs);
            treatment.SendAlone(bytes, forMs: 0);
            Assert.True(treatment.Ms - booted <= ms);
        }

        treatment.Until(() => false, 1000);
        Assert.Equal(strokes, treatment.Device.Plant.Strokes);
        Assert.False(treatment.Device.Status!.Value.Flags.HasFlag(DeviceFlags.SelfTestPassed));
        new Journey(treatment, "after the replay").RunToCompletion(LimitMs);
    }

    [Fact]
    public void Link_cut_at_every_byte_of_every_grant_harms_nobody_and_the_treatment_completes()
    {
        // Whether the device got the permit is then not known: it may fire under it, or never hear of it.
        foreach ((long begin, int length) in Grants(ShortPlans.LongZone))
        {
            for (int i = 1; i <= length; i++)
            {
                using VirtualTreatment treatment = New(ShortPlans.LongZone);
                treatment.Line.CutAfterBytes = begin + i;
                treatment.Line.CutForMs = 20 + (i * 31 % 600);
                new Journey(treatment, $"cut after byte {i} of the grant at byte {begin}").RunToCompletion(LimitMs);
                Assert.True(treatment.Line.Openings > 1, "The line was not cut.");
            }
        }
    }

    private static List<(long Begin, int Length)> Grants(TreatmentInput input)
    {
        List<(long, int)> grants = [];
        using VirtualTreatment treatment = New(input);
        treatment.Sent = (type, length) =>
        {
            if (type == MessageType.PermitGrant)
            {
                grants.Add((treatment.Line.BytesFromHost, length));
            }
        };
        new Journey(treatment, "not cut").RunToCompletion(LimitMs);
        Assert.True(grants.Count > 2, $"Only {grants.Count} grants.");
        return grants;
    }

    private static (long From, long To) ShotWindow(TreatmentInput input, uint shot)
    {
        using VirtualTreatment treatment = New(input);
        new Journey(treatment, "not cut").RunToCompletion(LimitMs);
        StrokeTruth stroke = treatment.Strokes.Single(each => each.Shot == shot);
        return (stroke.BeginMs, stroke.EndMs);
    }

    private static VirtualTreatment New(TreatmentInput input) =>
        new(new VirtualTreatmentOptions { Input = input, Operator = OperatorPace.Fast, AnswerMs = 5 });
}
