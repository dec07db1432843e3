using System.IO.Ports;
using System.Text;
using MesoPen.Tests.Terminals;

namespace MesoPen.Tests.Compat.Serial;

/// <summary>BaseStream, synchronous and asynchronous.</summary>
public sealed class SerialPortStreamTests : OpenLine
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(PseudoTerminal.PatienceMs);

    private Stream Stream => Port.BaseStream;

    [Fact]
    public void BaseStream_is_the_same_while_open()
    {
        // Aim: it can be kept.
        Assert.Same(Port.BaseStream, Port.BaseStream);
        Assert.True(Stream.CanRead && Stream.CanWrite && !Stream.CanSeek && Stream.CanTimeout);
    }

    [Fact]
    public void BaseStream_has_no_position()
    {
        // Aim: the documented NotSupportedException.
        Assert.Throws<NotSupportedException>(() => Stream.Length);
        Assert.Throws<NotSupportedException>(() => Stream.Position);
        Assert.Throws<NotSupportedException>(() => Stream.Position = 0);
        Assert.Throws<NotSupportedException>(() => Stream.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => Stream.SetLength(0));
    }

    [Fact]
    public void Read_and_write_spans_pass_all_bytes()
    {
        // Aim: the span overloads carry every value.
        Stream.Write(AllValues.AsSpan());
        Assert.Equal(AllValues, Line.ReadExactly(256));

        Line.Write(AllValues);
        byte[] got = new byte[256];
        Stream.ReadExactly(got.AsSpan());
        Assert.Equal(AllValues, got);
    }

    [Fact]
    public void ReadByte_and_WriteByte_pass_single_bytes()
    {
        // Aim: the overloads with one byte, at the edge value.
        Stream.WriteByte(0xFF);
        Assert.Equal([0xFF], Line.ReadExactly(1));

        Line.Write([0xFE]);
        Assert.Equal(0xFE, Stream.ReadByte());
    }

    [Fact]
    public void Read_times_out_as_set_on_the_stream()
    {
        // Aim: the stream's timeout is the port's.
        Stream.ReadTimeout = 30;

        Assert.Equal(30, Port.ReadTimeout);
        Assert.Throws<TimeoutException>(() => Stream.Read(new byte[1], 0, 1));
    }

    [Fact]
    public void Write_times_out_as_set_on_the_stream()
    {
        // Aim: the same for writes.
        Stream.WriteTimeout = 30;

        Assert.Equal(30, Port.WriteTimeout);
        Assert.Throws<TimeoutException>(() => Stream.Write(new byte[1 << 20], 0, 1 << 20));
    }

    [Fact]
    public async Task ReadAsync_of_what_waits_completes()
    {
        // Aim: bytes that are there already.
        Line.Write([1, 2, 3]);
        AwaitBytes(3);
        byte[] buffer = new byte[8];

        Assert.Equal(3, await Stream.ReadAsync(buffer.AsMemory()).AsTask().WaitAsync(s_patience));
        Assert.Equal([1, 2, 3], buffer[..3]);
    }

    [Fact]
    public async Task ReadAsync_completes_when_bytes_come()
    {
        // Aim: a read that has to wait, by both overloads, many times over.
        byte[] buffer = new byte[8];
        for (byte i = 0; i < 100; i++)
        {
            Task<int> read = i % 2 == 0 ? Stream.ReadAsync(buffer.AsMemory()).AsTask() : Stream.ReadAsync(buffer, 0, 8);
            Assert.False(read.IsCompleted);
            Line.Write([i]);

            Assert.Equal(1, await read.WaitAsync(s_patience));
            Assert.Equal(i, buffer[0]);
        }
    }

    [Fact]
    public async Task WriteAsync_sends_all_bytes()
    {
        // Aim: both overloads.
        await Stream.WriteAsync(AllValues.AsMemory()).AsTask().WaitAsync(s_patience);
        await Stream.WriteAsync(AllValues, 0, 256).WaitAsync(s_patience);

        Assert.Equal([.. AllValues, .. AllValues], Line.ReadExactly(512));
    }

    [Fact]
    public async Task WriteAsync_beyond_the_buffers_waits_and_loses_nothing()
    {
        // Aim: a write larger than the line takes at once, with another behind it: both whole and in order. Seed 3.
        byte[] sent = Noise(1 << 20, seed: 3);
        Task first = Stream.WriteAsync(sent.AsMemory()).AsTask();
        Task second = Stream.WriteAsync("end"u8.ToArray().AsMemory()).AsTask();

        byte[] arrived = await Task.Run(() => Line.ReadExactly(sent.Length + 3)).WaitAsync(s_patience);

        await Task.WhenAll(first, second).WaitAsync(s_patience);
        Assert.Equal([.. sent, .. "end"u8], arrived);
    }

    [Fact]
    public async Task ReadAsync_and_WriteAsync_run_at_the_same_time()
    {
        // Aim: a waiting read does not hold up a write. Seed 4 and 5.
        byte[] outward = Noise(200_000, seed: 4);
        byte[] inward = Noise(200_000, seed: 5);
        byte[] got = new byte[inward.Length];
        Task reading = Stream.ReadExactlyAsync(got).AsTask();
        Task writing = Stream.WriteAsync(outward).AsTask();
        Task<byte[]> outside = Task.Run(() => Line.ReadExactly(outward.Length));
        Task feeding = Task.Run(() => Line.Write(inward));

        await Task.WhenAll(reading, writing, outside, feeding).WaitAsync(s_patience);

        Assert.Equal(inward, got);
        Assert.Equal(outward, await outside);
    }

    [Fact]
    public async Task ReadAsync_with_a_cancelled_token_is_cancelled()
    {
        // Aim: it takes no byte.
        Line.Write([9]);
        AwaitBytes(1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Stream.ReadAsync(new byte[1].AsMemory(), new CancellationToken(canceled: true)).AsTask());

        Assert.Equal(9, Port.ReadByte());
    }

    [Fact]
    public async Task ReadAsync_cancelled_while_it_waits_ends()
    {
        // Aim: cancellation ends the wait, and the next read gets the next byte.
        using CancellationTokenSource source = new();
        Task<int> read = Stream.ReadAsync(new byte[1].AsMemory(), source.Token).AsTask();
        Assert.False(read.IsCompleted);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.WaitAsync(s_patience));
        Line.Write([7]);
        Assert.Equal(7, Port.ReadByte());
    }

    [Fact]
    public async Task ReadAsync_cancelled_leaves_the_read_behind_it()
    {
        // Aim: two wait, the first is cancelled: the second gets the byte.
        using CancellationTokenSource source = new();
        byte[] buffer = new byte[1];
        Task<int> first = Stream.ReadAsync(new byte[1].AsMemory(), source.Token).AsTask();
        Task<int> second = Stream.ReadAsync(buffer.AsMemory()).AsTask();

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(s_patience));
        Line.Write([5]);

        Assert.Equal(1, await second.WaitAsync(s_patience));
        Assert.Equal(5, buffer[0]);
    }

    [Fact]
    public async Task WriteAsync_cancelled_while_it_waits_ends()
    {
        // Aim: a device that takes nothing does not hold the writer.
        using CancellationTokenSource source = new();
        Task write = Stream.WriteAsync(new byte[1 << 20].AsMemory(), source.Token).AsTask();
        Assert.False(write.IsCompleted);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write.WaitAsync(s_patience));
    }

    [Fact]
    public async Task ReadAsync_is_not_bound_by_ReadTimeout()
    {
        // Aim: documented: the timeout does not affect asynchronous reads.
        Port.ReadTimeout = 10;
        Task<int> read = Stream.ReadAsync(new byte[1].AsMemory()).AsTask();
        BlockedThread timesOut = new(() => Assert.Throws<TimeoutException>(() => Port.ReadByte()));
        Assert.Null(timesOut.Join());
        Assert.False(read.IsCompleted);

        Line.Write([1]);

        Assert.Equal(1, await read.WaitAsync(s_patience));
    }

    [Fact]
    public void BeginRead_and_EndRead_give_the_bytes()
    {
        // Aim: the old pattern, which the documentation names.
        byte[] buffer = new byte[4];
        IAsyncResult pending = Stream.BeginRead(buffer, 0, 4, null, null);
        Line.Write([1, 2]);

        int count = Stream.EndRead(pending);

        Assert.InRange(count, 1, 2);
        Assert.Equal(1, buffer[0]);
    }

    [Fact]
    public void BeginWrite_and_EndWrite_send_the_bytes()
    {
        // Aim: the old pattern, which the documentation names.
        Stream.EndWrite(Stream.BeginWrite([1, 2, 3], 1, 2, null, null));

        Assert.Equal([2, 3], Line.ReadExactly(2));
    }

    [Fact]
    public async Task Flush_returns_when_all_is_sent()
    {
        // Aim: flushing an idle line returns.
        Stream.WriteByte(1);
        Assert.Equal([1], Line.ReadExactly(1));

        Stream.Flush();
        await Stream.FlushAsync().WaitAsync(s_patience);
    }

    [Fact]
    public async Task Stream_wrappers_work()
    {
        // Aim: what the documentation offers BaseStream for: readers and writers on top.
        using StreamWriter writer = new(Stream, Encoding.ASCII, leaveOpen: true) { AutoFlush = true, NewLine = "\r\n" };
        using StreamReader reader = new(Stream, Encoding.ASCII, leaveOpen: true);

        await writer.WriteLineAsync("SI");
        Assert.Equal("SI\r\n"u8.ToArray(), Line.ReadExactly(4));
        Line.Write("S S 1.0 g\r\n"u8);

        Assert.Equal("S S 1.0 g", await reader.ReadLineAsync().WaitAsync(s_patience));
    }

    [Fact]
    public async Task Stream_of_a_closed_port_refuses()
    {
        // Aim: a stream kept after Close does not reach into whatever is open next.
        Stream kept = Stream;
        Port.Close();
        Port.Open();

        Assert.ThrowsAny<InvalidOperationException>(() => kept.Read(new byte[1], 0, 1));
        Assert.ThrowsAny<InvalidOperationException>(() => kept.Write([1], 0, 1));
        await Assert.ThrowsAnyAsync<InvalidOperationException>(async () => Assert.Equal(0, await kept.ReadAsync(new byte[1].AsMemory())));
        await Assert.ThrowsAnyAsync<InvalidOperationException>(async () => await kept.WriteAsync(new byte[1].AsMemory()));
        kept.Dispose();
        Assert.True(Port.IsOpen);
    }
}
