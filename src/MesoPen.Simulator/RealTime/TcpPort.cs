using System.Net;
using System.Net.Sockets;

namespace MesoPen.Simulator;

/// <summary>A TCP port that lets one host in at a time, and the next one after it.</summary>
internal sealed class TcpPort : IHostSide
{
    /// <summary>A host that lets this much pile up does not read any more, and is dropped.</summary>
    private const int UnsentMax = 1 << 16;

    private readonly IPEndPoint _endPoint;
    private readonly string _host;
    private Socket? _listener;
    private Socket? _client;
    private byte[] _unsent = [];
    private bool? _change;

    /// <summary>Listens. Throws <see cref="SimulatorInputException"/>.</summary>
    /// <param name="hostAndPort">Where.</param>
    /// <param name="option">The option on the command line, for messages.</param>
    internal TcpPort(string hostAndPort, string option = "--tcp")
    {
        var colon = hostAndPort.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(hostAndPort[(colon + 1)..], out var port))
        {
            throw new SimulatorInputException($"{option} {hostAndPort}: write HOST:PORT, such as 127.0.0.1:5000.");
        }

        _host = hostAndPort[..colon];
        try
        {
            var address = Dns.GetHostAddresses(_host.Trim('[', ']')) is [var first, ..] ? first : IPAddress.None;
            _endPoint = new IPEndPoint(address, port);
            Listen(_endPoint);
            // With port 0 the system chose one, which is kept over a cut.
            _endPoint = (IPEndPoint)_listener!.LocalEndPoint!;
        }
        catch (SocketException e)
        {
            throw new SimulatorInputException($"{option} {hostAndPort}: cannot be listened on: {e.Message}.", e);
        }
    }

    public string Name => $"tcp://{_host}:{_endPoint.Port}";

    public void Wait(long nanoseconds) => Posix.WaitReadable(Descriptor(_client), Descriptor(_listener), nanoseconds);

    public int Read(Span<byte> buffer)
    {
        // The present host first: one that has gone must not keep the door shut for the next.
        Flush();
        var count = Receive(buffer);
        if (count == 0 && _change is null)
        {
            Accept();
        }

        return count;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_client is null)
        {
            return;
        }

        _unsent = [.. _unsent, .. bytes];
        Flush();
        if (_unsent.Length > UnsentMax)
        {
            Drop();
        }
    }

    public void Cut()
    {
        Drop();
        _listener?.Dispose();
        _listener = null;
    }

    public void Restore()
    {
        if (_listener is null)
        {
            Listen(_endPoint);
        }
    }

    public bool? TakeChange()
    {
        var change = _change;
        _change = null;
        return change;
    }

    public void Dispose() => Cut();

    private static int Descriptor(Socket? socket) => socket is null ? -1 : (int)socket.SafeHandle.DangerousGetHandle();

    private void Listen(IPEndPoint endPoint)
    {
        _listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        _listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Bind(endPoint);
        _listener.Listen(1);
    }

    private int Receive(Span<byte> buffer)
    {
        if (_client is null)
        {
            return 0;
        }

        var count = _client.Receive(buffer, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
        {
            return 0;
        }

        if (count == 0 || error != SocketError.Success)
        {
            Drop();
            return 0;
        }

        return count;
    }

    private void Accept()
    {
        if (_listener is null || !_listener.Poll(0, SelectMode.SelectRead))
        {
            return;
        }

        var next = _listener.Accept();
        if (_client is not null)
        {
            // One at a time: the second finds the door closed at once.
            next.Dispose();
            return;
        }

        next.Blocking = false;
        next.NoDelay = true;
        _client = next;
        _unsent = [];
        _change = true;
    }

    private void Flush()
    {
        if (_client is null || _unsent.Length == 0)
        {
            return;
        }

        var sent = _client.Send(_unsent, SocketFlags.None, out var error);
        if (error is not (SocketError.Success or SocketError.WouldBlock))
        {
            Drop();
            return;
        }

        _unsent = error == SocketError.Success ? _unsent[sent..] : _unsent;
    }

    private void Drop()
    {
        if (_client is not null)
        {
            _client.Dispose();
            _client = null;
            _unsent = [];
            _change = false;
        }
    }
}
