using MesoPen.Host.Station;
using MesoPen.Kernel;

namespace MesoPen.Tests;

/// <summary>From the sentences of the control path to codes.</summary>
public sealed class SaidWordsTests
{
    // Aim: what a treatment is told has a code with its values, so that it can be read in the clinic's language; a zone, a person and a number are told apart.
    [Theory]
    [InlineData("The line is blocked: its pressure rose above the device's limit. Take the needle head off, purge into a swab, fit a new head.",
        SaidCode.Fault, "number=10")]
    [InlineData("Paused by ada.", SaidCode.Paused, "person=ada")]
    [InlineData("/dev/ttyUSB0 has said nothing for 300 ms: check the cable and that the device is on. The device stops by itself.", SaidCode.LinkLost, "")]
    [InlineData("/dev/ttyUSB0 did not open within 5 s: check the cable and that the device is on.", SaidCode.NoAnswer, "")]
    [InlineData("The device said 34 ms after the stop that plunger and needle are at rest.", SaidCode.AtRest, "ms=34")]
    [InlineData("Arming refused: needed first: a primed line, consent, confirmed (It was withdrawn.).", SaidCode.NeededFirst, "action=arm needed=primed consent")]
    [InlineData("Priming refused: not possible while Faulted.", SaidCode.NotPossible, "action=prime state=Faulted")]
    [InlineData("The device refused the permit: its journal is full", SaidCode.PermitRefused, "device=journal-full")]
    [InlineData("Ada Lovelace (ada, console a1) took the control over from Bo Berg (bo, console b2): She is called away.", SaidCode.ControlTaken,
        "from=Bo Berg reason=She is called away. to=Ada Lovelace")]
    public void A_sentence_gives_its_code_and_values(string sentence, SaidCode code, string args)
    {
        Said? said = SaidWords.Of(sentence);

        Assert.Equal(code, said?.Code);
        Assert.Equal(args, string.Join(' ', said!.Args.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key}={each.Value}")));
    }

    // Aim: a limit is told by what it bounds, where, and how far: in each of the kernel's kinds.
    [Fact]
    public void Every_kind_of_limit_is_told_with_its_values()
    {
        foreach (LimitKind kind in Enum.GetValues<LimitKind>())
        {
            Limit limit = new(kind, null, 1_000, LimitSource.SitePolicy, "site", "1");
            Said? said = SaidWords.Of(new Refusal("cheek.left", 1_001, limit).Sentence);

            Assert.Equal(SaidCode.Limit, said?.Code);
            Assert.Equal("cheek.left", said!.Args["zone"]);
            Assert.Equal((limit.Show(1_001), limit.Show(1_000)), (said.Args["asked"], said.Args["allowed"]));
            Assert.Equal(limit.Subject.ToLowerInvariant().Replace(' ', '-'), said.Args["limit"]);
        }
    }

    // Aim: nothing is guessed: a sentence that is not known stays the sentence that it is.
    [Fact]
    public void What_is_not_known_has_no_code()
    {
        Assert.Null(SaidWords.Of("The disk is full."));
        Assert.Null(SaidWords.Of(null));
    }
}
