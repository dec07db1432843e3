using MesoPen.Protocol;

namespace MesoPen.Tests.Protocol;

public sealed class MessageTests
{
    private const int Rounds = 2_000;

    // kind, plunger_ppm, needle_offset_um, backlash_um, reserved, certificate.
    private const int IdentityAppended = 1 + 4 + 4 + 2 + 2 + 16;

    public static TheoryData<string> Messages => [.. MessageCodec.All.Select(c => c.ToString())];

    [Theory]
    [MemberData(nameof(Messages))]
    public void TryRead_of_what_was_written_gives_the_same_message(string name)
    {
        // Aim: writing and reading are inverse for every message, and both agree on the length.
        MessageCodec codec = MessageCodec.Of(name);
        Random random = TestSeed.Random();
        byte[] payload = new byte[FrameWriter.PayloadMax];
        for (int round = 0; round < Rounds; round++)
        {
            object message = RandomMessage.Next(random, codec);

            int written = codec.Write(message, payload);

            bool good = codec.TryRead(payload.AsSpan(0, written), out object read, out int consumed);

            Assert.True(good, $"seed {TestSeed.Value}: {message}");
            Assert.Equal(message, read);
            Assert.Equal(written, consumed);
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void TryRead_with_trailing_bytes_keeps_them(string name)
    {
        // Aim: a later version appends fields; this one reads its own and leaves the rest, whatever it is.
        MessageCodec codec = MessageCodec.Of(name);
        Random random = TestSeed.Random();
        byte[] payload = new byte[FrameWriter.PayloadMax];
        for (int round = 0; round < Rounds; round++)
        {
            object message = RandomMessage.Next(random, codec);
            random.NextBytes(payload);
            int written = codec.Write(message, payload);
            if (message is IdentityReply identity)
            {
                // A later version that appends something behind them sends this one's too.
                int whole = IdentityLength(identity);
                payload.AsSpan(written, whole - written).Clear();
                written = whole;
            }

            int length = random.Next(written, payload.Length + 1);

            bool good = codec.TryRead(payload.AsSpan(0, length), out object read, out int consumed);

            Assert.True(good, $"seed {TestSeed.Value}: {message}");
            Assert.Equal(message, read);
            Assert.Equal(written, consumed);
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void TryRead_of_every_shorter_payload_is_malformed(string name)
    {
        // Aim: a payload shorter than the fields of its version is malformed at every length, and never read past its end.
        MessageCodec codec = MessageCodec.Of(name);
        Random random = TestSeed.Random();
        byte[] payload = new byte[FrameWriter.PayloadMax];
        object message = RandomMessage.Next(random, codec);
        int written = codec.Write(message, payload);
        int needed = message is IdentityReply identity ? IdentityLength(identity) - IdentityAppended : written;
        for (int length = 0; length < needed; length++)
        {
            bool good = codec.TryRead(payload.AsSpan(0, length), out _, out int consumed);

            Assert.False(good, $"seed {TestSeed.Value}: {length} bytes of {message}");
            Assert.Equal(0, consumed);
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Write_into_a_shorter_payload_is_refused(string name)
    {
        // Aim: a message never writes past the room it was given.
        MessageCodec codec = MessageCodec.Of(name);
        object message = RandomMessage.Next(TestSeed.Random(), codec);
        int written = codec.Write(message, new byte[FrameWriter.PayloadMax]);
        for (int length = 0; length < written; length++)
        {
            byte[] room = new byte[length];
            Exception? thrown = Record.Exception(() => codec.Write(message, room));
            Assert.True(thrown is ArgumentException, $"seed {TestSeed.Value}: {length} bytes for {message}: {thrown}");
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Write_over_old_bytes_leaves_none_of_them(string name)
    {
        // Aim: reserved bytes are 0 whatever the buffer held, so that the same request is the same bytes each time.
        MessageCodec codec = MessageCodec.Of(name);
        object message = RandomMessage.Next(TestSeed.Random(), codec);
        byte[] clean = new byte[FrameWriter.PayloadMax];
        byte[] used = new byte[FrameWriter.PayloadMax];
        Array.Fill(used, (byte)0xFF);

        int written = codec.Write(message, clean);

        Assert.Equal(written, codec.Write(message, used));
        Assert.Equal(clean[..written], used[..written]);
    }

    [Fact]
    public void TryRead_of_a_journal_reply_counts_no_further_than_seven()
    {
        // Aim: a count that no frame can hold is malformed even where the bytes for it would be there.
        byte[] payload = new byte[1000];
        new JournalReadReply(default, default).Write(payload);
        for (int count = 0; count <= byte.MaxValue; count++)
        {
            payload[ReplyPrefix.Size] = (byte)count;
            Assert.Equal(count <= 7, JournalReadReply.TryRead(payload, out _, out _));
        }
    }

    [Fact]
    public void TryRead_of_a_request_with_an_unnamed_value_is_malformed()
    {
        // Aim: a mode, purpose or axis outside its type's values never becomes a request.
        byte[] payload = new byte[FrameWriter.PayloadMax];
        for (int value = 0; value <= byte.MaxValue; value++)
        {
            new PermitGrantRequest(1, 1, (TriggerMode)value, 1, 1, 1, 1, 1, 1, 1).Write(payload);
            Assert.Equal(value <= 2, PermitGrantRequest.TryRead(payload, out _, out _));
            new TriggerModeRequest((TriggerMode)value).Write(payload);
            Assert.Equal(value <= 2, TriggerModeRequest.TryRead(payload, out _, out _));
            new PrimeRequest(1, (PrimePurpose)value, 1).Write(payload);
            Assert.Equal(value <= 1, PrimeRequest.TryRead(payload, out _, out _));
            new CalibrationMoveRequest(1, (CalibrationAxis)value, 1).Write(payload);
            Assert.Equal(value <= 1, CalibrationMoveRequest.TryRead(payload, out _, out _));
        }
    }

    [Fact]
    public void TryRead_of_an_identity_without_its_kind_is_that_of_a_real_device()
    {
        // Aim: a device from before the field counts as real, whether it says nothing or 0; no bit is taken for another.
        byte[] payload = new byte[FrameWriter.PayloadMax];
        IdentityReply real = new(default, 5, 1, 0, 0, 0, "gun-5", "MP-1");
        int written = real.Write(payload);
        payload[written] = 0;
        foreach (int length in (int[])[written, written + 1])
        {
            Assert.True(IdentityReply.TryRead(payload.AsSpan(0, length), out IdentityReply read, out int consumed));
            Assert.Equal((real, length), (read, consumed));
        }

        IdentityReply simulated = real with { Kind = DeviceKind.Simulated };
        Assert.Equal(written + 1, simulated.Write(payload));
        Assert.Equal(1, payload[written]);
        Assert.True(IdentityReply.TryRead(payload.AsSpan(0, written), out IdentityReply cut, out _));
        Assert.Equal(real, cut);
    }

    [Fact]
    public void TryRead_of_an_identity_cut_between_its_appended_fields_takes_the_rest_for_zero()
    {
        // Aim: each older version sends fewer of them; a field that is there only in part is not taken for a smaller number.
        byte[] payload = new byte[FrameWriter.PayloadMax];
        IdentityReply full = new(
            default, 5, 1, 0, 0, 0, "gun-5", "MP-1", DeviceKind.Simulated, 1_042_000, -40, 60, new CertificateMark(ulong.MaxValue, 7));
        int written = full.Write(payload);
        int from = written - IdentityAppended;
        for (int sent = 0; sent <= IdentityAppended; sent++)
        {
            Assert.True(IdentityReply.TryRead(payload.AsSpan(0, from + sent), out IdentityReply read, out int consumed));
            Assert.Equal(sent < 1 ? DeviceKind.None : DeviceKind.Simulated, read.Kind);
            Assert.Equal(sent < 5 ? 0u : 1_042_000u, read.PlungerPpm);
            Assert.Equal(sent < 9 ? 0 : -40, read.NeedleOffsetUm);
            Assert.Equal(sent < 11 ? 0 : 60, read.BacklashUm);
            Assert.Equal(sent < 29, read.Certificate.IsNone);
            Assert.Equal(from + (sent < 1 ? 0 : sent < 5 ? 1 : sent < 9 ? 5 : sent < 11 ? 9 : sent < 13 ? 11 : sent < 29 ? 13 : 29), consumed);
        }

        Assert.Equal(from + 11, (full with { Certificate = default }).Write(payload));
        Assert.Equal(from + 9, (full with { Certificate = default, BacklashUm = 0 }).Write(payload));
        Assert.Equal(from + 5, (full with { Certificate = default, BacklashUm = 0, NeedleOffsetUm = 0 }).Write(payload));
    }

    [Fact]
    public void Certificate_mark_is_the_beginning_of_the_hash_in_its_order()
    {
        // Aim: what the device holds can be compared with the certificate's hash by eye.
        const string Sha256 = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        CertificateMark mark = CertificateMark.Of(Sha256);
        byte[] bytes = new byte[CertificateMark.Size];
        mark.Write(bytes);

        Assert.Equal(Sha256[..32], Convert.ToHexStringLower(bytes));
        Assert.Equal(Sha256[..32], mark.ToString());
        Assert.Equal(mark, CertificateMark.Of(Sha256.ToUpperInvariant()));
        Assert.False(mark.IsNone);
        Assert.True(default(CertificateMark).IsNone);
        Assert.Throws<FormatException>(() => CertificateMark.Of(Sha256[..31]));
        Assert.Throws<FormatException>(() => CertificateMark.Of(new string('x', 64)));
    }

    [Fact]
    public void Write_text_not_for_the_wire_is_refused()
    {
        // Aim: a model or serial that the page does not allow never leaves.
        byte[] payload = new byte[FrameWriter.PayloadMax];
        foreach (string text in (string[])[new string('x', 33), "tab\t", "é", "\u007F"])
        {
            Assert.Throws<ArgumentException>(() => new IdentityReply(default, 1, 1, 0, 0, 0, text, "").Write(payload));
            Assert.Throws<ArgumentException>(() => new IdentityReply(default, 1, 1, 0, 0, 0, "", text).Write(payload));
        }
    }

    [Fact]
    public void ShotEntries_hold_seven_and_no_more()
    {
        // Aim: a reply holds what fits in a frame; an index outside is an error and not another entry.
        ShotEntry[] eight = [.. Enumerable.Range(1, 8).Select(i => new ShotEntry { Shot = (uint)i })];
        ShotEntries seven = new(eight.AsSpan(0, 7));

        Assert.Equal(7, seven.Count);
        Assert.Equal(7u, seven[6].Shot);
        Assert.Throws<IndexOutOfRangeException>(() => seven[7]);
        Assert.Throws<IndexOutOfRangeException>(() => new ShotEntries(eight.AsSpan(0, 2))[2]);
        Assert.Throws<ArgumentException>(() => new ShotEntries(eight));
        Assert.True(new ShotEntries(eight.AsSpan(0, 2)) != new ShotEntries(eight.AsSpan(0, 3)));
        Assert.True(new ShotEntries(eight.AsSpan(0, 2)) != new ShotEntries(eight.AsSpan(1, 2)));
        Assert.True(new ShotEntries(eight.AsSpan(0, 2)) == new ShotEntries(eight[0], eight[1]));
    }

    [Fact]
    public void Reply_and_request_of_a_type_are_inverse()
    {
        // Aim: a reply finds the request it answers, for types with and without a name.
        for (byte number = 0x01; number <= 0x3F; number++)
        {
            MessageType request = (MessageType)number;
            Assert.True(request.IsRequest && !request.IsReply && !request.IsEvent);
            Assert.True(request.Reply().IsReply && !request.Reply().IsRequest && !request.Reply().IsEvent);
            Assert.Equal(request, request.Reply().Request());
            Assert.Equal(number + 0x80, (byte)request.Reply());
        }
    }

    /// <summary>An identity with all that this version can append.</summary>
    private static int IdentityLength(in IdentityReply identity) =>
        (identity with { Certificate = new CertificateMark(1, 0) }).Write(new byte[FrameWriter.PayloadMax]);
}
