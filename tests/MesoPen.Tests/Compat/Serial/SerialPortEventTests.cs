using System.IO.Ports;
using MesoPen.Tests.Terminals;

namespace MesoPen.Tests.Compat.Serial;

/// <summary>DataReceived; the other two events need lines that a pseudo-terminal does not have.</summary>
public sealed class SerialPortEventTests : OpenLine
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(PseudoTerminal.PatienceMs);

    [Fact]
    public void DataReceived_comes_when_bytes_come()
    {
        // Aim: sender, kind, and the bytes are there to be read in the handler.
        SemaphoreSlim raised = new(0);
        (object Sender, SerialData Kind, int Waiting) seen = default;
        OnData((sender, e) =>
        {
            seen = (sender, e.EventType, Port.BytesToRead);
            raised.Release();
        });

        Line.Write([1]);

        Assert.True(raised.Wait(s_patience));
        Assert.Equal((Port, SerialData.Chars, 1), seen);
    }

    [Fact]
    public void DataReceived_comes_on_another_thread()
    {
        // Aim: documented: a secondary thread.
        int raisedOn = 0;
        ManualResetEventSlim raised = new();
        OnData((_, _) =>
        {
            raisedOn = Environment.CurrentManagedThreadId;
            raised.Set();
        });

        Line.Write([1]);

        Assert.True(raised.Wait(s_patience));
        Assert.NotEqual(Environment.CurrentManagedThreadId, raisedOn);
    }

    [Fact]
    public void DataReceived_comes_for_each_arrival_and_all_bytes_are_read()
    {
        // Aim: 200 single bytes, each sent after the one before was read in the handler: none is missed.
        List<byte> got = [];
        SemaphoreSlim taken = new(0);
        OnData((_, _) =>
        {
            byte[] buffer = new byte[Port.BytesToRead];
            int count = buffer.Length == 0 ? 0 : Port.Read(buffer, 0, buffer.Length);
            got.AddRange(buffer[..count]);
            if (count > 0)
            {
                taken.Release(count);
            }
        });

        for (int i = 0; i < 200; i++)
        {
            Line.Write([(byte)i]);
            Assert.True(taken.Wait(s_patience), $"Byte {i} raised no event.");
        }

        Assert.Equal(Enumerable.Range(0, 200).Select(i => (byte)i), got);
    }

    [Fact]
    public void DataReceived_waits_for_the_threshold()
    {
        // Aim: no event at four bytes of five, one when the fifth comes.
        int least = int.MaxValue;
        SemaphoreSlim raised = new(0);
        Port.ReceivedBytesThreshold = 5;
        OnData((_, _) =>
        {
            least = Math.Min(least, Port.BytesToRead);
            raised.Release();
        });

        Line.Write([1, 2, 3, 4]);
        AwaitBytes(4);
        Line.Write([5]);

        Assert.True(raised.Wait(s_patience));
        Assert.Equal(5, least);
    }

    [Fact]
    public void DataReceived_handlers_run_one_at_a_time()
    {
        // Aim: documented: only one handler can execute at a time.
        int inside = 0;
        int most = 0;
        CountdownEvent bytes = new(500);
        OnData((_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            while (Port.BytesToRead > 0)
            {
                bytes.Signal(Port.Read(new byte[64], 0, 64));
            }

            Interlocked.Decrement(ref inside);
        });

        for (int i = 0; i < 500; i++)
        {
            Line.Write([(byte)(i % 256)]);
        }

        Assert.True(bytes.Wait(s_patience));
        Assert.Equal(1, most);
    }

    [Fact]
    public void DataReceived_attached_before_Open_works()
    {
        // Aim: the usual order in examples.
        Port.Close();
        ManualResetEventSlim raised = new();
        OnData((_, _) => raised.Set());
        Port.Open();

        Line.Write([1]);

        Assert.True(raised.Wait(s_patience));
    }

    [Fact]
    public void DataReceived_detached_is_silent()
    {
        // Aim: a handler taken away is not called; another one, which stays, tells when the event has passed.
        bool called = false;
        ManualResetEventSlim raised = new();
        void Gone(object sender, SerialDataReceivedEventArgs e) => called = true;
        Port.DataReceived += Gone;
        Port.DataReceived -= Gone;
        OnData((_, _) => raised.Set());

        Line.Write([1]);

        Assert.True(raised.Wait(s_patience));
        Assert.False(called);
    }

    [Fact]
    public void DataReceived_works_again_after_reopening()
    {
        // Aim: handlers belong to the object, not to one opening of it.
        SemaphoreSlim raised = new(0);
        OnData((_, _) => raised.Release());
        for (int i = 0; i < 5; i++)
        {
            Line.Write([1]);
            Assert.True(raised.Wait(s_patience), $"Opening {i}.");
            Port.Close();
            while (raised.Wait(0))
            {
            }

            Port.Open();
        }
    }

    [Fact]
    public void Close_in_a_handler_works()
    {
        // Aim: closing on the thread that raises the event does not wait for itself.
        ManualResetEventSlim closed = new();
        OnData((_, _) =>
        {
            Port.Close();
            closed.Set();
        });

        Line.Write([1]);

        Assert.True(closed.Wait(s_patience));
        Assert.False(Port.IsOpen);
    }

    [Fact]
    public void ReadLine_in_a_handler_works()
    {
        // Aim: the commonest handler there is.
        SemaphoreSlim raised = new(0);
        List<string> lines = [];
        OnData((_, _) =>
        {
            while (Port.BytesToRead > 0)
            {
                lines.Add(Port.ReadLine());
                raised.Release();
            }
        });

        Line.Write("one\ntw"u8);
        Assert.True(raised.Wait(s_patience));
        Line.Write("o\n"u8);
        Assert.True(raised.Wait(s_patience));

        Assert.Equal(["one", "two"], lines);
    }

    [Fact]
    public void ErrorReceived_and_PinChanged_can_be_listened_to_on_any_line()
    {
        // Aim: a device without such lines raises nothing and hinders nothing.
        int raised = 0;
        Port.ErrorReceived += (_, _) => raised++;
        Port.PinChanged += (_, _) => raised++;

        Line.Write([1, 2, 3]);

        Assert.Equal([1, 2, 3], Receive(3));
        Assert.Equal(0, raised);
    }

    /// <summary>Attaches a handler. One that is still running when its test is over finds the port closed, which is nobody's fault then.</summary>
    private void OnData(SerialDataReceivedEventHandler handler)
    {
        Port.DataReceived += (sender, e) =>
        {
            try
            {
                handler(sender, e);
            }
            catch (Exception) when (!Port.IsOpen)
            {
            }
        };
    }
}
