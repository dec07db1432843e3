using System.IO.Ports.Native;
using System.Runtime.InteropServices;

namespace System.IO.Ports;

/// <summary>An event descriptor by which any thread wakes the one that polls it.</summary>
internal sealed unsafe class WakeSignal
{
    private readonly Lock _gate = new();
    private int _descriptor;

    public WakeSignal()
    {
        _descriptor = Libc.EventDescriptor(0, Libc.OpenNonBlocking | Libc.CloseOnExec);
        if (_descriptor < 0)
        {
            throw new IOException("No event descriptor is left.", Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>For the polling thread, which is the one that closes it.</summary>
    public int Descriptor => _descriptor;

    /// <summary>Wakes the polling thread; does nothing once that has ended.</summary>
    public void Raise()
    {
        lock (_gate)
        {
            if (_descriptor >= 0)
            {
                ulong one = 1;
                _ = Libc.Write(_descriptor, (byte*)&one, sizeof(ulong));
            }
        }
    }

    /// <summary>Takes note of the wake.</summary>
    public void Lower()
    {
        ulong count;
        _ = Libc.Read(_descriptor, (byte*)&count, sizeof(ulong));
    }

    /// <summary>Gives the descriptor back; <see cref="Raise"/> does nothing from then on.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _ = Libc.Close(_descriptor);
            _descriptor = -1;
        }
    }
}
