namespace System.IO.Ports;

/// <summary>The stream behind <see cref="SerialPort.BaseStream"/>: bytes straight to and from the driver.</summary>
internal sealed class PortStream : Stream
{
    private readonly SerialPort _port;
    private readonly AsyncDispatcher _dispatcher;
    private int _closed;

    public PortStream(SerialPort port, TtyDevice device)
    {
        _port = port;
        Device = device;
        _dispatcher = new AsyncDispatcher(device);
    }

    public TtyDevice Device { get; }

    public override bool CanRead => _closed == 0;

    public override bool CanWrite => _closed == 0;

    public override bool CanSeek => false;

    public override bool CanTimeout => _closed == 0;

    public override int ReadTimeout
    {
        get => _port.ReadTimeout;
        set => _port.ReadTimeout = value;
    }

    public override int WriteTimeout
    {
        get => _port.WriteTimeout;
        set => _port.WriteTimeout = value;
    }

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Closes the device, once.</summary>
    public void CloseDevice()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            Device.Close();
        }
    }

    public override int Read(Span<byte> buffer)
    {
        RefuseAfterClose();
        return buffer.IsEmpty ? 0 : Device.Read(buffer, Deadline.After(_port.ReadTimeout));
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override int ReadByte()
    {
        byte value = 0;
        _ = Read(new Span<byte>(ref value));
        return value;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        RefuseAfterClose();
        Device.Write(buffer, Deadline.After(_port.WriteTimeout));
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    public override void WriteByte(byte value) => Write(new ReadOnlySpan<byte>(in value));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        RefuseAfterClose();
        return _dispatcher.ReadAsync(buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        RefuseAfterClose();
        return _dispatcher.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override IAsyncResult BeginRead(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state) =>
        TaskToAsyncResult.Begin(ReadAsync(buffer, offset, count, CancellationToken.None), callback, state);

    public override int EndRead(IAsyncResult asyncResult) => TaskToAsyncResult.End<int>(asyncResult);

    public override IAsyncResult BeginWrite(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state) =>
        TaskToAsyncResult.Begin(WriteAsync(buffer, offset, count, CancellationToken.None), callback, state);

    public override void EndWrite(IAsyncResult asyncResult) => TaskToAsyncResult.End(asyncResult);

    /// <summary>Waits until everything written has been sent, for <see cref="WriteTimeout"/> at most.</summary>
    public override void Flush()
    {
        RefuseAfterClose();
        Device.Flush(Deadline.After(_port.WriteTimeout));
    }

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        RefuseAfterClose();
        return Device.CountOutput() == 0 ? Task.CompletedTask : Task.Run(Flush, cancellationToken);
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _closed == 0)
        {
            _port.StreamClosed(this);
        }

        base.Dispose(disposing);
    }

    private void RefuseAfterClose() => ObjectDisposedException.ThrowIf(_closed != 0, this);
}
