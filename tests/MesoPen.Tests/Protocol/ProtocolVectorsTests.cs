using System.Reflection;
using System.Text;
using System.Text.Json;
using MesoPen.Protocol;

namespace MesoPen.Tests.Protocol;

/// <summary>
/// hardware/protocol-vectors.json was made by another implementation, from the page alone. What both say to the letter, a
/// stranger's device or host will understand.
/// </summary>
[Trait("Requirement", "SR-167")]
public sealed class ProtocolVectorsTests
{
    private static readonly JsonElement Vectors =
        JsonDocument.Parse(RepositoryFile.ReadAllText("hardware/protocol-vectors.json")).RootElement;

    public static TheoryData<string> Frames => Names("frames");

    public static TheoryData<string> Streams => Names("streams");

    [Fact]
    public void Crc_of_every_vector_is_the_published_value()
    {
        // Aim: the CRC is CRC-32C, by its check string and by strings longer than one step of the loop.
        JsonElement check = Items("crc32c").Single(v =>
            v.TryGetProperty("ascii", out JsonElement text) && text.GetString() == "123456789");
        Assert.Equal(0xE3069283, check.GetProperty("crc").GetUInt32());
        foreach (JsonElement vector in Items("crc32c"))
        {
            byte[] bytes = vector.TryGetProperty("ascii", out JsonElement text)
                ? Encoding.ASCII.GetBytes(text.GetString()!)
                : Hex(vector, "hex");
            Assert.Equal(vector.GetProperty("crc").GetUInt32(), Crc32C.Of(bytes));
        }
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void Frame_written_from_its_fields_is_the_vector(string name)
    {
        // Aim: named fields become exactly these bytes.
        JsonElement vector = Named("frames", name);
        byte[] payload = Hex(vector, "payload");
        byte[] wire = new byte[FrameWriter.FrameMax];
        if (CodecOf(vector) is { } codec)
        {
            object message = FromJson(codec.MessageClass, vector.GetProperty("fields"));
            byte[] written = new byte[FrameWriter.PayloadMax];
            int payloadLength = codec.Write(message, written);
            Assert.Equal(vector.GetProperty("payload").GetString(), Convert.ToHexStringLower(written, 0, payloadLength));
            int length = codec.WriteFrame(message, wire, Header(vector));
            Assert.Equal(vector.GetProperty("frame").GetString(), Convert.ToHexStringLower(wire, 0, length));
        }

        int rawLength = FrameWriter.Write(wire, Header(vector), payload);
        Assert.Equal(vector.GetProperty("frame").GetString(), Convert.ToHexStringLower(wire, 0, rawLength));
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void Frame_read_from_its_bytes_has_the_vectors_fields(string name)
    {
        // Aim: exactly these bytes become the named fields, and unknown kinds come through with header and payload.
        JsonElement vector = Named("frames", name);
        FrameReader reader = new();
        ReadOnlySpan<byte> input = Hex(vector, "frame");

        Assert.True(reader.TryRead(ref input, out Frame frame));
        Assert.True(input.IsEmpty);
        Assert.Equal(Header(vector), frame.Header);
        Assert.Equal(vector.GetProperty("payload").GetString(), Convert.ToHexStringLower(frame.Payload));
        if (CodecOf(vector) is { } codec)
        {
            Assert.True(codec.TryRead(frame.Payload, out object message, out int consumed));
            Assert.Equal(frame.Payload.Length, consumed);
            Assert.Equal(FromJson(codec.MessageClass, vector.GetProperty("fields")), message);
        }
    }

    [Fact]
    public void Frames_of_every_message_are_among_the_vectors()
    {
        // Aim: no message, and no type of the header, is without its bytes on record.
        JsonElement[] known = [.. Items("frames").Where(v => CodecOf(v) is not null)];
        Assert.Equal(
            MessageCodec.All.Select(c => c.ToString()).Order(),
            known.Select(v => CodecOf(v)!.ToString()).Distinct().Order());

        MessageType[] named = Enum.GetValues<MessageType>();
        IEnumerable<MessageType> expected = named.Concat(named.Where(t => t.IsRequest).Select(t => t.Reply()));
        Assert.Empty(expected.Except(known.Select(v => Header(v).Type)));
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void Stream_gives_its_good_frames_and_counts_the_rest(string name)
    {
        // Aim: bad CRC, bad COBS, short, long, empty and truncated runs get the verdict of the page, in one piece and byte by
        // byte.
        JsonElement vector = Named("streams", name);
        byte[] stream = Hex(vector, "stream");
        string[] expected =
        [
            .. vector.GetProperty("frames").EnumerateArray()
                .Select(n => Named("frames", n.GetString()!).GetProperty("frame").GetString()!),
        ];
        foreach (int chunk in (int[])[stream.Length, 1, 7])
        {
            FrameReader reader = new();
            List<string> frames = [];
            for (int at = 0; at < stream.Length; at += chunk)
            {
                ReadOnlySpan<byte> input = stream.AsSpan(at, Math.Min(chunk, stream.Length - at));
                while (reader.TryRead(ref input, out Frame frame))
                {
                    byte[] wire = new byte[FrameWriter.FrameMax];
                    frames.Add(Convert.ToHexStringLower(wire, 0, FrameWriter.Write(wire, frame.Header, frame.Payload)));
                }

                Assert.True(input.IsEmpty);
            }

            Assert.Equal(expected, frames);
            Assert.Equal(expected.Length, reader.FramesRead);
            Assert.Equal(vector.GetProperty("dropped").GetInt64(), reader.FramesBad);
        }
    }

    [Fact]
    public void Malformed_payloads_are_refused()
    {
        // Aim: what the page calls malformed is read by no one.
        Assert.NotEmpty(Items("malformed"));
        foreach (JsonElement vector in Items("malformed"))
        {
            Assert.False(CodecOf(vector)!.TryRead(Hex(vector, "payload"), out _, out int consumed), vector.ToString());
            Assert.Equal(0, consumed);
        }
    }

    private static JsonElement[] Items(string list) => [.. Vectors.GetProperty(list).EnumerateArray()];

    private static TheoryData<string> Names(string list) => [.. Items(list).Select(v => v.GetProperty("name").GetString()!)];

    private static JsonElement Named(string list, string name) =>
        Items(list).Single(v => v.GetProperty("name").GetString() == name);

    private static byte[] Hex(JsonElement vector, string field) => Convert.FromHexString(vector.GetProperty(field).GetString()!);

    private static FrameHeader Header(JsonElement vector) =>
        (FrameHeader)FromJson(typeof(FrameHeader), vector.GetProperty("header"));

    /// <summary>The message of a vector; none where the vector is of a kind that no version knows.</summary>
    private static MessageCodec? CodecOf(JsonElement vector)
    {
        string kind = vector.GetProperty("kind").GetString()!;
        string wireName = vector.GetProperty("message").GetString()!;
        if (kind == "unknown")
        {
            return null;
        }

        string suffix = char.ToUpperInvariant(kind[0]) + kind[1..];
        string name = string.Concat(wireName.Split('_').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
        return MessageCodec.All.SingleOrDefault(c => c.MessageClass.Name == name + suffix)
            ?? (kind == "reply"
                ? MessageCodec.Of(nameof(StatusReply))
                : throw new ArgumentException($"No message is called {name}."));
    }

    /// <summary>Builds a value from named fields; a field too many or too few is an error.</summary>
    private static object FromJson(Type type, JsonElement json)
    {
        if (type == typeof(string))
        {
            return json.GetString()!;
        }

        if (type == typeof(ShotEntries))
        {
            return new ShotEntries([.. json.EnumerateArray().Select(e => (ShotEntry)FromJson(typeof(ShotEntry), e))]);
        }

        if (type == typeof(TraceSamples))
        {
            return new TraceSamples([.. json.EnumerateArray().Select(e => (TraceSample)FromJson(typeof(TraceSample), e))]);
        }

        if (type == typeof(CertificateMark))
        {
            return CertificateMark.Of(json.GetString()!);
        }

        if (type.IsEnum)
        {
            return Enum.ToObject(type, json.GetUInt32());
        }

        if (type.IsPrimitive)
        {
            return json.Deserialize(type)!;
        }

        ParameterInfo[] fields = MessageCodec.FieldsOf(type);
        Assert.Equal(fields.Select(f => WireName.Of(f.Name!)), json.EnumerateObject().Select(p => p.Name));
        object[] values = [.. fields.Select(f => FromJson(f.ParameterType, json.GetProperty(WireName.Of(f.Name!))))];
        return Activator.CreateInstance(type, values)!;
    }
}
