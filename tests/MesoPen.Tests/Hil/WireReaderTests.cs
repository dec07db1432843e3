using MesoPen.Hil;
using MesoPen.Protocol;

namespace MesoPen.Tests.Hil;

public sealed class WireReaderTests
{
    [Fact]
    public void Reader_of_the_oracle_finds_the_frames_that_the_product_writes_in_any_cut()
    {
        // Two readers of one page: where they agree on what is sound, a difference means that one of them is not.
        byte[] bytes = new byte[FrameWriter.FrameMax];
        PermitGrantRequest grant = new(7, 2, TriggerMode.Repeat, 1400, 20_000, 45, 900_000_000_000, 250, 240, 0);
        int length = FrameWriter.Write(bytes, new FrameHeader(1, MessageType.PermitGrant, 513, 0xA0B00C0D), grant);
        for (int cut = 0; cut <= length; cut++)
        {
            WireReader reader = new();
            ReadOnlySpan<byte> first = bytes.AsSpan(0, cut);
            bool read = reader.TryRead(ref first, out WireFrame frame);
            ReadOnlySpan<byte> rest = bytes.AsSpan(cut, length - cut);
            read = read || reader.TryRead(ref rest, out frame);

            Assert.True(read, $"cut at {cut}");
            Assert.Equal((MessageType.PermitGrant, (ushort)513, 0xA0B00C0D), (frame.Type, frame.Seq, frame.BootId));
            Assert.Equal(new WirePermit(7, 2, 1, 1400, 20_000, 45, 900_000_000_000, 250, 240, 0), WirePermit.Read(frame));
        }
    }

    [Fact]
    public void Reader_of_the_oracle_takes_no_frame_with_a_bit_turned_over()
    {
        byte[] bytes = new byte[FrameWriter.FrameMax];
        int length = FrameWriter.Write(bytes, new FrameHeader(1, MessageType.PermitRenew, 1, 2), new PermitRenewRequest(3, 4));
        for (int bit = 0; bit < (length - 1) * 8; bit++)
        {
            byte[] spoilt = bytes[..length];
            spoilt[bit / 8] ^= (byte)(1 << (bit % 8));
            ReadOnlySpan<byte> input = spoilt;

            Assert.False(new WireReader().TryRead(ref input, out _), $"bit {bit}");
        }
    }
}
