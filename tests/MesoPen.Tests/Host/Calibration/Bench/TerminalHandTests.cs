using System.Threading.Channels;
using MesoPen.Host.Calibration;
using MesoPen.Tests.Time;

namespace MesoPen.Tests;

public sealed class TerminalHandTests
{
    /// <summary>Aim: a figure that no instrument shows, or that is none, is asked for again with a sentence that says why; none ends the program.</summary>
    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("-99999999999999999999")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("9223372036854775807")]
    [InlineData("1000000000.1")]
    [InlineData("heavy")]
    [InlineData("")]
    public async Task Figure_that_nothing_shows_is_asked_for_again(string typed)
    {
        List<string> said = [];
        Channel<string> lines = Channel.CreateUnbounded<string>();
        TerminalHand hand = new(said.Add, null, lines.Reader, yes: false, null, new VirtualLoop().Loop);
        foreach (string line in (string[])[typed, "1000000000", typed, "-1000000000"])
        {
            lines.Writer.TryWrite(line);
        }

        CancellationToken cancel = TestContext.Current.CancellationToken;
        Assert.Equal(ReadingBounds.Most, await hand.ReadAsync(BenchWants.WeightNg, "Weigh.", cancel));
        Assert.Equal(-ReadingBounds.Most, await hand.ReadAsync(BenchWants.WeightNg, "Weigh.", cancel));
        Assert.Equal("Weigh. [mg]", said[0]);
        Assert.Equal($"'{typed}' is no such reading: write a number of mg from -1000000000 to 1000000000. Weigh. [mg]", said[1]);
    }

    /// <summary>
    /// Aim: with --yes nothing is asked for ever: what is asked again at once, a fourth time, nobody does, and it ends with that sentence. What is asked
    /// after a while, or is something else, is taken as done as often as it comes.
    /// </summary>
    [Fact]
    public async Task What_is_taken_as_done_and_is_not_ends_at_the_fourth_time()
    {
        VirtualLoop time = new();
        List<string> said = [];
        TerminalHand hand = new(said.Add, null, Channel.CreateUnbounded<string>().Reader, yes: true, null, time.Loop);
        CancellationToken cancel = TestContext.Current.CancellationToken;
        for (int cartridge = 0; cartridge < 10; cartridge++)
        {
            await hand.ConfirmAsync("Fill it.", cancel);
            await hand.ConfirmAsync("Put the vessel back.", cancel);
            await hand.ConfirmAsync("Fill it.", cancel);
            time.RunFor(TimeSpan.FromMinutes(2));
        }

        await hand.ConfirmAsync("Fill it.", cancel);
        await hand.ConfirmAsync("Fill it.", cancel);
        await hand.ConfirmAsync("Fill it.", cancel);
        NobodyThereException end = await Assert.ThrowsAsync<NobodyThereException>(() => hand.ConfirmAsync("Fill it.", cancel));
        Assert.StartsWith("Fill it. It was taken as done 3 times", end.Message, StringComparison.Ordinal);
        Assert.Equal(33, said.Count);
    }

    /// <summary>Aim: where nobody answers, the sentence says what would have done: the option for room and water, a terminal for the rest.</summary>
    [Fact]
    public async Task Where_nobody_is_the_sentence_says_what_helps()
    {
        Channel<string> nobody = Channel.CreateUnbounded<string>();
        nobody.Writer.Complete();
        TerminalHand hand = new(_ => { }, null, nobody.Reader, yes: false, null, new VirtualLoop().Loop);
        CancellationToken cancel = TestContext.Current.CancellationToken;
        NobodyThereException room = await Assert.ThrowsAsync<NobodyThereException>(() => hand.EnvironmentAsync(cancel));
        Assert.EndsWith("State --environment or --environment-file.", room.Message, StringComparison.Ordinal);
        NobodyThereException fill = await Assert.ThrowsAsync<NobodyThereException>(() => hand.ConfirmAsync("Fill it.", cancel));
        Assert.Equal("Nobody is there to do this: Fill it. Do it, and answer at a terminal or through a pipe.", fill.Message);
    }
}
