using System.Net.Sockets;

namespace MesoPen.Host.Links;

/// <summary>A TCP connection to a device or a simulator. Frames leave at once (no Nagle delay).</summary>
/// <param name="name">The address, for messages.</param>
/// <param name="host">Name or address of the host.</param>
/// <param name="port">Its port.</param>
/// <param name="time">The clock of the watches.</param>
/// <param name="resynchronises">Whether the other end is a device that reads frames.</param>
internal sealed class TcpLink(string name, string host, int port, TimeProvider time, bool resynchronises = true)
    : StreamLink(name, time, resynchronises)
{
    // Two modes: the addresses of a name may be of version 4 or 6.
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, SendTimeout = (int)StuckLimit.TotalMilliseconds };

    protected override void OpenStream(CancellationToken closing)
    {
        try
        {
            _socket.ConnectAsync(host, port, closing).AsTask().GetAwaiter().GetResult();
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    protected override int ReadStream(byte[] buffer) => _socket.Receive(buffer);

    protected override void WriteStream(byte[] buffer, int count)
    {
        try
        {
            for (int sent = 0; sent < count;)
            {
                sent += _socket.Send(buffer, sent, count - sent, SocketFlags.None);
            }
        }
        catch (SocketException failure) when (failure.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock)
        {
            throw new TimeoutException(failure.Message, failure);
        }
    }

    protected override bool HasRoom() => true;

    protected override void CloseStream()
    {
        // The reader waits in Receive: a shutdown wakes it, and lets what was sent go out first.
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // The other end was faster.
        }

        _socket.Dispose();
    }

    protected override string? FindAbsence() => null;

    protected override string Explain(Exception failure, bool opening) => failure switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            $"Nothing listens at {Name}: switch the device on or start the simulator there, or correct the address.",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            $"The host of {Name} is not known: correct the name, or use its address.",
        SocketException { SocketErrorCode: SocketError.TimedOut or SocketError.HostUnreachable or SocketError.NetworkUnreachable } =>
            $"{Name} cannot be reached: check the network and that the device is on.",
        _ when opening => $"{Name} could not be opened: {failure.Message}",
        _ => $"{Name} was cut off: check the network and that the device is on ({failure.Message}).",
    };
}
