using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MesoPen.Simulator;

/// <summary>
/// Lines from this computer to the running simulator, and one line back for each. Nothing in it waits: whoever owns the device serves it between
/// two milliseconds.
/// </summary>
internal sealed class ControlPort : IDisposable
{
    private const int ClientsMax = 4;
    private const int LineMax = 4096;

    /// <summary>A client that lets this much pile up does not read any more, and is dropped.</summary>
    private const int UnsentMax = 1 << 18;

    private readonly Socket _listener;
    private readonly List<Client> _clients = [];
    private readonly byte[] _buffer = new byte[LineMax];

    /// <summary>Listens on a port of this computer's own loopback, 0 for any free one. Throws <see cref="SimulatorInputException"/>.</summary>
    internal ControlPort(int port)
    {
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        try
        {
            _listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            _listener.Listen(ClientsMax);
        }
        catch (SocketException e)
        {
            _listener.Dispose();
            throw new SimulatorInputException($"--control {port}: cannot be listened on: {e.Message}.", e);
        }
    }

    /// <summary>How a host names it.</summary>
    internal string Name => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}";

    /// <summary>Takes what has come and answers it.</summary>
    /// <param name="answer">Gives the answer to a line; null for one that is not of this language: its sender is told so and dropped.</param>
    internal void Serve(Func<string, string?> answer)
    {
        while (_clients.Count < ClientsMax && _listener.Poll(0, SelectMode.SelectRead))
        {
            Admit();
        }

        for (var i = _clients.Count - 1; i >= 0; i--)
        {
            if (!Serve(_clients[i], answer))
            {
                _clients[i].Socket.Dispose();
                _clients.RemoveAt(i);
            }
        }
    }

    public void Dispose()
    {
        _clients.ForEach(client => client.Socket.Dispose());
        _listener.Dispose();
    }

    private void Admit()
    {
        try
        {
            var next = _listener.Accept();
            next.Blocking = false;
            next.NoDelay = true;
            _clients.Add(new Client(next));
        }
        catch (SocketException)
        {
            // It was gone again before it was let in.
        }
    }

    /// <summary>Whether it stays.</summary>
    private bool Serve(Client client, Func<string, string?> answer)
    {
        var count = client.Socket.Receive(_buffer, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
        {
            return client.Unsent.Length == 0 || Flush(client);
        }

        if (count == 0 || error != SocketError.Success)
        {
            return false;
        }

        foreach (var each in _buffer.AsSpan(0, count))
        {
            if (each != (byte)'\n')
            {
                client.Line.Add(each);
                if (client.Line.Count > LineMax)
                {
                    return Refuse(client, $"A line has at most {LineMax} bytes.");
                }

                continue;
            }

            var line = Encoding.UTF8.GetString([.. client.Line]).TrimEnd('\r');
            client.Line.Clear();
            if (answer(line) is not { } said)
            {
                // A browser that was sent here, most likely: what it says next is not looked at.
                return Refuse(client, "Each line is one JSON object, such as {\"do\":\"plant\"}; docs/faults.md lists them.");
            }

            Say(client, said);
        }

        return Flush(client) && client.Unsent.Length < UnsentMax;
    }

    private static bool Refuse(Client client, string why)
    {
        Say(client, ControlDesk.Refusal(why));
        Flush(client);
        return false;
    }

    private static void Say(Client client, string line) => client.Unsent = [.. client.Unsent, .. Encoding.UTF8.GetBytes(line), (byte)'\n'];

    private static bool Flush(Client client)
    {
        var sent = client.Socket.Send(client.Unsent, SocketFlags.None, out var error);
        client.Unsent = error == SocketError.Success ? client.Unsent[sent..] : client.Unsent;
        return error is SocketError.Success or SocketError.WouldBlock;
    }

    private sealed class Client(Socket socket)
    {
        internal Socket Socket => socket;

        internal List<byte> Line { get; } = [];

        internal byte[] Unsent { get; set; } = [];
    }
}
