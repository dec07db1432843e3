using MesoPen.Host.Links;
using MesoPen.Host.Loop;

namespace MesoPen.Host.Connection;

/// <summary>
/// Carries what a link tells on its own threads over to the loop: bytes in a bounded buffer, one posted event for all that wait. When the
/// buffer or the loop's queue is full the link counts as lost; nothing is dropped in silence.
/// </summary>
internal sealed class LinkInbox : ILinkEvents
{
    /// <summary>Six seconds of a line at 115,200 Bd: a loop that lags so far behind must not go on as if it did not.</summary>
    public const int BytesMax = 65_536;

    private readonly EventLoop _loop;
    private readonly ILinkInboxUser _user;
    private readonly Action _deliver;
    private readonly object _gate = new();
    private byte[] _waiting = new byte[1024];
    private byte[] _delivering = new byte[1024];
    private int _count;
    private bool _opened;
    private string? _lost;
    private bool _posted;
    private bool _closed;

    public LinkInbox(EventLoop loop, ILinkInboxUser user)
    {
        _loop = loop;
        _user = user;
        _deliver = Deliver;
    }

    public void Opened()
    {
        lock (_gate)
        {
            _opened = true;
            PostHoldingGate();
        }
    }

    public void Received(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_closed || _lost is not null)
            {
                return;
            }

            if (_count + bytes.Length > BytesMax)
            {
                _lost = "The host fell behind the device: more came than it took; free the computer of other work.";
            }
            else
            {
                if (_count + bytes.Length > _waiting.Length)
                {
                    Array.Resize(ref _waiting, Math.Max(_waiting.Length * 2, _count + bytes.Length));
                }

                bytes.CopyTo(_waiting.AsSpan(_count));
                _count += bytes.Length;
            }

            PostHoldingGate();
        }
    }

    public void Lost(string reason)
    {
        lock (_gate)
        {
            _lost ??= reason;
            PostHoldingGate();
        }
    }

    /// <summary>Tells the user nothing any more. On the loop.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }
    }

    /// <summary>Tells the user what waits. On the loop; called by its own post, and by who must know what has come before it judges silence.</summary>
    public void Deliver()
    {
        _loop.AssertOnLoop();
        bool opened;
        int count;
        string? lost;
        lock (_gate)
        {
            _posted = false;
            if (_closed)
            {
                return;
            }

            (opened, _opened) = (_opened, false);
            (count, _count) = (_count, 0);
            (_waiting, _delivering) = (_delivering, _waiting);
            lost = _lost;
        }

        if (opened)
        {
            _user.LinkOpened();
        }

        if (count > 0)
        {
            _user.LinkReceived(_delivering.AsSpan(0, count));
        }

        if (lost is not null)
        {
            _user.LinkLost(lost);
        }
    }

    private void PostHoldingGate()
    {
        if (_posted || _closed)
        {
            return;
        }

        _posted = true;
        if (!_loop.Post(_deliver))
        {
            _lost ??= "The host fell behind the device: its queue is full; free the computer of other work.";
            _loop.PostUrgent(_deliver);
        }
    }
}
