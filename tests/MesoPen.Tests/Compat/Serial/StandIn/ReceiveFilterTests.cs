using System.IO.Ports;

namespace MesoPen.Tests.Compat.Serial.StandIn;

/// <summary>What a pseudo-terminal cannot make: bytes marked as received with a parity error.</summary>
public sealed class ReceiveFilterTests
{
    [Theory]
    [InlineData("41FF004243", "413F43")]        // an error in 0x42 becomes '?'
    [InlineData("41FFFF42", "41FF42")]          // a doubled 0xFF is one
    [InlineData("FF0000FF00FF", "3F3F")]        // errors in 0x00 and 0xFF
    [InlineData("00FFFF00", "00FF00")]          // null bytes are nothing special outside a mark
    public void Marks_are_replaced(string received, string expected)
    {
        // Aim: termios(3), PARMRK: FF 00 x is x with an error, FF FF is FF.
        ReceiveFilter filter = new() { Unmark = true, Replacement = (byte)'?' };

        Assert.Equal(expected, Whole(filter, received));
    }

    [Fact]
    public void Marks_cut_anywhere_are_replaced_the_same()
    {
        // Aim: the outcome does not depend on how the bytes were cut into reads.
        const string Received = "41FF004243FFFF44FF000045";
        string whole = Whole(new ReceiveFilter { Unmark = true, Replacement = 0x3F }, Received);
        ReceiveFilter filter = new() { Unmark = true, Replacement = 0x3F };

        string cut = string.Concat(Received.Chunk(2).Select(pair => Whole(filter, new string(pair))));

        Assert.Equal("413F43FF443F45", whole);
        Assert.Equal(whole, cut);
    }

    [Fact]
    public void Nulls_are_dropped_and_marks_still_seen()
    {
        // Aim: DiscardNull with parity replacement: the null inside a mark is not data.
        ReceiveFilter filter = new() { Unmark = true, Replacement = 0x3F, DropNull = true };

        Assert.Equal("013F02", Whole(filter, "0100FF00550002"));
    }

    [Fact]
    public void Idle_filter_says_so()
    {
        // Aim: the plain path is not slowed down.
        Assert.False(new ReceiveFilter().Active);
        Assert.True(new ReceiveFilter { DropNull = true }.Active);
    }

    private static string Whole(ReceiveFilter filter, string hex)
    {
        byte[] bytes = Convert.FromHexString(hex);
        return Convert.ToHexString(bytes, 0, filter.Apply(bytes));
    }
}
