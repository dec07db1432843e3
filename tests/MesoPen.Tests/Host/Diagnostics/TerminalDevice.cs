using MesoPen.Tests.Host.Connection;
using MesoPen.Tests.Terminals;

namespace MesoPen.Tests.Host.Diagnostics;

/// <summary>A <see cref="FakeDevice"/> behind a real pseudo-terminal, answering on a thread of its own.</summary>
internal sealed class TerminalDevice : IDisposable
{
    private readonly Thread _thread;

    public TerminalDevice(FakeDevice device)
    {
        device.Say = bytes => Terminal.Write(bytes);
        _thread = new Thread(() =>
        {
            byte[] buffer = new byte[1024];
            while (!Terminal.IsHungUp)
            {
                device.Hear(buffer.AsSpan(0, Terminal.Read(buffer)));
            }
        });
        _thread.Start();
    }

    public PseudoTerminal Terminal { get; } = new();

    public void Dispose()
    {
        Terminal.HangUp();
        _thread.Join();
        Terminal.Dispose();
    }
}
