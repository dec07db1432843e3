using System.Device.Gpio;

namespace MesoPen.Gpio.Tests.Compat;

/// <summary>Values and pairs, as the package documents them.</summary>
public sealed class PinValueTests
{
    [Fact]
    public void Zero_and_false_are_low_and_all_else_is_high()
    {
        // Aim: the conversions both ways.
        Assert.Equal(PinValue.Low, (PinValue)0);
        Assert.Equal(PinValue.High, (PinValue)2);
        Assert.Equal(PinValue.High, (PinValue)true);
        Assert.Equal(PinValue.Low, !PinValue.High);
        Assert.Equal(1, (int)PinValue.High);
        Assert.False((bool)PinValue.Low);
        Assert.NotEqual(PinValue.Low, PinValue.High);
    }

    [Fact]
    public void Pair_comes_apart()
    {
        // Aim: number and value stay what they were.
        (int pin, PinValue value) = new PinValuePair(7, PinValue.High);
        Assert.Equal(7, pin);
        Assert.Equal(PinValue.High, value);
    }
}
