using System.Collections.Concurrent;
using System.Text;

namespace MesoPen.Host.Control;

/// <summary>
/// Text for a person or a pipe, written by a thread of its own: a terminal that was halted (Ctrl-S), a reader that stalls or a full disk behind
/// standard output must not hold up a stop. What cannot be written is given up; records do not come this way.
/// </summary>
internal sealed class QueuedWriter : TextWriter
{
    // Far more than a treatment says. Beyond it the reader is gone in all but name, and newer text is dropped rather than memory filled.
    private const int WaitingMax = 100_000;

    private readonly TextWriter _inner;
    private readonly BlockingCollection<string> _waiting = new(WaitingMax);
    private readonly Thread _thread;
    private int _closed;

    /// <param name="inner">Where the text goes. Not disposed.</param>
    public QueuedWriter(TextWriter inner)
    {
        _inner = inner;
        _thread = new Thread(Work) { Name = "output", IsBackground = true };
        _thread.Start();
    }

    /// <inheritdoc />
    public override Encoding Encoding => _inner.Encoding;

    /// <inheritdoc />
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc />
    public override void Write(string? value)
    {
        if (value is not null && Volatile.Read(ref _closed) == 0)
        {
            _ = _waiting.TryAdd(value);
        }
    }

    /// <inheritdoc />
    public override void WriteLine(string? value) => Write(value + NewLine);

    /// <summary>Waits until everything was written or given up.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _closed, 1) == 0)
        {
            _waiting.CompleteAdding();
            _thread.Join();
            _waiting.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Work()
    {
        bool broken = false;
        foreach (string text in _waiting.GetConsumingEnumerable())
        {
            if (broken)
            {
                continue;
            }

            try
            {
                _inner.Write(text);
                _inner.Flush();
            }
            catch (Exception failure) when (failure is IOException or ObjectDisposedException)
            {
                broken = true;
            }
        }
    }
}
