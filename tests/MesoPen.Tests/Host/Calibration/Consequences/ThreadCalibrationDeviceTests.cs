using MesoPen.Host.Calibration;
using MesoPen.Host.Connection;
using MesoPen.Host.Links;
using MesoPen.Tests.EndToEnd;

namespace MesoPen.Tests.Host.Calibration;

/// <summary>The bench's way to a device in the field: another process, a terminal, a thread of its own.</summary>
public sealed class ThreadCalibrationDeviceTests
{
    // Aim: calls from any thread; what was set outlives the device's process; a call that is given up ends.
    [Fact]
    [Trait("Requirement", "SR-192")]
    public async Task Adjustment_set_over_a_terminal_outlives_the_device()
    {
        await using TreatmentRoom room = new();
        RunningProgram gun = await room.StartGunAsync();
        DeviceScale scale = new(1_042_000, 40, 60);
        await using (ThreadCalibrationDevice device = Open(room))
        {
            Assert.Equal(DeviceScale.Nominal, (await device.FactsAsync()).Scale);
            DeviceFacts facts = await device.SetCalibrationAsync(scale, 24_000, IssuedForTests.Sha(7));
            Assert.Equal((scale, 24_000u), (facts.Scale, facts.CalibrationDueDay));
            Assert.InRange(await device.DispenseAsync(100_000, facts.BootId), 99_900, 100_100);
            await device.MoveNeedleAsync(1000);
            await device.RetractAsync();
        }

        await room.KillGunAsync(gun);
        await room.StartGunAsync();
        await using ThreadCalibrationDevice again = Open(room);
        DeviceFacts after = await again.FactsAsync();
        Assert.Equal((scale, 24_000u, IssuedForTests.Sha(7)[..32]), (after.Scale, after.CalibrationDueDay, after.Certificate));
        using CancellationTokenSource given = new();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => again.FactsAsync(given.Token));
    }

    private static ThreadCalibrationDevice Open(TreatmentRoom room) =>
        new(DeviceAddress.Parse(room.Address, DeviceAddress.DefaultBaud), new ExpectedDevice(), TimeProvider.System);
}
