namespace MesoPen.Tests.Compat.Serial.StandIn;

/// <summary>In steady state nothing is allocated, so that no collection falls into a treatment because of the line.</summary>
public sealed class AllocationTests : OpenLine
{
    private const int Rounds = 1_000;

    private readonly byte[] _out = new byte[32];
    private readonly byte[] _in = new byte[32];

    [Fact]
    public void Read_and_write_of_arrays_allocate_nothing()
    {
        // Aim: 0 bytes over a thousand round trips, counted by the runtime on this thread.
        Assert.Equal(0, AllocatedBy(() =>
        {
            Port.Write(_out, 0, _out.Length);
            _ = Line.Read(_in);
            Line.Write(_out);
            _ = Port.Read(_in, 0, _in.Length);
        }));
    }

    [Fact]
    public void Read_and_write_of_the_stream_allocate_nothing()
    {
        // Aim: the same for spans and single bytes.
        Stream stream = Port.BaseStream;
        Assert.Equal(0, AllocatedBy(() =>
        {
            stream.Write(_out.AsSpan());
            stream.WriteByte(1);
            _ = Line.Read(_in);
            Line.Write(_out);
            _ = stream.ReadByte();
            _ = stream.Read(_in.AsSpan());
        }));
    }

    [Fact]
    public void ReadAsync_that_completes_at_once_allocates_nothing()
    {
        // Aim: the Memory overload, with bytes waiting.
        Stream stream = Port.BaseStream;
        Assert.Equal(0, AllocatedBy(() =>
        {
            Line.Write(_out);
            ValueTask<int> read = stream.ReadAsync(_in.AsMemory());
            Assert.True(read.IsCompletedSuccessfully);
            _ = read.Result;
        }));
    }

    private static long AllocatedBy(Action round)
    {
        for (int i = 0; i < 50; i++)
        {
            round();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++)
        {
            round();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
