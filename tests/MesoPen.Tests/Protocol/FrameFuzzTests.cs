using System.Globalization;
using MesoPen.Protocol;

namespace MesoPen.Tests.Protocol;

/// <summary>300,000 frames in a normal run; as many as MESOPEN_FUZZ_FRAMES says in a long one.</summary>
public sealed class FrameFuzzTests
{
    private const int FramesUsual = 300_000;
    private const int CorpusSize = 512;

    private static long Frames => Environment.GetEnvironmentVariable("MESOPEN_FUZZ_FRAMES") is { Length: > 0 } text
        ? long.Parse(text, CultureInfo.InvariantCulture)
        : FramesUsual;

    [Fact]
    [Trait("Requirement", "SR-075")]
    public void Mutated_frames_are_never_taken_for_others()
    {
        // Aim: no exception, no memory, and no damaged frame accepted unless its content is that of a frame that went in.
        Random random = TestSeed.Random();
        byte[][] corpus = Corpus(random);
        FrameMutator mutator = new(random);
        FrameReader reader = new();
        byte[] wire = new byte[FrameMutator.LengthMax + 1];
        byte[] again = new byte[FrameWriter.FrameMax];
        long accepted = 0;
        long grown = 0;
        long frames = Frames;
        for (long i = 0; i < frames; i++)
        {
            byte[] source = corpus[random.Next(CorpusSize)];
            byte[] other = corpus[random.Next(CorpusSize)];
            long before = GC.GetAllocatedBytesForCurrentThread();
            int length = mutator.Mutate(source, other, wire);
            wire[length] = 0;
            ReadOnlySpan<byte> rest = wire.AsSpan(0, length + 1);
            bool mistaken = false;
            while (!rest.IsEmpty)
            {
                // The chunks fall anywhere, as they do on a line.
                ReadOnlySpan<byte> chunk = rest[..random.Next(1, rest.Length + 1)];
                rest = rest[chunk.Length..];
                while (reader.TryRead(ref chunk, out Frame frame))
                {
                    accepted++;
                    AnyMessage.TryRead(frame.Header.Type, frame.Payload);
                    ReadOnlySpan<byte> content = again.AsSpan(0, FrameWriter.Write(again, frame.Header, frame.Payload));
                    mistaken |= !content.SequenceEqual(source) && !content.SequenceEqual(other);
                }
            }

            grown += i < 1000 ? 0 : GC.GetAllocatedBytesForCurrentThread() - before;
            if (mistaken)
            {
                Assert.Fail($"seed {TestSeed.Value}, frame {i}: accepted {Convert.ToHexStringLower(again)}"
                    + $" out of {Convert.ToHexStringLower(wire, 0, length)}");
            }
        }

        // The runtime may allocate when it compiles a loop anew, more with other tests beside it; an allocation a frame would come to megabytes.
        Assert.InRange(grown, 0, 64 * 1024);
        Assert.InRange(reader.FramesBad, frames / 2, long.MaxValue);
        Assert.InRange(accepted, 1, frames);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{frames} mutated, {reader.FramesBad} runs dropped, {accepted} whole frames left in them");
    }

    [Fact]
    public void Hostile_payloads_in_good_frames_are_read_or_refused()
    {
        // Aim: payloads of any length and content, in frames that are right, never make a message throw, allocate or read past
        // the end.
        Random random = TestSeed.Random();
        byte[][] corpus = Corpus(random);
        FrameReader reader = new();
        byte[] payload = new byte[FrameWriter.PayloadMax];
        byte[] wire = new byte[FrameWriter.FrameMax];
        long read = 0;
        long grown = 0;
        long frames = Frames;
        for (long i = 0; i < frames; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            ReadOnlySpan<byte> input = corpus[random.Next(CorpusSize)];
            reader.TryRead(ref input, out Frame source);
            source.Payload.CopyTo(payload);
            int length = random.Next(3) switch
            {
                0 => random.Next(payload.Length + 1),
                1 => random.Next(source.Payload.Length + 1),
                _ => source.Payload.Length,
            };
            for (int hits = random.Next(4); hits > 0 && length > 0; hits--)
            {
                payload[random.Next(length)] = (byte)random.Next(256);
            }

            MessageType type = random.Next(2) == 0 ? source.Header.Type : (MessageType)random.Next(256);
            FrameHeader header = source.Header with { Type = type };
            input = wire.AsSpan(0, FrameWriter.Write(wire, header, payload.AsSpan(0, length)));
            bool whole = reader.TryRead(ref input, out Frame frame)
                && frame.Header == header
                && frame.Payload.SequenceEqual(payload.AsSpan(0, length));
            read += AnyMessage.TryRead(frame.Header.Type, frame.Payload) ? 1 : 0;
            grown += i < 1000 ? 0 : GC.GetAllocatedBytesForCurrentThread() - before;
            IdentityReply.TryRead(frame.Payload, out _, out _);
            if (!whole)
            {
                Assert.Fail($"seed {TestSeed.Value}, frame {i}: {Convert.ToHexStringLower(wire)}");
            }
        }

        // The runtime may allocate once, when it compiles a loop anew; an allocation a frame would come to megabytes.
        Assert.InRange(grown, 0, 64 * 1024);
        Assert.Equal(0, reader.FramesBad);
        Assert.InRange(read, frames / 10, frames);
        TestContext.Current.TestOutputHelper?.WriteLine($"{frames} hostile payloads, {read} of them readable");
    }

    /// <summary>Good frames of every message, replies under every type that bears them.</summary>
    private static byte[][] Corpus(Random random)
    {
        MessageType[] requests = [.. Enum.GetValues<MessageType>().Where(t => t.IsRequest)];
        byte[] wire = new byte[FrameWriter.FrameMax];
        return
        [
            .. Enumerable.Range(0, CorpusSize).Select(i =>
            {
                MessageCodec codec = MessageCodec.All[i % MessageCodec.All.Count];
                MessageType type = codec.MessageClass == typeof(StatusReply)
                    ? requests[random.Next(requests.Length)].Reply()
                    : codec.Type;
                FrameHeader header = new(1, type, (ushort)i, (uint)random.Next());
                return wire[..codec.WriteFrame(RandomMessage.Next(random, codec), wire, header)];
            }),
        ];
    }
}
