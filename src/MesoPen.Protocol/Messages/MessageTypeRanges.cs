namespace MesoPen.Protocol;

/// <summary>What the number of a message type tells, whether or not the type is known.</summary>
public static class MessageTypeRanges
{
    private const byte ReplyBit = 0x80;

    extension(MessageType type)
    {
        /// <summary>Whether this is a request: 0x01 to 0x3F.</summary>
        public bool IsRequest => (byte)type is >= 0x01 and <= 0x3F;

        /// <summary>Whether this is a reply: 0x81 to 0xBF.</summary>
        public bool IsReply => (byte)type is >= 0x81 and <= 0xBF;

        /// <summary>Whether this is an event: 0x40 to 0x5F.</summary>
        public bool IsEvent => (byte)type is >= 0x40 and <= 0x5F;

        /// <summary>The reply to this request.</summary>
        public MessageType Reply() => (MessageType)((byte)type | ReplyBit);

        /// <summary>The request that this reply answers.</summary>
        public MessageType Request() => (MessageType)((byte)type & ~ReplyBit);
    }
}
