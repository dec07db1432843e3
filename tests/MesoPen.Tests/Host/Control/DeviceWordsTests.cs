using MesoPen.Host.Control;
using MesoPen.Kernel;
using MesoPen.Protocol;

namespace MesoPen.Tests.Host.Control;

public sealed class DeviceWordsTests
{
    [Fact]
    public void Numbers_that_the_kernel_cannot_hold_do_not_end_the_program()
    {
        // Aim: the wire's fields are wider than any device; one that lies is refused by the kernel, and does not crash the control path.
        DeviceSnapshot snapshot = DeviceWords.Snapshot(new DeviceStatus { VolumeCounterNl = ulong.MaxValue }, 7, 1);
        Shot shot = DeviceWords.Shot(new ShotEntry { Shot = 1, DepthUm = uint.MaxValue, VolumeNl = uint.MaxValue });
        Assert.Equal((long.MaxValue, int.MaxValue, uint.MaxValue), (snapshot.VolumeCounter.Nl, shot.Depth.Um, shot.Volume.Nl));
    }
}
