using System.Collections.Concurrent;
using System.Net.Sockets;

namespace MesoPen.Tests.Host.Records;

/// <summary>The wire between a station and its database, which can be cut at a commit: before it arrives, or before its answer does.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private static readonly byte[] Commit = "COMMIT\0"u8.ToArray();

    private readonly TempFolder _folder = new();
    private readonly string _server;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly ConcurrentBag<Socket> _open = [];
    private volatile Cut? _next;
    private volatile bool _down;

    /// <param name="serverFolder">Folder of the server's socket.</param>
    public CuttingProxy(string serverFolder)
    {
        _server = System.IO.Path.Combine(serverFolder, ".s.PGSQL.5432");
        _listener.Bind(new UnixDomainSocketEndPoint(_folder.File(".s.PGSQL.5432")));
        _listener.Listen();
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>Folder of this socket: the host to connect to.</summary>
    public string Path => _folder.Path;

    /// <summary>Cuts the wire at the next commit.</summary>
    /// <param name="arrives">Whether the commit arrives at the server; if so, it is done before the wire is cut.</param>
    /// <param name="stayDown">Whether no connection comes about afterwards, until <see cref="Mend"/>.</param>
    public void CutAtCommit(bool arrives, bool stayDown) => _next = new Cut(arrives, stayDown);

    /// <summary>Lets connections through again.</summary>
    public void Mend() => _down = false;

    public void Dispose()
    {
        _listener.Dispose();
        foreach (Socket socket in _open)
        {
            socket.Dispose();
        }

        _folder.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptAsync();
                _open.Add(client);
                if (_down)
                {
                    client.Dispose();
                    continue;
                }

                Socket server = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                _open.Add(server);
                await server.ConnectAsync(new UnixDomainSocketEndPoint(_server));
                Wire wire = new(client, server);
                _ = Task.Run(() => UpAsync(wire));
                _ = Task.Run(() => DownAsync(wire));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task UpAsync(Wire wire)
    {
        byte[] buffer = new byte[1 << 20];
        try
        {
            while (await wire.Client.ReceiveAsync(buffer) is var count and > 0)
            {
                if (_next is { } cut && buffer.AsSpan(0, count).IndexOf(Commit) >= 0)
                {
                    _next = null;
                    _down = cut.StayDown;
                    wire.Cut = true;
                    if (!cut.Arrives)
                    {
                        wire.Close();
                        return;
                    }
                }

                await wire.Server.SendAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
        }

        if (!wire.Cut)
        {
            wire.Close();
        }
    }

    private static async Task DownAsync(Wire wire)
    {
        byte[] buffer = new byte[1 << 16];
        try
        {
            while (await wire.Server.ReceiveAsync(buffer) is var count and > 0 && !wire.Cut)
            {
                await wire.Client.SendAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
        }

        wire.Close();
    }

    private sealed record Cut(bool Arrives, bool StayDown);

    private sealed class Wire(Socket client, Socket server)
    {
        public Socket Client { get; } = client;

        public Socket Server { get; } = server;

        public volatile bool Cut;

        public void Close()
        {
            Client.Dispose();
            Server.Dispose();
        }
    }
}
