using MesoPen.Protocol;

namespace MesoPen.Tests.Protocol;

public sealed class FrameReaderTests
{
    private const int Rounds = 300;

    [Fact]
    public void TryRead_of_any_chunking_gives_every_frame_in_order()
    {
        // Aim: where a chunk ends means nothing: frames, unknown types among them, come out whole, in order, and none is dropped.
        Random random = TestSeed.Random();
        for (int round = 0; round < Rounds; round++)
        {
            List<byte[]> expected = [];
            List<byte> stream = [];
            for (int i = 0; i < 20; i++)
            {
                expected.Add(RandomFrame(random));
                stream.AddRange(expected[^1]);
                stream.AddRange(new byte[random.Next(3)]);
            }

            FrameReader reader = new();
            List<byte[]> frames = ReadInChunks(reader, [.. stream], random);

            Assert.True(expected.SequenceEqual(frames, ByteComparer.Instance), $"seed {TestSeed.Value}, round {round}");
            Assert.Equal(expected.Count, reader.FramesRead);
            Assert.Equal(0, reader.FramesBad);
        }
    }

    [Fact]
    public void TryRead_after_noise_gives_every_frame_behind_the_next_zero()
    {
        // Aim: noise costs the run it is in and no other; every noisy run is counted once.
        Random random = TestSeed.Random();
        for (int round = 0; round < Rounds; round++)
        {
            List<byte[]> expected = [];
            List<byte> stream = [];
            int noisy = 0;
            for (int i = 0; i < 20; i++)
            {
                // A run of a length that no frame has, or too short for one, cannot be right by chance.
                byte[] noise = new byte[random.Next(2) == 0 ? random.Next(1, 12) : random.Next(257, 700)];
                random.NextBytes(noise);
                noise.AsSpan().Replace((byte)0, (byte)1);
                stream.AddRange([.. noise, 0]);
                noisy++;
                expected.Add(RandomFrame(random));
                stream.AddRange(expected[^1]);
            }

            FrameReader reader = new();
            List<byte[]> frames = ReadInChunks(reader, [.. stream], random);

            Assert.True(expected.SequenceEqual(frames, ByteComparer.Instance), $"seed {TestSeed.Value}, round {round}");
            Assert.Equal(noisy, reader.FramesBad);
        }
    }

    [Fact]
    public void TryRead_joining_in_the_middle_loses_only_the_frame_it_joined()
    {
        // Aim: a receiver that opens a line in mid-frame has the very next frame.
        Random random = TestSeed.Random();
        for (int round = 0; round < Rounds; round++)
        {
            byte[] first = RandomFrame(random);
            byte[] second = RandomFrame(random);
            int joined = random.Next(1, first.Length - 1);
            FrameReader reader = new();

            List<byte[]> frames = ReadInChunks(reader, [.. first[joined..], .. second], random);

            Assert.True(frames.Count == 1 && frames[0].SequenceEqual(second), $"seed {TestSeed.Value}, round {round}");
            Assert.Equal(1, reader.FramesBad);
        }
    }

    [Fact]
    public void TryRead_takes_no_more_than_one_frame_at_a_time()
    {
        // Aim: the caller deals with a frame before the reader's buffer is used again; what follows stays in the input.
        Random random = TestSeed.Random();
        byte[] first = RandomFrame(random);
        byte[] second = RandomFrame(random);
        FrameReader reader = new();
        ReadOnlySpan<byte> input = [.. first, .. second];

        Assert.True(reader.TryRead(ref input, out _));
        Assert.True(input.SequenceEqual(second));
        Assert.True(reader.TryRead(ref input, out _));
        Assert.True(input.IsEmpty);
        Assert.False(reader.TryRead(ref input, out Frame none));
        Assert.True(none.Payload.IsEmpty);
    }

    [Fact]
    public void TryRead_of_an_endless_run_holds_no_more_than_a_frame()
    {
        // Aim: a line that never sends a zero costs no memory, is one bad run, and does not spoil what follows.
        FrameReader reader = new();
        byte[] noise = new byte[4096];
        Array.Fill(noise, (byte)0x5A);
        ReadOnlySpan<byte> input = noise;
        reader.TryRead(ref input, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            input = noise;
            reader.TryRead(ref input, out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        byte[] frame = RandomFrame(TestSeed.Random());
        Assert.Equal([frame], ReadInChunks(reader, [0, .. frame], new Random(1)));
        Assert.Equal(1, reader.FramesBad);
    }

    private static byte[] RandomFrame(Random random)
    {
        byte[] payload = new byte[random.Next(FrameWriter.PayloadMax + 1)];
        random.NextBytes(payload);
        if (random.Next(4) == 0)
        {
            Array.Fill(payload, (byte)random.Next(2));
        }

        MessageType type = (MessageType)random.Next(256);
        FrameHeader header = new((byte)random.Next(256), type, (ushort)random.Next(65536), (uint)random.Next());
        byte[] wire = new byte[FrameWriter.FrameMax];
        return wire[..FrameWriter.Write(wire, header, payload)];
    }

    /// <summary>Reads a stream in random chunks, and writes each frame again so that frames can be compared as bytes.</summary>
    private static List<byte[]> ReadInChunks(FrameReader reader, byte[] stream, Random random)
    {
        List<byte[]> frames = [];
        byte[] wire = new byte[FrameWriter.FrameMax];
        for (int at = 0; at < stream.Length;)
        {
            int chunk = Math.Min(random.Next(3) == 0 ? 1 : random.Next(1, 600), stream.Length - at);
            ReadOnlySpan<byte> input = stream.AsSpan(at, chunk);
            while (reader.TryRead(ref input, out Frame frame))
            {
                frames.Add(wire[..FrameWriter.Write(wire, frame.Header, frame.Payload)]);
            }

            Assert.True(input.IsEmpty);
            at += chunk;
        }

        return frames;
    }

    private sealed class ByteComparer : IEqualityComparer<byte[]>
    {
        public static readonly ByteComparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => obj.Length;
    }
}
