namespace MesoPen.Kernel.Tests.Quantities;

public sealed class VolumeTests
{
    [Theory]
    [InlineData(20_000, "20 µL")]
    [InlineData(19_870, "19.87 µL")]
    [InlineData(1, "0.001 µL")]
    [InlineData(0, "0 µL")]
    [InlineData(200_000, "200 µL")]
    [InlineData(200_001, "0.200001 mL")]
    [InlineData(500_000, "0.5 mL")]
    [InlineData(2_000_000, "2 mL")]
    [InlineData(-20_000, "-20 µL")]
    [Trait("Requirement", "SR-164")]
    public void Text_is_microlitres_for_doses_and_millilitres_for_totals(long nl, string text)
    {
        // Aim: dose typography: a leading zero, no trailing zero, a space before the unit.
        Assert.Equal(text, new Volume(nl).ToString());
    }

    [Fact]
    [Trait("Requirement", "SR-027")]
    public void Arithmetic_that_overflows_throws()
    {
        // Aim: a sum beyond the type stops everything; it does not wrap into a small dose.
        Volume most = new(long.MaxValue);
        Assert.Throws<OverflowException>(() => most + new Volume(1));
        Assert.Throws<OverflowException>(() => new Volume(long.MinValue) - new Volume(1));
        Assert.Throws<OverflowException>(() => most * 2);
        Assert.Equal(most, (most - new Volume(1)) + new Volume(1));
        Assert.Equal(60_000, (new Volume(20_000) * 3).Nl);
    }
}
