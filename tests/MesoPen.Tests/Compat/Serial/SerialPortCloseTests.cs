using System.Diagnostics;
using System.IO.Ports;
using MesoPen.Tests.Terminals;

namespace MesoPen.Tests.Compat.Serial;

/// <summary>
/// Closing while another thread waits. The documentation says to close the base stream or dispose of the port to free a blocked reader;
/// it does not name the exception, so any of the fitting ones is accepted here.
/// </summary>
public sealed class SerialPortCloseTests : OpenLine
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(PseudoTerminal.PatienceMs);

    public enum Way
    {
        Close,
        Dispose,
        DisposeOfTheStream,
    }

    [Theory]
    [InlineData(Way.Close)]
    [InlineData(Way.Dispose)]
    [InlineData(Way.DisposeOfTheStream)]
    public void Close_frees_a_blocked_read(Way way)
    {
        // Aim: a read without timeout ends at once, by each way of closing.
        Port.ReadTimeout = SerialPort.InfiniteTimeout;
        BlockedThread reader = new BlockedThread(() => Port.Read(new byte[1], 0, 1)).UntilItBlocks();
        long start = Stopwatch.GetTimestamp();

        Shut(way);
        Exception? thrown = reader.Join();

        Assert.True(MeansClosed(thrown), thrown?.ToString() ?? "The read returned.");
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 0, 2_000);
    }

    [Fact]
    public void Close_frees_a_blocked_ReadLine()
    {
        // Aim: the text methods hold a lock; closing must not wait for it.
        Port.ReadTimeout = SerialPort.InfiniteTimeout;
        Line.Write("half"u8);
        BlockedThread reader = new BlockedThread(() => Port.ReadLine()).UntilItBlocks();

        Port.Close();

        Assert.True(MeansClosed(reader.Join()));
    }

    [Fact]
    public void Close_frees_a_blocked_write()
    {
        // Aim: a device that takes nothing does not keep the port from closing.
        Port.WriteTimeout = SerialPort.InfiniteTimeout;
        BlockedThread writer = new BlockedThread(() => Port.Write(new byte[1 << 20], 0, 1 << 20)).UntilItBlocks();

        Port.Close();

        Assert.True(MeansClosed(writer.Join()));
    }

    [Fact]
    public async Task Close_ends_a_waiting_ReadAsync()
    {
        // Aim: no asynchronous read is left hanging.
        Task<int> read = Port.BaseStream.ReadAsync(new byte[1].AsMemory()).AsTask();
        Assert.False(read.IsCompleted);

        Port.Close();

        Exception thrown = await Assert.ThrowsAnyAsync<Exception>(() => read.WaitAsync(s_patience));
        Assert.True(MeansClosed(thrown), thrown.ToString());
    }

    [Fact]
    public async Task Close_ends_a_waiting_WriteAsync()
    {
        // Aim: nor an asynchronous write.
        Task write = Port.BaseStream.WriteAsync(new byte[1 << 20].AsMemory()).AsTask();
        Assert.False(write.IsCompleted);

        Port.Close();

        Exception thrown = await Assert.ThrowsAnyAsync<Exception>(() => write.WaitAsync(s_patience));
        Assert.True(MeansClosed(thrown), thrown.ToString());
    }

    [Fact]
    public void Close_and_reopen_against_a_reading_and_a_writing_thread_never_hangs()
    {
        // Aim: the races between closing and every stage of a read and a write; each call returns or throws what fits.
        using CancellationTokenSource ended = new();
        Exception? unfitting = null;
        Thread reader = new(() => Until(() => Port.Read(new byte[16], 0, 16), ref unfitting, ended.Token));
        Thread writer = new(() => Until(() => Port.Write([1, 2, 3], 0, 3), ref unfitting, ended.Token));
        Thread outside = new(() => Until(() => Line.Read(new byte[64], timeoutMs: 1), ref unfitting, ended.Token));
        reader.Start();
        writer.Start();
        outside.Start();

        for (int i = 0; i < 200; i++)
        {
            Line.Write([(byte)i]);
            Port.Close();
            Port.Open();
        }

        ended.Cancel();
        Port.Close();
        Assert.True(reader.Join(s_patience) && writer.Join(s_patience) && outside.Join(s_patience));
        Assert.Null(unfitting);
    }

    private static void Until(Action action, ref Exception? unfitting, CancellationToken ended)
    {
        while (!ended.IsCancellationRequested)
        {
            try
            {
                action();
            }
            catch (Exception error)
            {
                if (!MeansClosed(error))
                {
                    unfitting = error;
                }
            }
        }
    }

    private static bool MeansClosed(Exception? error) => error is OperationCanceledException or IOException or InvalidOperationException;

    private void Shut(Way way)
    {
        switch (way)
        {
            case Way.Close:
                Port.Close();
                break;
            case Way.Dispose:
                Port.Dispose();
                break;
            default:
                Port.BaseStream.Dispose();
                break;
        }
    }
}
