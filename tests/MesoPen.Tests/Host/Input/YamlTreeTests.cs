using MesoPen.Host.Input;

namespace MesoPen.Tests.Host.Input;

public sealed class YamlTreeTests
{
    [Fact]
    public void Read_keeps_lines_order_and_quotes()
    {
        // Aim: every node knows its line, and a quoted number is known from a bare one.
        InputMap map = Read("# comment\na: 1\nb:\n  - '2'\n  - {c: ~, d: }\n");
        Assert.Equal(["a", "b"], map.Entries.Select(entry => entry.Key.Text));
        Assert.Equal(new InputScalar(2, "1", true), map.Find("a"));
        InputList list = Assert.IsType<InputList>(map.Find("b"));
        Assert.Equal(new InputScalar(4, "2", false), list.Items[0]);
        InputMap inner = Assert.IsType<InputMap>(list.Items[1]);
        Assert.All(inner.Entries, entry => Assert.True(Assert.IsType<InputScalar>(entry.Value).IsNull));
        Assert.Equal(5, inner.Line);
    }

    [Theory]
    [InlineData("", 0, "The file is empty.")]
    [InlineData("# only a comment\n", 0, "The file is empty.")]
    [InlineData("- a\n- b\n", 1, "The file must consist of keys with values (key: value).")]
    [InlineData("just text\n", 1, "The file must consist of keys with values (key: value).")]
    [InlineData("a: &x 1\nb: *x\n", 1, "Anchors (&x) are not used here")]
    [InlineData("a: 1\nb: *x\n", 2, "Aliases (*x) are not used here")]
    [InlineData("a: 1\nb: !!int 2\n", 2, "Tags (tag:yaml.org,2002:int) are not used here")]
    [InlineData("a: 1\nb: 2\na: 3\n", 3, "\"a\" stands here a second time (first in line 1): keep one.")]
    [InlineData("a: 1\n? [x, y]\n: 2\n", 2, "A key must be a single word.")]
    [InlineData("a: 1\n---\nb: 2\n", 2, "A second document begins here: one file holds one.")]
    [InlineData("a: 1\nb: [1, 2\n", 3, "This is not valid YAML")]
    [InlineData("a: 1\n\tb: 2\n", 1, "This is not valid YAML")]
    [InlineData("a: 'open\n", 1, "This is not valid YAML")]
    [Trait("Requirement", "SR-160")]
    public void Read_of_anything_but_plain_yaml_is_refused_at_its_line(string text, int line, string sentence)
    {
        // Aim: the parts of YAML that say a thing twice, elsewhere or otherwise are refused, with the line.
        InputException refused = Assert.Throws<InputException>(() => Read(text));
        Assert.StartsWith(sentence, refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(line, refused.Line);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Read_of_deep_nesting_is_refused_without_exhausting_the_stack(char open)
    {
        // Aim: a hostile file of a hundred thousand brackets ends in a sentence, not in the end of the process.
        InputException refused = Assert.Throws<InputException>(() => Read("a: " + new string(open, 100_000)));
        Assert.DoesNotContain('\n', refused.Message);
    }

    private static InputMap Read(string text) => YamlTree.Read(new InputFile("x.yaml", text, string.Empty));
}
