using System.Device.Gpio.Drivers;

namespace MesoPen.Gpio.Tests.Compat;

/// <summary>Where there is no chip.</summary>
public sealed class AbsentChipTests
{
    [Fact]
    public void Chip_that_is_not_there_is_a_missing_file()
    {
        // Aim: the message names the device node that was looked for.
        var refused = Assert.Throws<FileNotFoundException>(() => new LibGpiodDriver(977));
        Assert.Contains("/dev/gpiochip977", refused.Message, StringComparison.Ordinal);
    }
}
