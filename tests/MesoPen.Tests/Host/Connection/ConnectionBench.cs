using MesoPen.Host.Connection;
using MesoPen.Tests.Time;

namespace MesoPen.Tests.Host.Connection;

/// <summary>A connection on virtual time, with a fake device at the other end of a line in memory.</summary>
internal sealed class ConnectionBench : IDisposable
{
    public ConnectionBench(int seed = 1, ExpectedDevice? expected = null, ConnectionOptions? options = null)
    {
        Line = new MemoryLine(Virtual.Loop, Device);
        Log = new EventLog(Virtual.Loop.AssertOnLoop);
        Connection = new DeviceConnection(Virtual.Loop, Line.NewLink, Log, expected ?? new ExpectedDevice(), new Random(seed), options);
    }

    public VirtualLoop Virtual { get; } = new();

    public FakeDevice Device { get; } = new();

    public MemoryLine Line { get; }

    public EventLog Log { get; }

    public DeviceConnection Connection { get; }

    public void Start() => Assert.True(Virtual.Loop.Post(Connection.Start));

    /// <summary>Starts and runs until a device is connected.</summary>
    public void Connect()
    {
        Start();
        Assert.True(Virtual.RunUntil(() => Connection.IsConnected, TimeSpan.FromSeconds(30)), string.Join('\n', Log.Lines));
    }

    public void RunMs(double ms) => Virtual.RunFor(TimeSpan.FromMilliseconds(ms));

    public void Dispose()
    {
        Virtual.Loop.Post(Connection.Stop);
        Virtual.Loop.RunReady();
        Connection.Dispose();
    }
}
