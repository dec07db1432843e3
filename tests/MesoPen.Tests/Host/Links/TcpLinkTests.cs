using System.Net;
using System.Net.Sockets;
using MesoPen.Host.Links;
using MesoPen.Protocol;

namespace MesoPen.Tests.Host.Links;

public sealed class TcpLinkTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly LinkRecorder _told = new();

    public TcpLinkTests()
    {
        _listener.Start();
    }

    private string Address => $"tcp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void Dispose()
    {
        _listener.Dispose();
        _told.Dispose();
    }

    [Fact]
    public void Opened_connection_is_resynchronised_once_and_carries_bytes_both_ways()
    {
        // Aim: as on a serial line.
        using IDeviceLink link = Open(out Socket device);
        link.Send([1, 2, 0], urgent: false);
        Assert.Equal([0, 1, 2, 0], Read(device, 4));
        device.Send([9, 8, 0]);
        Assert.Equal([9, 8, 0], _told.Bytes(3));
        device.Dispose();
    }

    [Fact]
    public void Connection_closed_by_the_device_is_lost()
    {
        // Aim: an orderly end and a reset both end in one sentence.
        foreach (bool reset in (bool[])[false, true])
        {
            using IDeviceLink link = Open(out Socket device);
            Assert.Equal([0], Read(device, 1));
            if (reset)
            {
                device.LingerState = new LingerOption(enable: true, seconds: 0);
            }

            device.Dispose();
            string lost = _told.Next();
            Assert.Contains(reset ? "was cut off" : "was closed at its other end", lost, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Connection_that_takes_nothing_is_lost()
    {
        // Aim: a device that reads no more; the buffers of both ends fill, then the write stands still.
        using IDeviceLink link = Open(out Socket device);
        byte[] frame = new byte[FrameWriter.FrameMax];
        using CancellationTokenSource done = new();
        Thread feeder = new(() =>
        {
            while (!done.IsCancellationRequested)
            {
                link.Send(frame, urgent: false);
            }
        });
        feeder.Start();
        string lost = _told.Next();
        done.Cancel();
        feeder.Join();
        Assert.True(
            lost.Contains("has taken no byte", StringComparison.Ordinal) || lost.Contains("does not take what is sent", StringComparison.Ordinal), lost);
        device.Dispose();
    }

    [Fact]
    public void Nobody_listening_says_what_to_do()
    {
        // Aim: refused at once.
        string address = Address;
        _listener.Stop();
        Assert.Equal(
            $"lost: Nothing listens at {address}: switch the device on or start the simulator there, or correct the address.", LostAtOpening(address));
    }

    [Fact]
    public void Unknown_host_says_what_to_do()
    {
        // Aim: a name that cannot exist (RFC 2606).
        Assert.Equal(
            "lost: The host of tcp://nobody.invalid:7000 is not known: correct the name, or use its address.", LostAtOpening("tcp://nobody.invalid:7000"));
    }

    [Fact]
    public void Urgent_frame_sent_just_before_closing_still_arrives()
    {
        // Aim: as on a serial line.
        for (int i = 0; i < 20; i++)
        {
            IDeviceLink link = Open(out Socket device);
            link.Send([42, 0], urgent: true);
            link.Dispose();
            Assert.Equal([0, 42, 0], Read(device, 3));
            Assert.Equal(0, device.Receive(new byte[1]));
            device.Dispose();
        }
    }

    private IDeviceLink Open(out Socket device)
    {
        IDeviceLink link = DeviceAddress.Parse(Address).NewLink();
        link.Open(_told);
        device = _listener.AcceptSocket();
        Assert.Equal("opened", _told.Next());
        return link;
    }

    private string LostAtOpening(string address)
    {
        using IDeviceLink link = DeviceAddress.Parse(address).NewLink();
        link.Open(_told);
        return _told.Next();
    }

    private static byte[] Read(Socket socket, int count)
    {
        socket.ReceiveTimeout = 10_000;
        byte[] bytes = new byte[count];
        for (int read = 0; read < count;)
        {
            int more = socket.Receive(bytes, read, count - read, SocketFlags.None);
            Assert.NotEqual(0, more);
            read += more;
        }

        return bytes;
    }
}
