using System.Text.Json.Nodes;
using MesoPen.Host.Input;
using MesoPen.Host.Links;
using MesoPen.Protocol;
using MesoPen.Tests.Time;

namespace MesoPen.Tests.Host.Links;

public sealed class FrameCaptureTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly VirtualClock _clock = new();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Frames_of_both_directions_are_written_with_time_type_and_bytes()
    {
        // Aim: from the file alone one can say what was sent, when, and what came, in whatever pieces it came.
        using (FrameCapture capture = FrameCapture.Create(_file, _clock))
        {
            LoopLink inner = new();
            CapturingLink link = new(inner, capture);
            using LinkRecorder told = new();
            link.Open(told);
            _clock.Advance(TimeSpan.FromMilliseconds(1.5));
            byte[] stop = Encode(new StopRequest(), 5);
            link.Send(stop, urgent: true);
            inner.Events!.Received([0, .. stop[..3]]);
            inner.Events.Received([.. stop[3..], 1, 2, 0, .. Encode(new PermitRenewRequest(3, 4), 6)]);
            inner.Events.Lost("over \"and\" out");
            Assert.Equal(stop, Assert.Single(inner.Sent));
        }

        JsonNode[] lines = [.. File.ReadLines(_file).Select(l => JsonNode.Parse(l)!)];
        Assert.Equal(
            ["link opened", "sent Stop", "received Stop", "received bad", "received PermitRenew", "link lost", "end "],
            lines.Select(l => $"{l["direction"]} {l["type"]}"));
        Assert.Equal((1500, 5, 77u), ((int)lines[1]["mono_us"]!, (int)lines[1]["seq"]!, (uint)lines[1]["boot_id"]!));
        Assert.True((bool)lines[1]["urgent"]!);
        Assert.Equal(Convert.ToHexStringLower(Encode(new StopRequest(), 5)), (string)lines[2]["frame"]!);
        Assert.Equal("010200", (string)lines[3]["frame"]!);
        Assert.Equal("0300000004000000", (string)lines[4]["payload"]!);
        Assert.Equal("over \"and\" out", (string)lines[5]["text"]!);
        Assert.Equal(6, (int)lines[6]["lines"]!);
    }

    [Fact]
    public void Bytes_without_an_end_do_not_spoil_what_follows()
    {
        // Aim: noise longer than any frame, then a frame.
        using (FrameCapture capture = FrameCapture.Create(_file, _clock))
        {
            FrameSplitter splitter = new();
            byte[] noise = new byte[5000];
            Array.Fill(noise, (byte)0x55);
            capture.WriteReceived(splitter, noise);
            capture.WriteReceived(splitter, [0, .. Encode(new StopRequest(), 1)]);
        }

        string[] types = [.. File.ReadLines(_file).Select(l => JsonNode.Parse(l)!).Where(l => (string?)l["direction"] == "received").Select(l => (string)l["type"]!)];
        Assert.Equal("Stop", types[^1]);
        Assert.All(types[..^1], t => Assert.Equal("bad", t));
    }

    [Fact]
    public void Capture_that_cannot_be_made_is_bad_input()
    {
        // Aim: said before anything is sent.
        Assert.Throws<InputException>(() => FrameCapture.Create("/proc/none/capture.jsonl"));
        Assert.Throws<InputException>(() => FrameCapture.Create(Path.GetTempPath()));
    }

    [Fact]
    public void Capture_that_cannot_be_written_any_more_says_so_and_the_link_goes_on()
    {
        // Aim: a full disk (the kernel's own: /dev/full) must not stop a treatment by way of a looking-glass.
        using FrameCapture capture = FrameCapture.Create("/dev/full", _clock);
        LoopLink inner = new();
        CapturingLink link = new(inner, capture);
        link.Send(Encode(new StopRequest(), 5), urgent: true);
        link.Send(Encode(new StopRequest(), 6), urgent: true);
        Assert.Equal(2, inner.Sent.Count);
        Assert.StartsWith("The capture stopped after 0 lines: ", capture.Failure, StringComparison.Ordinal);
    }

    private static byte[] Encode<T>(in T message, ushort seq)
        where T : struct, IMessage<T>
    {
        byte[] frame = new byte[FrameWriter.FrameMax];
        return frame[..FrameWriter.Write(frame, new FrameHeader(1, T.Type, seq, 77), message)];
    }

    private sealed class LoopLink : IDeviceLink
    {
        public string Name => "loop";

        public ILinkEvents? Events { get; private set; }

        public List<byte[]> Sent { get; } = [];

        public void Open(ILinkEvents events)
        {
            Events = events;
            events.Opened();
        }

        public void Send(ReadOnlySpan<byte> frame, bool urgent) => Sent.Add(frame.ToArray());

        public void Dispose()
        {
        }
    }
}
