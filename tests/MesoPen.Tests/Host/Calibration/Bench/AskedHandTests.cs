using MesoPen.Host.Calibration;
using MesoPen.Tests.Time;

namespace MesoPen.Tests;

public sealed class AskedHandTests
{
    /// <summary>Aim: a figure that no instrument shows is refused with a sentence, and the question stays; the bounds themselves are taken.</summary>
    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(ReadingBounds.Most + 1)]
    [InlineData(-ReadingBounds.Most - 1)]
    [InlineData(null)]
    public async Task Figure_that_nothing_shows_is_refused(long? value)
    {
        AskedHand hand = new(new VirtualLoop().Loop, () => 7);
        foreach (long right in (long[])[ReadingBounds.Most, -ReadingBounds.Most])
        {
            Task<long> read = hand.ReadAsync(BenchWants.WeightNg, "Weigh.", TestContext.Current.CancellationToken);
            Assert.StartsWith("value ", hand.Answer(new BenchAnswer(7, value)), StringComparison.Ordinal);
            Assert.NotNull(hand.Asks);
            Assert.Null(hand.Answer(new BenchAnswer(7, right)));
            Assert.Equal(right, await read);
        }
    }
}
