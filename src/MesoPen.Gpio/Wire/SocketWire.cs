using System.Net;
using System.Net.Sockets;

namespace MesoPen.Gpio;

/// <summary>A socket that one host at a time connects to, by TCP or by a path. Whoever comes while another is there waits.</summary>
internal sealed class SocketWire : IWire
{
    private readonly Socket _listener;
    private readonly string? _path;
    private Socket? _host;

    private SocketWire(Socket listener, string name, string? path) => (_listener, Name, _path) = (listener, name, path);

    public string Name { get; }

    /// <summary>Listens at HOST:PORT.</summary>
    internal static SocketWire Tcp(string address) => IPEndPoint.TryParse(address, out IPEndPoint? end)
        ? new SocketWire(Listen(end, ProtocolType.Tcp, $"--tcp {address}"), $"tcp://{address}", null)
        : throw new BoardException($"--tcp {address}: must be a numeric address and a port, as in 127.0.0.1:7501.");

    /// <summary>Listens at a path.</summary>
    internal static SocketWire Unix(string path)
    {
        // What a killed process left behind; one that lives holds the device's memory too, and was refused there.
        File.Delete(path);
        return new SocketWire(Listen(new UnixDomainSocketEndPoint(path), ProtocolType.Unspecified, $"--socket {path}"), path, path);
    }

    public void Wait(long nanoseconds) => (_host ?? _listener).Poll((int)Math.Clamp(nanoseconds / 1000, 1, 1_000_000), SelectMode.SelectRead);

    public int Read(Span<byte> buffer)
    {
        try
        {
            _host ??= _listener.Poll(0, SelectMode.SelectRead) ? Accept() : null;
            if (_host is null || !_host.Poll(0, SelectMode.SelectRead))
            {
                return 0;
            }

            int count = _host.Receive(buffer);
            if (count == 0)
            {
                Leave();
            }

            return count;
        }
        catch (SocketException)
        {
            Leave();
            return 0;
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _ = _host?.Send(bytes);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.WouldBlock)
        {
            // The host does not read.
        }
        catch (SocketException)
        {
            Leave();
        }
    }

    public void Dispose()
    {
        Leave();
        _listener.Dispose();
        if (_path is not null)
        {
            File.Delete(_path);
        }
    }

    private static Socket Listen(EndPoint end, ProtocolType protocol, string option)
    {
        var listener = new Socket(end.AddressFamily, SocketType.Stream, protocol) { Blocking = false };
        try
        {
            listener.Bind(end);
            listener.Listen(1);
            return listener;
        }
        catch (SocketException e)
        {
            listener.Dispose();
            throw new BoardException($"{option}: cannot be listened at: {e.Message}.", e);
        }
    }

    private Socket Accept()
    {
        Socket host = _listener.Accept();
        host.Blocking = false;
        host.NoDelay = _path is null;
        return host;
    }

    private void Leave()
    {
        _host?.Dispose();
        _host = null;
    }
}
