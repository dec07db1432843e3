namespace MesoPen.Tests.Compat.Serial.StandIn;

/// <summary>A line without DTR, RTS and the rest: what is not asked for is not touched, what is asked for and absent is an error.</summary>
public sealed class ModemLineTests : OpenLine
{
    [Fact]
    public void Lines_left_false_do_not_matter()
    {
        // Aim: the port opened without them; setting false to false touches nothing.
        Port.DtrEnable = false;
        Port.RtsEnable = false;

        Assert.True(Port.IsOpen);
    }

    [Fact]
    public void Line_that_is_absent_cannot_be_raised()
    {
        // Aim: documented IOException, and the property keeps its value.
        Assert.Throws<IOException>(() => Port.DtrEnable = true);
        Assert.Throws<IOException>(() => Port.RtsEnable = true);
        Assert.False(Port.DtrEnable);
        Assert.False(Port.RtsEnable);
    }

    [Fact]
    public void Open_that_asks_for_an_absent_line_is_refused()
    {
        // Aim: a profile that needs DTR does not run without it; the port is free again afterwards.
        Port.Close();
        Port.DtrEnable = true;
        Assert.Throws<IOException>(() => Port.Open());
        Assert.False(Port.IsOpen);

        Port.DtrEnable = false;
        Port.Open();
        Assert.True(Port.IsOpen);
    }

    [Fact]
    public void Lines_that_are_absent_cannot_be_asked_for()
    {
        // Aim: unknown is not "not raised".
        Assert.Throws<IOException>(() => Port.CtsHolding);
        Assert.Throws<IOException>(() => Port.DsrHolding);
        Assert.Throws<IOException>(() => Port.CDHolding);
    }

    [Fact]
    public void Write_in_break_is_refused()
    {
        // Aim: documented: it is not possible to write while in break; setting it twice is no error.
        Port.BreakState = true;
        Port.BreakState = true;
        Assert.True(Port.BreakState);
        Assert.Throws<InvalidOperationException>(() => Port.Write([1], 0, 1));

        Port.BreakState = false;
        Port.Write([2], 0, 1);

        Assert.Equal([2], Line.ReadExactly(1));
    }
}
