using System.IO.Ports;
using System.IO.Ports.Native;

namespace MesoPen.Tests.Compat.Serial.StandIn;

/// <summary>Which events two looks at the lines make; a pseudo-terminal has no such lines to look at.</summary>
public sealed class LineStateTests
{
    private static readonly LineState s_quiet = new(ModemLines.DataSetReady, new LineCounters { Cts = 7, ParityErrors = 3, Breaks = 1 });

    [Fact]
    public void Quiet_line_raises_nothing()
    {
        // Aim: old counts are not news, nor are bytes that were counted.
        LineState later = s_quiet with { Counters = s_quiet.Counters with { Received = 100, Sent = 5 } };

        Assert.Empty(LineState.PinChanges(s_quiet, later));
        Assert.Empty(LineState.Errors(s_quiet, later));
    }

    [Fact]
    public void Lines_that_changed_are_told_either_way()
    {
        // Aim: raised and dropped are both changes; our own output lines are none.
        LineState later = s_quiet with { Lines = ModemLines.ClearToSend | ModemLines.CarrierDetect | ModemLines.DataTerminalReady };

        Assert.Equal([SerialPinChange.CtsChanged, SerialPinChange.DsrChanged, SerialPinChange.CDChanged], LineState.PinChanges(s_quiet, later));
    }

    [Fact]
    public void Pulse_between_two_looks_is_told()
    {
        // Aim: the level is the same again, the driver has counted two edges.
        LineState later = s_quiet with { Counters = s_quiet.Counters with { Cts = 9 } };

        Assert.Equal([SerialPinChange.CtsChanged], LineState.PinChanges(s_quiet, later));
    }

    [Fact]
    public void Ring_and_break_are_told_at_their_start()
    {
        // Aim: documented for the break: entering it is told, leaving it is not.
        LineState ringing = s_quiet with { Lines = s_quiet.Lines | ModemLines.Ring };
        LineState broken = s_quiet with { Counters = s_quiet.Counters with { Breaks = 2 } };

        Assert.Equal([SerialPinChange.Ring], LineState.PinChanges(s_quiet, ringing));
        Assert.Empty(LineState.PinChanges(ringing, s_quiet));
        Assert.Equal([SerialPinChange.Break], LineState.PinChanges(s_quiet, broken));
    }

    [Fact]
    public void Errors_are_told_by_kind()
    {
        // Aim: each counter has its word.
        LineState later = s_quiet with
        {
            Counters = s_quiet.Counters with { FrameErrors = 1, ParityErrors = 4, Overruns = 1, BufferOverruns = 1 },
        };

        Assert.Equal([SerialError.Frame, SerialError.RXParity, SerialError.Overrun, SerialError.RXOver], LineState.Errors(s_quiet, later));
    }
}
