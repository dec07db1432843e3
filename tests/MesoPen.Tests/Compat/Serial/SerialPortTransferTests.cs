using System.Diagnostics;
using System.IO.Ports;

namespace MesoPen.Tests.Compat.Serial;

/// <summary>Bytes through a real line, by the documented members of SerialPort.</summary>
public sealed class SerialPortTransferTests : OpenLine
{
    [Fact]
    public void Write_all_byte_values_arrive_untouched()
    {
        // Aim: no byte is translated, swallowed or doubled on the way out.
        Port.Write(AllValues, 0, 256);

        Assert.Equal(AllValues, Line.ReadExactly(256));
    }

    [Fact]
    public void Read_all_byte_values_arrive_untouched()
    {
        // Aim: no byte is translated, swallowed or doubled on the way in, control characters of terminals included.
        Line.Write(AllValues);

        Assert.Equal(AllValues, Receive(256));
    }

    [Theory]
    [InlineData(Parity.Odd)]
    [InlineData(Parity.Even)]
    [InlineData(Parity.Mark)]
    [InlineData(Parity.Space)]
    public void Read_with_parity_checked_arrives_untouched(Parity parity)
    {
        // Aim: checking parity marks bad bytes in band, with 0xFF; good bytes of that value must still come through once.
        Port.Parity = parity;
        byte[] sent = [.. AllValues, 0xFF, 0xFF, 0x00, 0xFF, 0x00, 0x41, 0xFF];

        Line.Write(sent);

        Assert.Equal(sent, Receive(sent.Length));
    }

    [Fact]
    public void Read_with_parity_checked_joins_a_mark_cut_in_two()
    {
        // Aim: a doubled 0xFF may be split between two reads; the filter must remember the first half.
        Port.Parity = Parity.Even;
        byte[] sent = [0xFF, 0x01, 0xFF, 0xFF, 0x00];
        Line.Write(sent);

        byte[] got = new byte[sent.Length];
        for (int i = 0; i < got.Length; i++)
        {
            Assert.Equal(1, Port.Read(got, i, 1));
        }

        Assert.Equal(sent, got);
    }

    [Fact]
    public void Write_offset_and_count_pick_the_bytes()
    {
        // Aim: only the part named is written.
        Port.Write([1, 2, 3, 4, 5], 1, 3);
        Port.Write([9], 0, 1);

        Assert.Equal([2, 3, 4, 9], Line.ReadExactly(4));
    }

    [Fact]
    public void Read_offset_and_count_place_the_bytes()
    {
        // Aim: only the part named is filled, and no more than was asked is taken.
        Line.Write([1, 2, 3, 4]);
        AwaitBytes(4);
        byte[] buffer = new byte[6];

        Assert.Equal(2, Port.Read(buffer, 3, 2));
        Assert.Equal([0, 0, 0, 1, 2, 0], buffer);
        Assert.Equal(2, Port.BytesToRead);
    }

    [Fact]
    public void Read_returns_what_there_is()
    {
        // Aim: a read does not wait for its buffer to fill.
        Line.Write([7, 8, 9]);
        AwaitBytes(3);

        Assert.Equal(3, Port.Read(new byte[100], 0, 100));
    }

    [Fact]
    public void ReadByte_gives_each_byte_as_a_number()
    {
        // Aim: bytes above 127 are positive, in order.
        Line.Write([0x00, 0x7F, 0x80, 0xFF]);

        Assert.Equal([0x00, 0x7F, 0x80, 0xFF], new[] { Port.ReadByte(), Port.ReadByte(), Port.ReadByte(), Port.ReadByte() });
    }

    [Fact]
    public void Transfer_of_a_megabyte_each_way_loses_nothing()
    {
        // Aim: more than any buffer holds, both ways at once, with reads and writes that wait for each other. Seed 1 and 2.
        byte[] outward = Noise(1 << 20, seed: 1);
        byte[] inward = Noise(1 << 20, seed: 2);
        byte[]? arrivedOutside = null;
        Thread outside = new(() => arrivedOutside = Line.ReadExactly(outward.Length));
        Thread feeding = new(() => Line.Write(inward));
        Thread writing = new(() => Port.Write(outward, 0, outward.Length));
        outside.Start();
        feeding.Start();
        writing.Start();

        byte[] arrivedInside = Receive(inward.Length);
        outside.Join();
        feeding.Join();
        writing.Join();

        Assert.Equal(inward, arrivedInside);
        Assert.Equal(outward, arrivedOutside);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void Read_times_out_after_its_time(int timeoutMs)
    {
        // Aim: a silent line is a TimeoutException, not before the time set and not much later.
        Port.ReadTimeout = timeoutMs;
        long start = Stopwatch.GetTimestamp();

        Assert.Throws<TimeoutException>(() => Port.Read(new byte[1], 0, 1));

        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalMilliseconds, timeoutMs - 0.5, timeoutMs + 2_000);
    }

