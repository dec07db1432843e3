using System.Diagnostics;

namespace MesoPen.Benchmarks;

/// <summary>The baseline of an exchange: two threads, two blocking descriptors, the same numbers of bytes, no meaning.</summary>
internal sealed class RawEcho : IDisposable
{
    private readonly TerminalPair _line = new();
    private readonly byte[] _request;
    private readonly byte[] _reply;
    private readonly byte[] _received;
    private readonly Thread _echo;

    /// <param name="requestBytes">Bytes that the host writes.</param>
    /// <param name="replyBytes">Bytes that come back.</param>
    public RawEcho(int requestBytes, int replyBytes)
    {
        _request = new byte[requestBytes];
        _reply = new byte[replyBytes];
        _received = new byte[replyBytes];
        _echo = new Thread(Echo) { Name = "raw echo", IsBackground = true };
        _echo.Start();
    }

    /// <summary>Exchanges, one after another, each timed in Stopwatch ticks.</summary>
    public void Exchange(int times, List<long> durations)
    {
        for (int i = 0; i < times; i++)
        {
            long begun = Stopwatch.GetTimestamp();
            _line.WriteAtHost(_request);
            for (int filled = 0; filled < _received.Length;)
            {
                filled += _line.ReadAtHost(_received.AsSpan(filled));
            }

            durations.Add(Stopwatch.GetTimestamp() - begun);
        }
    }

    public void Dispose()
    {
        _line.CloseHostEnd();
        _echo.Join();
        _line.Dispose();
    }

    private void Echo()
    {
        byte[] buffer = new byte[4096];
        int waiting = 0;
        int count;
        while ((count = _line.ReadAtDevice(buffer)) > 0)
        {
            for (waiting += count; waiting >= _request.Length; waiting -= _request.Length)
            {
                _line.WriteAtDevice(_reply);
            }
        }
    }
}
