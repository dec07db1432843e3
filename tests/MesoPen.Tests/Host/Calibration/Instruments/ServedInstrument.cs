using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MesoPen.Simulator;

namespace MesoPen.Tests.Host.Calibration.Instruments;

/// <summary>
/// A virtual instrument behind a TCP port of this process. Its time passes with what it is sent, half a second for each byte, so that no test
/// waits for it to come to rest. Without an instrument it says the same words to everything.
/// </summary>
internal sealed class ServedInstrument : IDisposable
{
    private const int MsPerByte = 500;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Plant _plant = new(ProfileReader.Open("gun-5"));
    private readonly object _gate = new();
    private VirtualInstrument? _instrument;
    private VirtualInstrument? _next;
    private Socket? _client;

    internal ServedInstrument(Func<Plant, VirtualInstrument>? instrument)
    {
        _instrument = instrument?.Invoke(_plant);
        _listener.Start();
        Address = string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        new Thread(Serve) { IsBackground = true, Name = "test-instrument" }.Start();
    }

    internal string Address { get; }

    public void Dispose() => _listener.Dispose();

    /// <summary>Cuts the line; whoever opens it again finds this one at its end.</summary>
    internal void Replace(Func<Plant, VirtualInstrument> instrument)
    {
        lock (_gate)
        {
            _next = instrument(_plant);
            _client?.Shutdown(SocketShutdown.Both);
        }
    }

    private void Serve()
    {
        try
        {
            while (true)
            {
                using Socket client = _listener.AcceptSocket();
                lock (_gate)
                {
                    (_client, _instrument, _next) = (client, _next ?? _instrument, null);
                }

                Converse(client);
                lock (_gate)
                {
                    _client = null;
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private void Converse(Socket client)
    {
        byte[] buffer = new byte[256];
        ArrayBufferWriter<byte> said = new(256);
        try
        {
            while (client.Receive(buffer) is > 0 and int count)
            {
                for (int i = 0; i < count; i++)
                {
                    _instrument?.Receive(buffer.AsSpan(i, 1), said);
                    for (int ms = 0; ms < MsPerByte; ms++)
                    {
                        _plant.Step();
                        _instrument?.Step(said);
                    }
                }

                client.Send(_instrument is null ? "HELLO, WHO IS THERE\r\n"u8 : said.WrittenSpan);
                said.ResetWrittenCount();
            }
        }
        catch (SocketException)
        {
            // The other end has gone without a word.
        }
    }
}
