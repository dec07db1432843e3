using System.IO.Ports.Native;
using System.Runtime.InteropServices;

namespace System.IO.Ports;

/// <summary>
/// A terminal's descriptor together with the event descriptor that is raised, and stays raised, once the port is being closed. Both close
/// when the last operation that holds the handle has left, so that neither number can be reused under a blocked reader.
/// </summary>
internal sealed class TtyHandle : SafeHandle
{
    private readonly int _closing;

    public TtyHandle(int terminal, int closing)
        : base(-1, ownsHandle: true)
    {
        _closing = closing;
        SetHandle(terminal);
    }

    public override bool IsInvalid => handle == -1;

    /// <summary>The terminal's descriptor; use it between DangerousAddRef and DangerousRelease only.</summary>
    public int Terminal => (int)handle;

    /// <summary>The event descriptor; the same holds.</summary>
    public int Closing => _closing;

    /// <summary>Wakes everybody who waits on <see cref="Closing"/>, now and later.</summary>
    public unsafe void RaiseClosing()
    {
        ulong one = 1;
        _ = Libc.Write(_closing, (byte*)&one, sizeof(ulong));
    }

    protected override bool ReleaseHandle()
    {
        bool closed = Libc.Close((int)handle) == 0;
        return Libc.Close(_closing) == 0 && closed;
    }
}
