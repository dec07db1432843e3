using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Tests.Time;

namespace MesoPen.Tests;

public sealed class AskedHandTests
{
    /// <summary>Aim: room and water that cannot be are refused as such, by the name of the field and in the units that are read, and the question stands.</summary>
    [Theory]
    [InlineData(200_000, 21_000, 101_320, 450, "The water's temperature takes 1 to 45 °C.")]
    [InlineData(20_100, 0, 101_320, 450, "The air's temperature takes 1 to 45 °C.")]
    [InlineData(20_100, 21_000, 1013, 450, "The air's pressure takes 500 to 1100 hPa.")]
    [InlineData(20_100, 21_000, 101_320, 4500, "The humidity takes 0 to 100 %.")]
    [InlineData(20_100, 21_000, 101_320, null, "The humidity is needed, % (humidity_permille, permille).")]
    public async Task Room_and_water_that_cannot_be_name_the_field(int water, int air, int pressure, int? humidity, string sentence)
    {
        AskedHand hand = new(new VirtualLoop().Loop);
        Task<EnvironmentReading> asked = hand.EnvironmentAsync(TestContext.Current.CancellationToken);
        int number = hand.Asks!.Number;
        Problem? problem = hand.Answer(new BenchAnswer(number, WaterMilliC: water, AirMilliC: air, PressurePa: pressure, HumidityPermille: humidity));
        Assert.Equal(("invalid", sentence), (problem?.Type.Id, problem?.Detail));
        Assert.Equal("nothing-asked", hand.Answer(new BenchAnswer(number + 1))?.Type.Id);
        Assert.Null(hand.Answer(new BenchAnswer(number, WaterMilliC: 20_100, AirMilliC: 21_000, PressurePa: 101_320, HumidityPermille: 450)));
        Assert.Equal(101_320, (await asked).PressurePa);
    }
}
