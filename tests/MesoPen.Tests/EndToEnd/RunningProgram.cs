using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MesoPen.Tests.EndToEnd;

/// <summary>
/// One of the product's programs as a process of its own: what it says is waited for line by line, and it is killed with the test at the
/// latest.
/// </summary>
internal sealed partial class RunningProgram : IAsyncDisposable
{
    /// <summary>How long any one thing is waited for: far longer than a healthy machine needs, so that only a hang fails by it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly string _name;
    private readonly List<string> _lines = [];
    private readonly List<string> _errors = [];
    private readonly Task _read;
    private readonly object _gate = new();
    private TaskCompletionSource _news = NewNews();
    private bool _ended;

    private RunningProgram(string file, IEnumerable<string> arguments)
    {
        _name = Path.GetFileName(file);
        ProcessStartInfo start = new(file, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };

        // The start is most of a short run: less is compiled twice, and nothing waits for a debugger.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        _process = Process.Start(start)!;
        _read = Task.WhenAll(ReadAsync(_process.StandardOutput, _lines), ReadAsync(_process.StandardError, _errors));
        _ = EndAsync();
    }

    /// <summary>Everything said so far on standard output.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Everything said so far on standard error.</summary>
    public string Errors
    {
        get
        {
            lock (_gate)
            {
                return string.Join('\n', _errors);
            }
        }
    }

    /// <summary>Process id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a program of the product, which lies beside the tests.</summary>
    public static RunningProgram Start(string program, params IEnumerable<string> arguments) =>
        new(Path.Combine(AppContext.BaseDirectory, program), arguments);

    /// <summary>Starts any program by its path.</summary>
    public static RunningProgram StartAny(string file, params IEnumerable<string> arguments) => new(file, arguments);

    /// <summary>Waits until so many lines were said, or the program has ended.</summary>
    public Task LinesAsync(int count) => UntilAsync(() => _lines.Count >= count || _ended);

    /// <summary>Waits for a line. Fails, with all that was said, if the program ends without it.</summary>
    public async Task<string> LineAsync(Func<string, bool> wanted)
    {
        string? found = null;
        await UntilAsync(() => (found = _lines.Find(line => wanted(line))) is not null || _ended);
        return found ?? throw new InvalidOperationException($"{_name} ended and did not say what was waited for. {Said()}");
    }

    /// <summary>Waits for a line that holds a text.</summary>
    public Task<string> LineAsync(string text) => LineAsync(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits for the end; gives the exit code, 128 and the signal's number for a killed process.</summary>
    public async Task<int> ExitAsync()
    {
        await UntilAsync(() => _ended);
        return _process.ExitCode;
    }

    /// <summary>Waits for the end, but no longer than this. Gives whether it ended.</summary>
    public async Task<bool> EndsWithinAsync(TimeSpan span)
    {
        using CancellationTokenSource enough = new();
        Task end = UntilAsync(() => _ended);
        await Task.WhenAny(end, Task.Delay(span, TimeProvider.System, enough.Token));
        await enough.CancelAsync();
        return end.IsCompleted;
    }

    /// <summary>Types characters into standard input. Gives the monotonic time just before they left, µs.</summary>
    public long Type(string keys)
    {
        long before = NowUs();
        _process.StandardInput.Write(keys);
        _process.StandardInput.Flush();
        return before;
    }

    /// <summary>Standard input ends: nobody types any more.</summary>
    public void SayNoMore() => _process.StandardInput.Close();

    /// <summary>Sends a signal. Gives the monotonic time just before, µs.</summary>
    public long Signal(PosixSignal signal)
    {
        int number = signal switch
        {
            PosixSignal.SIGHUP => 1,
            PosixSignal.SIGINT => 2,
            PosixSignal.SIGTERM => 15,
            _ => throw new ArgumentException("This signal is not used here.", nameof(signal)),
        };
        long before = NowUs();
        Assert.Equal(0, SendSignal(_process.Id, number));
        return before;
    }

    /// <summary>Kills the process as the kernel does when memory runs out: nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await UntilAsync(() => _ended);
    }

    /// <summary>All that was said, for the message of a failed test.</summary>
    public string Said()
    {
        lock (_gate)
        {
            string exit = _process.HasExited ? _process.ExitCode.ToString(CultureInfo.InvariantCulture) : "none yet";
            return $"{_name}: exit {exit}\n{string.Join('\n', _lines)}\n{string.Join('\n', _errors)}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    /// <summary>This machine's monotonic clock, µs; the same one that the programs stamp lines with.</summary>
    private static long NowUs() => (long)TimeProvider.System.GetElapsedTime(0).TotalMicroseconds;

    private static TaskCompletionSource NewNews() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int process, int signal);

    private async Task ReadAsync(StreamReader from, List<string> to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (_gate)
            {
                to.Add(line);
            }

            Tell();
        }
    }

    private async Task EndAsync()
    {
        await _process.WaitForExitAsync();
        await _read;
        lock (_gate)
        {
            _ended = true;
        }

        Tell();
    }

    private void Tell()
    {
        TaskCompletionSource news;
        lock (_gate)
        {
            (news, _news) = (_news, NewNews());
        }

        news.SetResult();
    }

    private async Task UntilAsync(Func<bool> holds)
    {
        while (true)
        {
            Task news;
            lock (_gate)
            {
                if (holds())
                {
                    return;
                }

                news = _news.Task;
            }

            try
            {
                await news.WaitAsync(Patience, TimeProvider.System);
            }
            catch (TimeoutException silence)
            {
                throw new TimeoutException($"{_name} said nothing for {Patience.TotalSeconds:0} s. {Said()}", silence);
            }
        }
    }
}
