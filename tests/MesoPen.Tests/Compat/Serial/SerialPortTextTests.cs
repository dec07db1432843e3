using System.IO.Ports;
using System.Text;
using MesoPen.Tests.Terminals;

namespace MesoPen.Tests.Compat.Serial;

/// <summary>Text through a real line: lines, encodings, and arrivals cut at awkward places.</summary>
public sealed class SerialPortTextTests : OpenLine
{
    // One, two, three and four bytes in UTF-8; the last is a surrogate pair.
    private const string AllWidths = "aé€😀";

    [Fact]
    public void Write_text_is_encoded_in_ASCII_by_default()
    {
        // Aim: characters above 127 become '?', as documented.
        Port.Write("µL 20");

        Assert.Equal("?L 20"u8.ToArray(), Line.ReadExactly(5));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Write_text_is_encoded_as_set(string name)
    {
        // Aim: the bytes are those of the encoding, without a byte order mark.
        Encoding encoding = Encoding.GetEncoding(name);
        Port.Encoding = encoding;
        byte[] expected = encoding.GetBytes(AllWidths);

        Port.Write(AllWidths);

        Assert.Equal(expected, Line.ReadExactly(expected.Length));
    }

    [Fact]
    public void Write_of_long_text_arrives_whole()
    {
        // Aim: text beyond any small buffer.
        string text = new('x', 20_000);
        BlockedThread writer = new(() => Port.Write(text));

        Assert.Equal(text, Encoding.ASCII.GetString(Line.ReadExactly(20_000)));
        Assert.Null(writer.Join());
    }

    [Fact]
    public void Write_characters_offset_and_count_pick_them()
    {
        // Aim: only the part named is written.
        Port.Write("abcdef".ToCharArray(), 2, 3);
        Port.Write("!");

        Assert.Equal("cde!"u8.ToArray(), Line.ReadExactly(4));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("<end>")]
    public void WriteLine_ends_with_NewLine(string newLine)
    {
        // Aim: what was set, once, at the end.
        Port.NewLine = newLine;
        Port.WriteLine("S 1.25 g");

        Assert.Equal("S 1.25 g" + newLine, Encoding.ASCII.GetString(Line.ReadExactly(8 + newLine.Length)));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("<end>")]
    public void ReadLine_splits_at_NewLine(string newLine)
    {
        // Aim: the ending is removed, the rest kept, an empty line is a line.
        Port.NewLine = newLine;
        Line.Write(Encoding.ASCII.GetBytes($"one{newLine}{newLine}three{newLine}"));

        Assert.Equal(["one", "", "three"], new[] { Port.ReadLine(), Port.ReadLine(), Port.ReadLine() });
    }

    [Fact]
    public void ReadLine_waits_for_the_rest_of_a_line()
    {
        // Aim: a line in three pieces, the ending itself cut, is one line.
        Port.NewLine = "\r\n";
        string? got = null;
        Line.Write("S S   "u8);
        BlockedThread reader = new(() => got = Port.ReadLine());

        reader.UntilItBlocks();
        Line.Write("1.25 g\r"u8);
        reader.UntilItBlocks();
        Line.Write("\n"u8);

        Assert.Null(reader.Join());
        Assert.Equal("S S   1.25 g", got);
    }

    [Fact]
    public void ReadLine_that_times_out_loses_nothing()
    {
        // Aim: half a line stays buffered until the other half comes.
        Port.ReadTimeout = 40;
        Line.Write("half"u8);
        Assert.Throws<TimeoutException>(() => Port.ReadLine());
        Assert.Equal(4, Port.BytesToRead);

        Line.Write(" whole\n"u8);

        Assert.Equal("half whole", Port.ReadLine());
    }

    [Fact]
    public void ReadLine_looks_for_the_end_again_where_it_nearly_was()
    {
        // Aim: "aab" is found in "aaab": a partial match does not swallow its own restart.
        Port.NewLine = "aab";
        Line.Write("xaaab"u8);

        Assert.Equal("xa", Port.ReadLine());
    }

    [Fact]
    public void ReadTo_stops_at_the_value()
    {
        // Aim: the value is removed, what follows stays.
        Line.Write("key=value;"u8);

        Assert.Equal("key", Port.ReadTo("="));
        Assert.Equal("value", Port.ReadTo(";"));
        Assert.Equal(0, Port.BytesToRead);
    }

    [Fact]
    public void ReadTo_null_or_empty_is_refused()
    {
        // Aim: the documented exceptions.
        Assert.Throws<ArgumentNullException>(() => Port.ReadTo(null!));
        Assert.Throws<ArgumentException>(() => Port.ReadTo(""));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    public void ReadLine_joins_characters_cut_between_arrivals(string name)
    {
        // Aim: every byte of a line in characters of all widths arrives on its own, and the line is the same.
        Encoding encoding = Encoding.GetEncoding(name);
        Port.Encoding = encoding;
        string? got = null;
        BlockedThread reader = new(() => got = Port.ReadLine());
        foreach (byte piece in encoding.GetBytes(AllWidths + "\n"))
        {
            reader.UntilItBlocks();
            Line.Write([piece]);
        }

        Assert.Null(reader.Join());
        Assert.Equal(AllWidths, got);
    }

    [Fact]
    public void ReadChar_gives_whole_characters()
    {
        // Aim: two bytes are one character, and the byte behind is left.
        Port.Encoding = Encoding.UTF8;
        Line.Write([0xC3, 0xA9, (byte)'x']);
        AwaitBytes(3);

        Assert.Equal('é', Port.ReadChar());
        Assert.Equal('x', Port.ReadChar());
        Assert.Equal(0, Port.BytesToRead);
    }

    [Fact]
    public void ReadChar_times_out()
    {
        // Aim: half a character is no character.
        Port.Encoding = Encoding.UTF8;
        Port.ReadTimeout = 30;
        Line.Write([0xC3]);

        Assert.Throws<TimeoutException>(() => Port.ReadChar());
    }

    [Fact]
    public void Read_characters_offset_and_count_place_them()
    {
        // Aim: only the part named is filled, no more taken than asked.
        Line.Write("abcd"u8);
        AwaitBytes(4);
        char[] buffer = new char[6];

        Assert.Equal(3, Port.Read(buffer, 2, 3));
        Assert.Equal("\0\0abc\0", new string(buffer));
        Assert.Equal('d', Port.ReadChar());
    }

    [Fact]
    public void Read_characters_waits_for_the_first_only()
    {
        // Aim: a read of many returns with what came.
        char[] buffer = new char[10];
        int count = 0;
        BlockedThread reader = new(() => count = Port.Read(buffer, 0, 10));
        reader.UntilItBlocks();

        Line.Write("z"u8);

        Assert.Null(reader.Join());
        Assert.Equal((1, 'z'), (count, buffer[0]));
    }

    [Fact]
    public void Read_characters_with_room_for_one_refuses_a_pair()
    {
        // Aim: documented: count is one and a surrogate pair is in the buffer.
        Port.Encoding = Encoding.UTF8;
        Line.Write(Encoding.UTF8.GetBytes("😀"));
        AwaitBytes(4);

        Assert.ThrowsAny<ArgumentException>(() => Port.Read(new char[1], 0, 1));
    }

    [Fact]
    public void ReadExisting_takes_all_there_is_and_does_not_wait()
    {
        // Aim: empty when nothing waits, everything when something does.
        Assert.Equal("", Port.ReadExisting());
        Line.Write("two\nlines"u8);
        AwaitBytes(9);

        Assert.Equal("two\nlines", Port.ReadExisting());
        Assert.Equal("", Port.ReadExisting());
    }

    [Fact]
    public void ReadExisting_leaves_half_a_character()
    {
        // Aim: documented: trailing lead bytes stay, and count as bytes to read.
        Port.Encoding = Encoding.UTF8;
        Line.Write([(byte)'a', 0xE2, 0x82]);
        AwaitBytes(3);

        Assert.Equal("a", Port.ReadExisting());
        Assert.True(Port.BytesToRead > 0);
        Line.Write([0xAC]);

        Assert.Equal('€', Port.ReadChar());
    }

    [Fact]
    public void Read_bytes_after_text_gets_what_text_left()
    {
        // Aim: a header line followed by binary, as many devices send.
        Line.Write([.. "DATA 3\n"u8, 0x00, 0xFF, 0x80]);

        Assert.Equal("DATA 3", Port.ReadLine());
        Assert.Equal([0x00, 0xFF, 0x80], Receive(3));
    }

    [Fact]
    public void ReadLine_replaces_bytes_that_are_no_text()
    {
        // Aim: a broken byte costs one replacement character, not the line.
        Port.Encoding = Encoding.UTF8;
        Line.Write([(byte)'a', 0xC3, (byte)'b', 0xFF, (byte)'c', (byte)'\n']);

        Assert.Equal("a\uFFFDb\uFFFDc", Port.ReadLine());
    }

    [Fact]
    public void ReadChar_of_a_broken_byte_leaves_the_good_one_behind_it()
    {
        // Aim: what shows that a byte leads nowhere is the next character, and is read as such.
        Port.Encoding = Encoding.UTF8;
        Line.Write([0xC3, (byte)'b']);

        Assert.Equal('\uFFFD', Port.ReadChar());
        Assert.Equal('b', Port.ReadChar());
    }

    [Fact]
    public void Close_forgets_text_that_was_buffered()
    {
        // Aim: half a line of the last session is not the start of the first line of the next.
        Line.Write("half"u8);
        AwaitBytes(4);
        Port.ReadTimeout = 20;
        Assert.Throws<TimeoutException>(() => Port.ReadLine());

        Port.Close();
        Port.Open();

        Assert.Equal(0, Port.BytesToRead);
        Line.Write("new\n"u8);
        Assert.Equal("new", Port.ReadLine());
    }

    [Fact]
    public void DiscardNull_drops_null_bytes()
    {
        // Aim: documented: null bytes are ignored; all others come.
        Port.DiscardNull = true;
        Line.Write([0, 1, 0, 0, 2, 0xFF, 0, 3]);

        Assert.Equal([1, 2, 0xFF, 3], Receive(4));
    }
}
