using System.IO.Ports;
using MesoPen.Tests.Terminals;

namespace MesoPen.Tests.Compat.Serial.StandIn;

/// <summary>
/// A pulled cable is an exception, at once, wherever somebody reads or writes. The package documents no more than that a port may be "in an
/// invalid state", and is known to stay silent; the stand-in must not.
/// </summary>
public sealed class HangUpTests : OpenLine
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(PseudoTerminal.PatienceMs);

    [Fact]
    public void Read_after_a_hang_up_throws()
    {
        // Aim: not a timeout, not zero bytes.
        Line.HangUp();

        Assert.Throws<IOException>(() => Port.Read(new byte[1], 0, 1));
        Assert.Throws<IOException>(() => Port.ReadByte());
        Assert.Throws<IOException>(() => Port.BaseStream.Read(new byte[1], 0, 1));
    }

    [Fact]
    public void Text_after_a_hang_up_throws()
    {
        // Aim: the text methods, the one that never waits included.
        Line.HangUp();

        Assert.Throws<IOException>(() => Port.ReadLine());
        Assert.Throws<IOException>(() => Port.ReadChar());
        Assert.Throws<IOException>(() => Port.ReadExisting());
    }

    [Fact]
    public void Write_after_a_hang_up_throws()
    {
        // Aim: no write is swallowed.
        Line.HangUp();

        Assert.Throws<IOException>(() => Port.Write([1], 0, 1));
        Assert.Throws<IOException>(() => Port.WriteLine("x"));
        Assert.Throws<IOException>(() => Port.BaseStream.Write([1], 0, 1));
    }

    [Fact]
    public void Counters_and_settings_after_a_hang_up_throw()
    {
        // Aim: asking for the state of a line that is gone is not answered with zero.
        Line.HangUp();

        Assert.Throws<IOException>(() => Port.BytesToRead);
        Assert.Throws<IOException>(() => Port.BytesToWrite);
        Assert.Throws<IOException>(() => Port.DiscardInBuffer());
        Assert.Throws<IOException>(() => Port.BaudRate = 19_200);
        Assert.Equal(115_200, Port.BaudRate);
        Assert.Throws<IOException>(() => Port.BaseStream.Flush());
    }

    [Fact]
    public void Hang_up_frees_a_blocked_read()
    {
        // Aim: a reader without timeout learns of it.
        Port.ReadTimeout = SerialPort.InfiniteTimeout;
        BlockedThread reader = new BlockedThread(() => Port.Read(new byte[1], 0, 1)).UntilItBlocks();

        Line.HangUp();

        Assert.IsType<IOException>(reader.Join());
    }

    [Fact]
    public void Hang_up_frees_a_blocked_write()
    {
        // Aim: so does a writer.
        Port.WriteTimeout = SerialPort.InfiniteTimeout;
        BlockedThread writer = new BlockedThread(() => Port.Write(new byte[1 << 20], 0, 1 << 20)).UntilItBlocks();

        Line.HangUp();

        Assert.IsType<IOException>(writer.Join());
    }

    [Fact]
    public async Task Hang_up_fails_waiting_asynchronous_transfers()
    {
        // Aim: both directions, and those started afterwards.
        Task<int> read = Port.BaseStream.ReadAsync(new byte[1].AsMemory()).AsTask();
        Task write = Port.BaseStream.WriteAsync(new byte[1 << 20].AsMemory()).AsTask();

        Line.HangUp();

        await Assert.ThrowsAsync<IOException>(() => read.WaitAsync(s_patience));
        await Assert.ThrowsAsync<IOException>(() => write.WaitAsync(s_patience));
        await Assert.ThrowsAsync<IOException>(() => Port.BaseStream.ReadAsync(new byte[1].AsMemory()).AsTask());
        await Assert.ThrowsAsync<IOException>(() => Port.BaseStream.WriteAsync(new byte[1].AsMemory()).AsTask());
    }

    [Fact]
    public void Hang_up_leaves_IsOpen_until_closed()
    {
        // Aim: documented: IsOpen tracks the caller's use, not the device.
        Line.HangUp();
        Assert.True(Port.IsOpen);

        Port.Close();

        Assert.False(Port.IsOpen);
    }

    [Fact]
    public void Hang_up_while_a_handler_listens_is_quiet()
    {
        // Aim: the thread behind the events ends without taking the process along; reads tell.
        using ManualResetEventSlim raised = new();
        Port.DataReceived += (_, _) => raised.Set();
        Line.Write([1]);
        Assert.True(raised.Wait(s_patience));

        Line.HangUp();

        Assert.Throws<IOException>(() => Port.Read(new byte[8], 0, 8));
        Port.Close();
    }

    [Fact]
    public void Port_comes_back_under_its_link()
    {
        // Aim: cable out, cable in: the same object opens the new line by the stable name.
        Port.Close();
        Port.PortName = Line.LinkPath;
        Port.Open();
        for (byte i = 0; i < 10; i++)
        {
            Line.HangUp();
            Assert.Throws<IOException>(() => Port.Read(new byte[1], 0, 1));
            Port.Close();
            Assert.Throws<FileNotFoundException>(() => Port.Open());
            Line.Reopen();
            Port.Open();
            Line.Write([i]);
            Assert.Equal(i, Port.ReadByte());
        }
    }
}