    [Fact]
    public void ReadByte_times_out()
    {
        // Aim: the timeout holds for single bytes too.
        Port.ReadTimeout = 20;

        Assert.Throws<TimeoutException>(() => Port.ReadByte());
    }

    [Fact]
    public void Read_after_a_timeout_gets_what_came_later()
    {
        // Aim: a timeout breaks nothing.
        Port.ReadTimeout = 20;
        Assert.Throws<TimeoutException>(() => Port.Read(new byte[1], 0, 1));

        Line.Write([42]);
        Port.ReadTimeout = Terminals.PseudoTerminal.PatienceMs;

        Assert.Equal(42, Port.ReadByte());
    }

    [Fact]
    public void Write_times_out_when_nobody_takes_the_bytes()
    {
        // Aim: a device that takes nothing does not block the host for ever.
        Port.WriteTimeout = 60;

        Assert.Throws<TimeoutException>(() => Port.Write(new byte[1 << 20], 0, 1 << 20));
    }

    [Fact]
    public void BytesToRead_counts_what_waits()
    {
        // Aim: the count is there before, and gone after.
        Assert.Equal(0, Port.BytesToRead);
        Line.Write(Noise(100));
        AwaitBytes(100);

        Receive(100);

        Assert.Equal(0, Port.BytesToRead);
    }

    [Fact]
    public void BytesToWrite_is_zero_when_all_is_sent()
    {
        // Aim: the count exists and ends at zero.
        Port.Write([1, 2, 3], 0, 3);
        Line.ReadExactly(3);

        Assert.Equal(0, Port.BytesToWrite);
    }

    [Fact]
    public void DiscardInBuffer_forgets_what_waits()
    {
        // Aim: what came before is never read, what comes after is.
        Line.Write([1, 2, 3]);
        AwaitBytes(3);

        Port.DiscardInBuffer();

        Assert.Equal(0, Port.BytesToRead);
        Line.Write([4]);
        Assert.Equal(4, Port.ReadByte());
    }

    [Fact]
    public void DiscardInBuffer_forgets_what_the_text_methods_had_buffered()
    {
        // Aim: the buffer of this object is part of the receive buffer.
        Line.Write("half a line"u8);
        AwaitBytes(11);
        Port.ReadTimeout = 20;
        Assert.Throws<TimeoutException>(() => Port.ReadLine());

        Port.DiscardInBuffer();

        Assert.Equal(0, Port.BytesToRead);
        Assert.Equal("", Port.ReadExisting());
    }

    [Fact]
    public void DiscardOutBuffer_leaves_what_was_received()
    {
        // Aim: the two directions are apart.
        Line.Write([5]);
        AwaitBytes(1);

        Port.DiscardOutBuffer();

        Assert.Equal(5, Port.ReadByte());
    }

    [Fact]
    public void Arguments_out_of_range_are_refused()
    {
        // Aim: the documented exceptions of Read and Write, each for its own reason.
        byte[] bytes = new byte[4];
        char[] chars = new char[4];
        Assert.Throws<ArgumentNullException>(() => Port.Read((byte[])null!, 0, 1));
        Assert.Throws<ArgumentNullException>(() => Port.Read((char[])null!, 0, 1));
        Assert.Throws<ArgumentNullException>(() => Port.Write((byte[])null!, 0, 1));
        Assert.Throws<ArgumentNullException>(() => Port.Write((char[])null!, 0, 1));
        Assert.Throws<ArgumentNullException>(() => Port.Write(null!));
        Assert.Throws<ArgumentNullException>(() => Port.WriteLine(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Port.Read(bytes, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Port.Read(bytes, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Port.Read(chars, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Port.Write(bytes, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Port.Write(bytes, 0, -1));
        Assert.ThrowsAny<ArgumentException>(() => Port.Read(bytes, 2, 3));
        Assert.ThrowsAny<ArgumentException>(() => Port.Read(chars, 2, 3));
        Assert.ThrowsAny<ArgumentException>(() => Port.Write(bytes, 2, 3));
        Assert.ThrowsAny<ArgumentException>(() => Port.Write(chars, 2, 3));
    }
}
