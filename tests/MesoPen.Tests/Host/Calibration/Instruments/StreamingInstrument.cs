using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MesoPen.Tests.Host.Calibration.Instruments;

/// <summary>An instrument behind a TCP port of this process that prints by itself and hears nothing.</summary>
internal sealed class StreamingInstrument : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _says;
    private readonly TimeSpan _every;

    internal StreamingInstrument(string says, TimeSpan every)
    {
        _says = Encoding.ASCII.GetBytes(says);
        _every = every;
        _listener.Start();
        Address = string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = ServeAsync();
    }

    internal string Address { get; }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using Socket client = await _listener.AcceptSocketAsync();
                await PrintAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task PrintAsync(Socket client)
    {
        try
        {
            while (true)
            {
                await client.SendAsync(_says);
                await Task.Delay(_every, TimeProvider.System);
            }
        }
        catch (SocketException)
        {
            // The other end has gone.
        }
    }
}
