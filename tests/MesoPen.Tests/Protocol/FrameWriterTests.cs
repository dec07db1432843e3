using System.Text;
using MesoPen.Protocol;

namespace MesoPen.Tests.Protocol;

public sealed class FrameWriterTests
{
    private static readonly FrameHeader Header = new(1, MessageType.PermitGrant, 7, 0xB007);

    [Fact]
    public void Crc_of_the_check_string_is_the_published_value()
    {
        // Aim: the CRC is CRC-32C and no other; "123456789" is its published check string.
        Assert.Equal(0xE3069283u, Crc32C.Of(Encoding.ASCII.GetBytes("123456789")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(241)]
    [InlineData(242)]
    public void Write_any_payload_is_14_bytes_longer_and_reads_back(int length)
    {
        // Aim: the length rule of the page holds at both ends, for payloads without any zero and of nothing but zeros.
        foreach (byte fill in (byte[])[0x00, 0x01, 0xFF])
        {
            byte[] payload = new byte[length];
            Array.Fill(payload, fill);
            byte[] wire = new byte[FrameWriter.FrameMax];

            int written = FrameWriter.Write(wire, Header, payload);

            Assert.Equal(length + 14, written);
            Assert.Equal(written - 1, Array.IndexOf(wire, (byte)0));
            ReadOnlySpan<byte> input = wire.AsSpan(0, written);
            Assert.True(new FrameReader().TryRead(ref input, out Frame frame));
            Assert.Equal(Header, frame.Header);
            Assert.Equal(payload, frame.Payload.ToArray());
        }
    }

    [Fact]
    public void Write_payload_too_long_is_refused()
    {
        // Aim: no frame longer than 256 bytes can be made.
        Assert.Throws<ArgumentException>(() => FrameWriter.Write(new byte[300], Header, new byte[243]));
    }

    [Fact]
    public void Write_destination_too_short_is_refused()
    {
        // Aim: a frame never runs past its destination, by either way of writing.
        Assert.Throws<ArgumentException>(() => FrameWriter.Write(new byte[23], Header, new byte[10]));
        Assert.Throws<ArgumentException>(() => FrameWriter.Write(new byte[13], Header, new StopRequest()));
        Assert.ThrowsAny<ArgumentException>(() => FrameWriter.Write(new byte[17], Header, new PermitRevokeRequest(1)));
    }

    [Fact]
    public void Write_message_bears_the_type_of_its_header()
    {
        // Aim: the status body can answer any request, because the header's type wins over the message's own.
        byte[] wire = new byte[FrameWriter.FrameMax];
        StatusReply reply = new(new(Result.Already, 1, 0), default);

        int written = FrameWriter.Write(wire, Header with { Type = MessageType.Stop.Reply() }, reply);

        ReadOnlySpan<byte> input = wire.AsSpan(0, written);
        Assert.True(new FrameReader().TryRead(ref input, out Frame frame));
        Assert.Equal(MessageType.Stop.Reply(), frame.Header.Type);
        Assert.True(StatusReply.TryRead(frame.Payload, out StatusReply read, out int consumed));
        Assert.Equal(reply, read);
        Assert.Equal(frame.Payload.Length, consumed);
    }
}
