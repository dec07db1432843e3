using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MesoPen.Gpio;

/// <summary>
/// Whoever ends a daemon that hangs: systemd's watchdog by its socket, and the computer's own by its device file. Both are fed by
/// the firmware's tick and by nothing
/// else.
/// </summary>
internal sealed class Supervisor : IDisposable
{
    private readonly Socket? _socket;
    private readonly EndPoint? _end;
    private readonly FileStream? _hardware;
    private readonly long _everyNs;
    private long _nextNs;

    internal Supervisor(Func<string, string?> variable, string? hardwareWatchdog)
    {
        if (variable("NOTIFY_SOCKET") is { Length: > 0 } address)
        {
            _socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            // A name that begins with @ is one of the abstract space.
            _end = new UnixDomainSocketEndPoint(address[0] == '@' ? "\0" + address[1..] : address);
        }

        long everyUs = long.TryParse(variable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out long us) && us > 0 ? us / 4 : 250_000;
        _everyNs = Math.Min(everyUs, 250_000) * 1000;
        _hardware = hardwareWatchdog is null ? null : new FileStream(hardwareWatchdog, FileMode.Open, FileAccess.Write, FileShare.None, 1);
    }

    internal void Ready() => Say("READY=1");

    /// <summary>The firmware ticked.</summary>
    internal void Ticked(long nowNs)
    {
        if (nowNs >= _nextNs)
        {
            _nextNs = nowNs + _everyNs;
            Say("WATCHDOG=1");
            Feed("\0");
        }
    }

    /// <summary>The end is wanted: the computer's watchdog is told, and does not bite.</summary>
    internal void Stopping()
    {
        Say("STOPPING=1");
        Feed("V");
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _hardware?.Dispose();
    }

    private void Say(string text)
    {
        try
        {
            _ = _socket?.SendTo(Encoding.ASCII.GetBytes(text), _end!);
        }
        catch (SocketException)
        {
            // Nobody supervises any more; needle and plunger do not depend on it.
        }
    }

    private void Feed(string bytes)
    {
        _hardware?.Write(Encoding.ASCII.GetBytes(bytes));
        _hardware?.Flush();
    }
}
