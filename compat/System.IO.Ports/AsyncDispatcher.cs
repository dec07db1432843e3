using System.IO.Ports.Native;
using System.Runtime.InteropServices;

namespace System.IO.Ports;

/// <summary>
/// Asynchronous reads and writes. One that can be done at once is; one that has to wait is served by a thread, started when first needed,
/// that waits in poll(2) for all of them. The thread ends when the port closes.
/// </summary>
internal sealed class AsyncDispatcher
{
    private readonly TtyDevice _device;
    private readonly Lock _gate = new();
    private readonly List<AsyncTransfer> _reads = [];
    private readonly List<AsyncTransfer> _writes = [];
    private readonly Func<AsyncTransfer, bool> _tryFinishRead;
    private readonly Func<AsyncTransfer, bool> _tryFinishWrite;
    private AsyncTransfer? _spare;
    private Thread? _thread;
    private WakeSignal? _wake;
    private bool _stopped;

    public AsyncDispatcher(TtyDevice device)
    {
        _device = device;
        _tryFinishRead = TryFinishRead;
        _tryFinishWrite = TryFinishWrite;
    }

    public ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellation);
        }

        if (destination.IsEmpty)
        {
            return ValueTask.FromResult(0);
        }

        try
        {
            lock (_gate)
            {
                int count = _reads.Count > 0 ? 0 : _device.ReadAvailable(destination.Span);
                if (count > 0)
                {
                    return ValueTask.FromResult(count);
                }

                AsyncTransfer transfer = Rent();
                transfer.StartRead(destination, cancellation);
                Enqueue(_reads, transfer);
                return new ValueTask<int>(transfer, transfer.Version);
            }
        }
        catch (IOException gone)
        {
            return ValueTask.FromException<int>(gone);
        }
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellation);
        }

        try
        {
            lock (_gate)
            {
                if (_writes.Count == 0)
                {
                    source = source[_device.WriteAvailable(source.Span)..];
                }

                if (source.IsEmpty)
                {
                    return ValueTask.CompletedTask;
                }

                AsyncTransfer transfer = Rent();
                transfer.StartWrite(source, cancellation);
                Enqueue(_writes, transfer);
                return new ValueTask(transfer, transfer.Version);
            }
        }
        catch (IOException gone)
        {
            return ValueTask.FromException(gone);
        }
    }

    /// <summary>Makes the thread look at its lists again.</summary>
    public void Wake() => _wake?.Raise();

    /// <summary>Takes back a transfer whose result has been fetched.</summary>
    public void Recycle(AsyncTransfer transfer) => _spare = transfer;

    private AsyncTransfer Rent()
    {
        ObjectDisposedException.ThrowIf(_stopped, typeof(SerialPort));
        return Interlocked.Exchange(ref _spare, null) ?? new AsyncTransfer(this);
    }

    private void Enqueue(List<AsyncTransfer> list, AsyncTransfer transfer)
    {
        list.Add(transfer);
        if (_thread is null)
        {
            _wake = new WakeSignal();
            _thread = new Thread(Run) { IsBackground = true, Name = "serial port transfers" };
            _thread.Start();
        }
        else
        {
            Wake();
        }
    }

    private void Run()
    {
        WakeSignal wake = _wake!;
        bool held = false;
        try
        {
            _device.Handle.DangerousAddRef(ref held);
            while (WaitForWork(wake))
            {
                lock (_gate)
                {
                    Serve(_reads, _tryFinishRead);
                    Serve(_writes, _tryFinishWrite);
                }
            }
        }
        catch (ObjectDisposedException)
        {
            // The port was closed before this thread came to run.
        }
        finally
        {
            FailAll();
            wake.Close();
            if (held)
            {
                _device.Handle.DangerousRelease();
            }
        }
    }

    /// <summary>False when the port is being closed.</summary>
    private unsafe bool WaitForWork(WakeSignal wake)
    {
        short wanted;
        lock (_gate)
        {
            wanted = (short)((_reads.Count > 0 ? PollEntry.In : 0) | (_writes.Count > 0 ? PollEntry.Out : 0));
        }

        PollEntry* entries = stackalloc PollEntry[3];
        entries[0] = new PollEntry(wake.Descriptor, PollEntry.In);
        entries[1] = new PollEntry(_device.Handle.Closing, PollEntry.In);

        // A negative descriptor is passed over: with nobody waiting, a hang-up must not wake this thread for ever.
        entries[2] = new PollEntry(wanted == 0 ? -1 : _device.Handle.Terminal, wanted);
        int ready = Libc.Poll(entries, 3, SerialPort.InfiniteTimeout);
        if (ready < 0 && Marshal.GetLastPInvokeError() != Errno.Interrupted)
        {
            return false;
        }

        if (entries[0].Returned != 0)
        {
            wake.Lower();
        }

        return ready < 0 || entries[1].Returned == 0;
    }

    private static void Serve(List<AsyncTransfer> list, Func<AsyncTransfer, bool> tryFinish)
    {
        bool blocked = false;
        for (int i = 0; i < list.Count;)
        {
            AsyncTransfer transfer = list[i];
            if (transfer.IsCancelled)
            {
                list.RemoveAt(i);
                transfer.Cancel();
            }
            else if (!blocked && tryFinish(transfer))
            {
                list.RemoveAt(i);
            }
            else
            {
                // Those behind wait their turn, but may still be cancelled.
                blocked = true;
                i++;
            }
        }
    }

    private bool TryFinishRead(AsyncTransfer transfer)
    {
        try
        {
            int count = _device.TryRead(transfer.Destination.Span);
            if (count == TtyDevice.WouldBlock)
            {
                return false;
            }

            transfer.Complete(count);
        }
        catch (IOException gone)
        {
            transfer.Fail(gone);
        }

        return true;
    }

    private bool TryFinishWrite(AsyncTransfer transfer)
    {
        try
        {
            int count = _device.TryWrite(transfer.Source.Span);
            if (count == TtyDevice.WouldBlock)
            {
                return false;
            }

            transfer.Source = transfer.Source[count..];
            if (!transfer.Source.IsEmpty)
            {
                return false;
            }

            transfer.Complete(0);
        }
        catch (IOException gone)
        {
            transfer.Fail(gone);
        }

        return true;
    }

    private void FailAll()
    {
        lock (_gate)
        {
            _stopped = true;
            foreach (AsyncTransfer transfer in _reads.Concat(_writes))
            {
                transfer.Fail(_device.ClosedError());
            }

            _reads.Clear();
            _writes.Clear();
        }
    }
}
