using MesoPen.Protocol;

namespace MesoPen.Tests.Protocol;

public sealed class ProtocolAllocationTests
{
    private const int Rounds = 2_000;

    public static TheoryData<string> Messages =>
        [.. MessageCodec.All.Where(c => c.MessageClass != typeof(IdentityReply)).Select(c => c.ToString())];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Encode_and_decode_allocate_nothing(string name)
    {
        // Aim: a heartbeat ten times a second for a day leaves no garbage: no message costs memory in either direction.
        MessageCodec codec = MessageCodec.Of(name);
        object message = RandomMessage.Next(TestSeed.Random(), codec);

        Type measurement = typeof(Measurement<>).MakeGenericType(codec.MessageClass);

        Assert.Equal(0, ((Measurement)Activator.CreateInstance(measurement)!).Run(message));
    }

    private abstract class Measurement
    {
        public abstract long Run(object message);
    }

    private sealed class Measurement<T> : Measurement
        where T : struct, IMessage<T>
    {
        public override long Run(object message)
        {
            T value = (T)message;
            FrameReader reader = new();
            byte[] wire = new byte[FrameWriter.FrameMax];
            Exchange(reader, wire, value);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Rounds; i++)
            {
                Exchange(reader, wire, value);
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.Equal(Rounds + 1, reader.FramesRead);
            return allocated;
        }

        private static void Exchange(FrameReader reader, byte[] wire, in T value)
        {
            ReadOnlySpan<byte> input = wire.AsSpan(0, FrameWriter.Write(wire, new FrameHeader(1, T.Type, 1, 1), value));
            ReadOnlySpan<byte> tail = input[^1..];
            input = input[..^1];
            bool early = reader.TryRead(ref input, out _);
            bool whole = reader.TryRead(ref tail, out Frame frame) && T.TryRead(frame.Payload, out _, out _);
            if (early || !whole)
            {
                throw new InvalidOperationException("The frame did not come through.");
            }
        }
    }
}
