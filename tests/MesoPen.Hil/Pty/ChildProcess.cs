using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MesoPen.Hil;

/// <summary>One of the product's programs as a process of its own: its lines come with the time at which they were read.</summary>
internal sealed partial class ChildProcess : IDisposable
{
    private const int SigKill = 9;
    private const int SigTerm = 15;
    private const int SigCont = 18;
    private const int SigStop = 19;

    // What a person needs of a long complaint.
    private const int ErrorLinesKept = 40;

    private readonly Process _process;
    private readonly ConcurrentQueue<(long AtUs, string Text)> _lines = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Action _news;
    private readonly ManualResetEventSlim _ended = new();

    /// <param name="command">What begins its command line.</param>
    /// <param name="arguments">The rest.</param>
    /// <param name="news">Called on any thread when it said something or ended.</param>
    public ChildProcess(IReadOnlyList<string> command, IEnumerable<string> arguments, Action news)
    {
        _news = news;
        ProcessStartInfo start = new(command[0], [.. command.Skip(1), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };

        // The start is most of a short run: less is compiled twice, and nothing waits for a debugger.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        _process = Process.Start(start)!;

        // Threads of their own: waiting for many pipes would use up the pool's.
        Thread errors = Begin("errors", () => Read(_process.StandardError, line =>
        {
            _errors.Enqueue(line);
            if (_errors.Count > ErrorLinesKept)
            {
                _errors.TryDequeue(out _);
            }
        }));
        Begin("lines", () =>
        {
            Read(_process.StandardOutput, line =>
            {
                _lines.Enqueue((MonotonicClock.NowUs, line));
                _news();
            });
            errors.Join();
            _process.WaitForExit();
            _ended.Set();
            _news();
        });
    }

    /// <summary>Whether it has ended, and all that it said was read.</summary>
    public bool Ended => _ended.IsSet;

    /// <summary>After its end.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>What it complained of, in one line.</summary>
    public string Errors => string.Join(" ", _errors);

    /// <summary>Takes the next line that it said.</summary>
    public bool TryTake(out (long AtUs, string Text) line) => _lines.TryDequeue(out line);

    /// <summary>Types into its standard input; in vain if it has ended.</summary>
    public void Type(string keys)
    {
        try
        {
            _process.StandardInput.Write(keys);
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It ended a moment ago.
        }
    }

    /// <summary>Nothing of it runs any more, as when the kernel kills it for its memory.</summary>
    public void Kill() => Signal(SigKill);

    /// <summary>Asks it to end.</summary>
    public void Terminate() => Signal(SigTerm);

    /// <summary>It stands still.</summary>
    public void Halt() => Signal(SigStop);

    /// <summary>It goes on.</summary>
    public void GoOn() => Signal(SigCont);

    /// <summary>Waits for its end, at most so long. Whether it came.</summary>
    public bool WaitForEnd(TimeSpan patience) => _ended.Wait(patience);

    public void Dispose()
    {
        Kill();
        _ended.Wait();
        _process.Dispose();
        _ended.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int process, int signal);

    private void Signal(int number)
    {
        // The number of a process that was waited for may be another's by now.
        if (!_process.HasExited && SendSignal(_process.Id, number) != 0 && !_process.HasExited)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    private static Thread Begin(string name, ThreadStart work)
    {
        Thread thread = new(work) { Name = name, IsBackground = true };
        thread.Start();
        return thread;
    }

    private static void Read(StreamReader from, Action<string> take)
    {
        try
        {
            while (from.ReadLine() is { } line)
            {
                take(line);
            }
        }
        catch (IOException)
        {
            // The pipe is gone with its process.
        }
    }
}
