using MesoPen.Tests.Host.Connection;
using MesoPen.Tests.Terminals;

namespace MesoPen.Tests.Host.Diagnostics;

/// <summary>A <see cref="FakeDevice"/> behind a real pseudo-terminal, answering on a thread of its own.</summary>
internal sealed class TerminalDevice : IDisposable
{
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _plugged = new(true);
    private volatile bool _over;

    public TerminalDevice(FakeDevice device)
    {
        device.Say = bytes => Terminal.Write(bytes);
        _thread = new Thread(() =>
        {
            byte[] buffer = new byte[1024];
            while (!_over)
            {
                device.Hear(buffer.AsSpan(0, Terminal.Read(buffer)));
                _plugged.Wait();
            }
        });
        _thread.Start();
    }

    public PseudoTerminal Terminal { get; } = new();

    /// <summary>Pulls the cable.</summary>
    public void Unplug()
    {
        _plugged.Reset();
        Terminal.HangUp();
    }

    /// <summary>Puts it back.</summary>
    public void Plug()
    {
        Terminal.Reopen();
        _plugged.Set();
    }

    public void Dispose()
    {
        _over = true;
        Terminal.HangUp();
        _plugged.Set();
        _thread.Join();
        Terminal.Dispose();
        _plugged.Dispose();
    }
}
