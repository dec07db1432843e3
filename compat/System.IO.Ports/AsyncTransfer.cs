using System.Threading.Tasks.Sources;

namespace System.IO.Ports;

/// <summary>
/// An asynchronous read or write that has to wait. It lives in the dispatcher's lists until it is settled, and goes back to the dispatcher's
/// spare place when its result has been fetched, so that one operation after the other allocates nothing.
/// </summary>
internal sealed class AsyncTransfer : IValueTaskSource<int>, IValueTaskSource
{
    private readonly AsyncDispatcher _dispatcher;
    private ManualResetValueTaskSourceCore<int> _result = new() { RunContinuationsAsynchronously = true };
    private CancellationToken _cancellation;
    private CancellationTokenRegistration _registration;

    public AsyncTransfer(AsyncDispatcher dispatcher) => _dispatcher = dispatcher;

    /// <summary>Where a read puts its bytes.</summary>
    public Memory<byte> Destination { get; private set; }

    /// <summary>What of a write is still to be written.</summary>
    public ReadOnlyMemory<byte> Source { get; set; }

    public bool IsCancelled => _cancellation.IsCancellationRequested;

    public short Version => _result.Version;

    public void StartRead(Memory<byte> destination, CancellationToken cancellation)
    {
        Destination = destination;
        Watch(cancellation);
    }

    public void StartWrite(ReadOnlyMemory<byte> source, CancellationToken cancellation)
    {
        Source = source;
        Watch(cancellation);
    }

    public void Complete(int count)
    {
        Unwatch();
        _result.SetResult(count);
    }

    public void Fail(Exception exception)
    {
        Unwatch();
        _result.SetException(exception);
    }

    public void Cancel()
    {
        CancellationToken cancellation = _cancellation;
        Unwatch();
        _result.SetException(new OperationCanceledException(cancellation));
    }

    public int GetResult(short token)
    {
        // A wrong token, or a question before the end, throws and must not free what another still waits for.
        bool settled = GetStatus(token) != ValueTaskSourceStatus.Pending;
        try
        {
            return _result.GetResult(token);
        }
        finally
        {
            if (settled)
            {
                _result.Reset();
                _dispatcher.Recycle(this);
            }
        }
    }

    void IValueTaskSource.GetResult(short token) => GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _result.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _result.OnCompleted(continuation, state, token, flags);

    private void Watch(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _registration = cancellation.UnsafeRegister(static dispatcher => ((AsyncDispatcher)dispatcher!).Wake(), _dispatcher);
    }

    /// <summary>Ends the registration (a callback that is running has ended then, too) and forgets the buffers.</summary>
    private void Unwatch()
    {
        _registration.Dispose();
        _registration = default;
        _cancellation = default;
        Destination = default;
        Source = default;
    }
}
