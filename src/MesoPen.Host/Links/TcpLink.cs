using System.Net.Sockets;

namespace MesoPen.Host.Links;

/// <summary>A TCP connection, without delay for small frames.</summary>
public sealed class TcpLink(DeviceAddress address) : ThreadedLink(address.Text)
{
    // A peer that does not take a frame for this long (as long as the longest lease) is stuck.
    private const int WriteMs = 250;

    /// <inheritdoc />
    protected override Stream Connect()
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, SendTimeout = WriteMs };
        try
        {
            socket.Connect(address.Host!, address.Port);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    protected override string Explain(Exception failure) => failure switch
    {
        EndOfStreamException => $"{Name} closed the connection.",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => $"Nobody listens at {Name}: start the device or check host and port.",
        SocketException { SocketErrorCode: SocketError.HostNotFound } => $"The host of {Name} is not known: check its name.",
        _ => $"{Name} cannot be used: {failure.Message}",
    };
}
