using System.Threading.Channels;
using MesoPen.Host.Calibration;
using MesoPen.Tests.Time;

namespace MesoPen.Tests;

public sealed class TerminalHandTests
{
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
