using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Tests.Treatment;

public sealed class TreatmentLateFrameTests
{
    private const int LimitMs = 60_000;
    private const int LeaseMs = 250;

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    [Trait("Requirement", "SR-007")]
    public void Grant_that_arrives_after_its_host_died_is_accounted_for_by_the_next(int revokesLost)
    {
        // The permit is on its way when its host dies, and comes alive at any moment of what the next host does to settle it; also when that
        // one's revocations are lost. Until the device knows that the permit is void its window stays open on the disk.
        for (int lateMs = 2; lateMs < LeaseMs; lateMs += 4)
        {
            for (int grant = 1; grant <= 2; grant++)
            {
                Settle(lateMs, grant, revokesLost);
            }
        }
    }

    [Fact]
    [Trait("Requirement", "SR-002")]
    public void Any_frame_that_arrives_late_harms_nobody()
    {
        // Each frame of the treatment in its turn is held back, for so long that others overtake it; repeats go their ordinary way.
        int frames = Count();
        for (int held = 1; held <= frames; held++)
        {
            using VirtualTreatment treatment = New();
            int left = held;
            int lateMs = 5 + (held * 53 % 900);
            treatment.Line.ToDevice.Fate = _ => --left == 0 ? lateMs : 0;
            new Journey(treatment, $"frame {held} late by {lateMs} ms").RunToCompletion(LimitMs);
        }
    }

    private static void Settle(int lateMs, int grant, int revokesLost)
    {
        using VirtualTreatment treatment = New();
        int grants = 0;
        int left = revokesLost;
        treatment.Sent = (type, _) => treatment.KillAt = type == MessageType.PermitGrant && ++grants == grant ? treatment.Instants + 1 : treatment.KillAt;
        treatment.Line.ToDevice.Fate = frame => TypeOf(frame) switch
        {
            MessageType.PermitGrant when treatment.Hosts == 1 && grants == grant => lateMs,
            MessageType.PermitRevoke when treatment.Hosts == 2 && left-- > 0 => null,
            _ => 0,
        };
        new Journey(treatment, $"grant {grant} late by {lateMs} ms, {revokesLost} revocations lost") { PauseMs = 0 }.RunToCompletion(LimitMs);
        Assert.Equal(2, treatment.Hosts);
    }

    private static int Count()
    {
        using VirtualTreatment treatment = New();
        int frames = 0;
        treatment.Line.ToDevice.Fate = _ =>
        {
            frames++;
            return 0;
        };
        new Journey(treatment, "none late").RunToCompletion(LimitMs);
        return frames;
    }

    private static MessageType TypeOf(ReadOnlySpan<byte> bytes) => new FrameReader().TryRead(ref bytes, out Frame frame) ? frame.Header.Type : default;

    private static VirtualTreatment New() => new(new VirtualTreatmentOptions { Input = ShortPlans.Pen, Operator = OperatorPace.Fast, AnswerMs = 1 });
}
