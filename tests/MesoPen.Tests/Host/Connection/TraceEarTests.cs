using MesoPen.Host.Connection;
using MesoPen.Host.Control;
using MesoPen.Protocol;
using MesoPen.Tests.Time;

namespace MesoPen.Tests.Host.Connection;

public sealed class TraceEarTests : IDisposable
{
    private readonly VirtualLoop _virtual = new();
    private readonly FakeDevice _device = new();
    private readonly List<TraceEvent> _seen = [];
    private readonly EventLog _log;
    private readonly MemoryLine _line;
    private readonly DeviceConnection _connection;

    public TraceEarTests()
    {
        _line = new MemoryLine(_virtual.Loop, _device);
        _log = new EventLog(_virtual.Loop.AssertOnLoop);
        TraceEar ear = new(_log, _seen.Add);
        _connection = new DeviceConnection(_virtual.Loop, _line.NewLink, ear, new ExpectedDevice(), new Random(1));
        ear.Use(_connection);
    }

    public void Dispose()
    {
        _virtual.Loop.Post(_connection.Stop);
        _virtual.Loop.RunReady();
        _connection.Dispose();
    }

    [Fact]
    public void Device_that_sends_traces_is_asked_once_a_connection()
    {
        // Aim: asked after it is connected and not before, not again while they come, and anew after a break; samples arrive as they were sent.
        _device.OnRequest = header => SayTraceIf(header.Type == MessageType.TraceSet);
        Connect();
        Run(10_000);
        Assert.Equal(1, Asked());
        TraceEvent trace = Assert.Single(_seen);
        Assert.Equal(new TraceSamples(new TraceSample(10, 20, 30)), trace.Samples);
        Assert.Equal(2, _log.Lines.Count + _log.Facts.Count);

        _line.Cut("pulled");
        Run(5_000);
        Assert.Equal(2, Asked());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Device_without_traces_is_left_in_peace_and_stays_connected(bool answersUnknown)
    {
        // Aim: firmware from before traces answers "unknown", or never does: either way nothing is lost but the picture.
        if (answersUnknown)
        {
            _device.Ignores.Add(MessageType.TraceSet);
            _device.OnRequest = header =>
            {
                if (header.Type == MessageType.TraceSet)
                {
                    _device.SayReply(header.Type, header.Seq, new PrefixReply(_device.Prefix(Result.Unknown)));
                }
            };
        }
        else
        {
            _device.Ignores.Add(MessageType.TraceSet);
        }

        Connect();
        Run(60_000);
        Assert.Equal(3, Asked());
        Assert.Empty(_seen);
        Assert.True(_connection.IsConnected);
        Assert.Single(_log.Facts);
    }

    private void SayTraceIf(bool asked)
    {
        if (asked)
        {
            _device.SayTrace(new TraceSample(10, 20, 30));
        }
    }

    private int Asked() => _device.Heard.Count(header => header.Type == MessageType.TraceSet);

    private void Connect()
    {
        Assert.True(_virtual.Loop.Post(_connection.Start));
        Assert.True(_virtual.RunUntil(() => _connection.IsConnected, TimeSpan.FromSeconds(30)));
        Assert.Equal(0, Asked());
    }

    private void Run(double ms) => _virtual.RunFor(TimeSpan.FromMilliseconds(ms));
}
