namespace System.Device.Gpio.Native;

/// <summary>Waits for edges of all lines that somebody listens to, on a thread of its own, and tells the handlers.</summary>
internal sealed class EdgePump : IDisposable
{
    private readonly Lock _gate = new();
    private readonly object _sender;
    private readonly Thread _thread;
    private readonly int _wake;
    private readonly ManualResetEventSlim _idle = new(true);
    private KeyValuePair<int, Line>[] _watched = [];
    private bool _ended;

    public EdgePump(object sender)
    {
        _sender = sender;
        _wake = Libc.EventDescriptor(0, Libc.CloseOnExec | Libc.NonBlocking);
        if (_wake < 0)
        {
            throw LineFailure.Last("Edges cannot be waited for");
        }

        _thread = new Thread(Run) { IsBackground = true, Name = "GPIO edges" };
        _thread.Start();
    }

    /// <summary>Watches these lines from now on.</summary>
    public void Watch(IEnumerable<KeyValuePair<int, Line>> lines)
    {
        lock (_gate)
        {
            _watched = [.. lines.Where(line => line.Value.Handlers.Length > 0)];
            _idle.Reset();
        }

        Wake();
    }

    /// <summary>
    /// Waits until no line is read any more but those last given. To be called under no lock that a handler may want; a handler
    /// itself need not wait.
    /// </summary>
    public void Settle()
    {
        if (Thread.CurrentThread != _thread)
        {
            _idle.Wait();
        }
    }

    public void Dispose()
    {
        _ended = true;
        Wake();
        if (Thread.CurrentThread != _thread)
        {
            _thread.Join();
        }

        _ = Libc.Close(_wake);
        _idle.Dispose();
    }

    private unsafe void Wake()
    {
        ulong one = 1;
        _ = Libc.Write(_wake, &one, sizeof(ulong));
    }

    private unsafe void Run()
    {
        while (!_ended)
        {
            KeyValuePair<int, Line>[] watched;
            lock (_gate)
            {
                watched = _watched;
                _idle.Set();
            }

            PollEntry[] entries =
            [
                new PollEntry { Descriptor = _wake, Events = Libc.PollIn },
                .. watched.Select(line => new PollEntry { Descriptor = line.Value.Descriptor, Events = Libc.PollIn }),
            ];
            while (!_ended && Wait(entries) && (entries[0].Returned & Libc.PollIn) == 0)
            {
                Tell(entries, watched);
            }

            ulong count;
            _ = Libc.Read(_wake, &count, sizeof(ulong));
        }

        _idle.Set();
    }

    private static unsafe bool Wait(PollEntry[] entries)
    {
        fixed (PollEntry* at = entries)
        {
            // Interrupted or not: whoever returns with nothing waits again.
            return Libc.Poll(at, (nuint)entries.Length, -1) >= 0;
        }
    }

    private void Tell(PollEntry[] entries, KeyValuePair<int, Line>[] watched)
    {
        for (int i = 0; i < watched.Length; i++)
        {
            if ((entries[i + 1].Returned & Libc.PollIn) == 0)
            {
                continue;
            }

            (int pin, Line line) = watched[i];
            PinEventTypes edge = line.TakeEdge();
            foreach ((PinEventTypes types, PinChangeEventHandler handler) in line.Handlers)
            {
                if ((types & edge) != 0)
                {
                    handler(_sender, new PinValueChangedEventArgs(edge, pin));
                }
            }
        }
    }
}
