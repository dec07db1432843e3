using MesoPen.Host.Links;

namespace MesoPen.Hil;

/// <summary>One opening of a <see cref="VirtualLine"/> by one host process. A dead process's link says and hears nothing.</summary>
internal sealed class VirtualLink(VirtualLine line, HostProcess process) : IDeviceLink
{
    private ILinkEvents? _events;

    public HostProcess Process => process;

    public string Name => "virtual:1";

    public void Open(ILinkEvents events)
    {
        if (line.TryOpen(this))
        {
            _events = events;
            events.Opened();
        }
        else
        {
            events.Lost("virtual:1 is not there: check the cable.");
        }
    }

    public void Send(ReadOnlySpan<byte> frame, bool urgent)
    {
        if (_events is null || !process.Passes(HostInstant.BeforeSend))
        {
            return;
        }

        process.Sends(frame);
        line.SendFromHost(this, frame, urgent);
        process.Passes(HostInstant.AfterSend);
    }

    public void Dispose()
    {
        _events = null;
        line.Close(this);
    }

    internal void Deliver(ReadOnlySpan<byte> bytes) => _events?.Received(bytes);

    internal void Lose(string reason)
    {
        ILinkEvents? events = _events;
        _events = null;
        events?.Lost(reason);
    }
}
