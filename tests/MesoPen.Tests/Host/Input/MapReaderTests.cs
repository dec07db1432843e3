using MesoPen.Host.Input;

namespace MesoPen.Tests.Host.Input;

public sealed class MapReaderTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("010")]
    [InlineData("1_000")]
    [InlineData("1,000")]
    [InlineData("'10'")]
    [InlineData("ten")]
    [InlineData("99999999999999999999")]
    [InlineData("١٠")]
    [Trait("Requirement", "SR-163")]
    public void Number_that_programs_read_differently_or_out_of_range_is_refused(string text)
    {
        // Aim: a number is plain digits within its range; the sentence says what, where, what is allowed, and the unit.
        InputException refused = Assert.Throws<InputException>(() => Reader($"other: 1\ndose_nl: {text}\n").Number("dose_nl", 1, 1000));
        Assert.Equal(2, refused.Line);
        Assert.Equal(
            $"dose_nl of the thing is \"{text.Trim('\'')}\": write a whole number from 1 to 1000 (nanolitres: 1 µL = 1000).", refused.Sentence);
    }

    [Fact]
    [Trait("Requirement", "SR-163")]
    public void Number_at_its_bounds_is_taken()
    {
        // Aim: bounds are inclusive.
        Assert.Equal(1, Reader("dose_nl: 1").Number("dose_nl", 1, 1000));
        Assert.Equal(1000, Reader("dose_nl: 1000").Number("dose_nl", 1, 1000));
        Assert.Equal(0, Reader("dose_nl: 0").Number("dose_nl", 0, 1000));
        Assert.Null(Reader("dose_nl: null").OptionalNumber("dose_nl", 0, 1000));
    }

    [Fact]
    public void Missing_key_names_the_map_and_the_need()
    {
        // Aim: what is not there is asked for, at the line of what lacks it.
        InputException refused = Assert.Throws<InputException>(() => Reader("\nother: 1\n").Number("dose_nl", 1, 1000));
        Assert.Equal("The thing lacks dose_nl: add it (a whole number from 1 to 1000 (nanolitres: 1 µL = 1000)).", refused.Sentence);
        Assert.Equal(2, refused.Line);
    }

    [Theory]
    [InlineData("dose_ml: 1", "Unknown key \"dose_ml\" in the thing: did you mean dose_nl?")]
    [InlineData("Dose_NL: 1", "Unknown key \"Dose_NL\" in the thing: did you mean dose_nl?")]
    [InlineData("color: 1", "Unknown key \"color\" in the thing: allowed are dose_nl, other, word.")]
    [InlineData("\"a\\u001b[31m\": 1", "Unknown key \"a?[31m\" in the thing: allowed are dose_nl, other, word.")]
    public void Unknown_key_names_the_allowed_ones(string text, string sentence)
    {
        // Aim: a mistyped key is never silently left out, and nothing from the file reaches the terminal raw.
        Assert.Equal(sentence, Assert.Throws<InputException>(() => Reader(text)).Sentence);
    }

    [Theory]
    [InlineData("word: \"a\\nb\"")]
    [InlineData("word: \"a\\u0007b\"")]
    [InlineData("word: \" \"")]
    [InlineData("word: [a]")]
    [InlineData("word: {a: b}")]
    public void Text_of_more_than_one_line_or_none_is_refused(string text)
    {
        // Aim: texts end up in sentences and on terminals: one line, no control characters.
        Assert.StartsWith("word of the thing must be", Assert.Throws<InputException>(() => Reader(text).Text("word")).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-06-30", 20_999)]
    [InlineData("1970-01-01", 0)]
    public void Day_is_counted_from_1970(string text, int day)
    {
        // Aim: the day is the one of the kernel and of the wire.
        Assert.Equal(day, Reader($"word: {text}").Day("word"));
    }

    [Theory]
    [InlineData("2027-02-30")]
    [InlineData("30.06.2027")]
    [InlineData("2027-6-30")]
    public void Day_written_otherwise_is_refused(string text)
    {
        // Aim: no guessing between day and month.
        Assert.EndsWith("write a day as 2027-06-30.", Assert.Throws<InputException>(() => Reader($"word: {text}").Day("word")).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cheek")]
    [InlineData("-cheek")]
    [InlineData("cheek left")]
    [InlineData("décolletage")]
    [InlineData("a-name-of-thirty-three-characters")]
    public void Id_with_other_characters_is_refused(string text)
    {
        // Aim: ids go on the wire and into file names.
        Assert.Contains("at most 32 small letters", Assert.Throws<InputException>(() => Reader($"word: {text}").Id("word")).Sentence, StringComparison.Ordinal);
    }

    private static MapReader Reader(string text) =>
        new("x.yaml", YamlTree.Read(new InputFile("x.yaml", text, string.Empty)), "the thing", "dose_nl", "other", "word");
}
