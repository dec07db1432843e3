using System.Net;
using System.Net.Sockets;
using MesoPen.Tests.Terminals;

namespace MesoPen.Tests.EndToEnd;

/// <summary>A line between host and gun that can be cut: the host's end a pseudo-terminal or a TCP port, the gun's end TCP.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly List<Task> _pumps = [];
    private readonly string _gunHost;
    private readonly int _gunPort;
    private readonly PseudoTerminal? _terminal;
    private readonly IPEndPoint _door = new(IPAddress.Loopback, 0);
    private TcpListener? _listener;
    private Socket? _gun;
    private Socket? _host;
    private bool _closed;

    private Relay(string gun, PseudoTerminal? terminal)
    {
        Uri uri = new(gun);
        (_gunHost, _gunPort, _terminal) = (uri.Host, uri.Port, terminal);
        if (terminal is not null)
        {
            Address = terminal.LinkPath;
        }
        else
        {
            using TcpListener probe = new(IPAddress.Loopback, 0);
            probe.Start();
            _door = (IPEndPoint)probe.LocalEndpoint;
            Address = $"tcp://{_door}";
        }
    }

    /// <summary>Where the host finds the gun.</summary>
    public string Address { get; }

    /// <summary>A relay whose host's end is a pseudo-terminal.</summary>
    public static Relay OverTerminal(string gun, PseudoTerminal terminal) => new Relay(gun, terminal).Opened();

    /// <summary>A relay whose host's end is a TCP port.</summary>
    public static Relay OverTcp(string gun) => new Relay(gun, null).Opened();

    /// <summary>Cuts the line: what is on it is lost, and nobody gets in.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _terminal?.HangUp();
            _listener?.Stop();
            _gun?.Dispose();
            _host?.Dispose();
            (_listener, _gun, _host) = (null, null, null);
        }
    }

    /// <summary>Puts the line back at the same address.</summary>
    public void Restore()
    {
        _terminal?.Reopen();
        Opened();
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
        }

        Cut();
        await Task.WhenAll(_pumps);
    }

    private Relay Opened()
    {
        lock (_gate)
        {
            if (_terminal is not null)
            {
                Socket gun = ConnectGun();
                _pumps.Add(OnThread(() => TerminalToGun(gun)));
                _pumps.Add(OnThread(() => GunToTerminal(gun)));
            }
            else
            {
                TcpListener listener = new(_door);
                listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
                listener.Start();
                _listener = listener;
                _pumps.Add(OnThread(() => Accept(listener)));
            }
        }

        return this;
    }

    private static Task OnThread(Action pump) =>
        Task.Factory.StartNew(() => Quietly(pump), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>A pump ends when its line is cut, which is what the line is for.</summary>
    private static void Quietly(Action pump)
    {
        try
        {
            pump();
        }
        catch (Exception cut) when (cut is SocketException or IOException or TimeoutException or InvalidOperationException)
        {
        }
    }

    private Socket ConnectGun()
    {
        Socket gun = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        gun.Connect(_gunHost, _gunPort);
        _gun = gun;
        return gun;
    }

    private void Accept(TcpListener listener)
    {
        while (true)
        {
            Socket host = listener.AcceptSocket();
            host.NoDelay = true;
            lock (_gate)
            {
                if (_closed || _listener != listener)
                {
                    host.Dispose();
                    return;
                }

                // The host came anew: the gun lets in one at a time, so the former way to it is closed first.
                _gun?.Dispose();
                _host?.Dispose();
                _host = host;
                Socket gun = ConnectGun();
                _pumps.Add(OnThread(() => Pump(host, gun)));
                _pumps.Add(OnThread(() => Pump(gun, host)));
            }
        }
    }

    private static void Pump(Socket from, Socket to)
    {
        byte[] buffer = new byte[4096];
        try
        {
            for (int read = from.Receive(buffer); read > 0; read = from.Receive(buffer))
            {
                to.Send(buffer, read, SocketFlags.None);
            }
        }
        finally
        {
            from.Dispose();
            to.Dispose();
        }
    }

    private void TerminalToGun(Socket gun)
    {
        byte[] buffer = new byte[4096];
        while (!_terminal!.IsHungUp && gun.Connected)
        {
            int read = _terminal.Read(buffer);
            gun.Send(buffer, read, SocketFlags.None);
        }
    }

    private void GunToTerminal(Socket gun)
    {
        byte[] buffer = new byte[4096];
        for (int read = gun.Receive(buffer); read > 0; read = gun.Receive(buffer))
        {
            _terminal!.Write(buffer.AsSpan(0, read));
        }
    }
}
