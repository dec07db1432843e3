using System.Diagnostics;

namespace MesoPen.Tests.Terminals;

/// <summary>
/// A thread that runs something expected to block in the kernel. The test can wait until it really does, by the kernel's own word and
/// without sleeping for luck, then do what should wake it, and see what came of it.
/// </summary>
internal sealed class BlockedThread
{
    // Longer than any lock is held on the way into the kernel.
    private const double SteadyMs = 5;

    private readonly Thread _thread;
    private volatile string? _taskFolder;
    private Exception? _thrown;

    public BlockedThread(Action action)
    {
        _thread = new Thread(() =>
        {
            _taskFolder = "/proc/" + new FileInfo("/proc/thread-self").LinkTarget;
            try
            {
                action();
            }
            catch (Exception error)
            {
                _thrown = error;
            }
        })
        { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Waits until the kernel says that the thread sleeps, and has not been woken for a while.</summary>
    public BlockedThread UntilItBlocks()
    {
        string? before = null;
        long since = 0;
        bool blocks = SpinWait.SpinUntil(
            () =>
            {
                if (SleepingSince() is not { } now || now != before)
                {
                    before = SleepingSince();
                    since = Stopwatch.GetTimestamp();
                }

                return before is not null && Stopwatch.GetElapsedTime(since).TotalMilliseconds > SteadyMs;
            },
            PseudoTerminal.PatienceMs);
        Assert.True(blocks, "The thread never blocked.");
        return this;
    }

    /// <summary>Waits for the thread to end.</summary>
    /// <returns>What it threw, if anything.</returns>
    public Exception? Join()
    {
        Assert.True(_thread.Join(PseudoTerminal.PatienceMs), "The thread is still blocked.");
        return _thrown;
    }

    /// <summary>While the thread sleeps, how often it has gone to sleep so far (proc_pid_status(5)); else null.</summary>
    private string? SleepingSince()
    {
        if (_taskFolder is not { } folder)
        {
            return null;
        }

        string[] status = File.ReadAllLines(folder + "/status");
        bool sleeps = status.Any(line => line.StartsWith("State:\tS", StringComparison.Ordinal));
        return sleeps ? status.First(line => line.StartsWith("voluntary_ctxt_switches", StringComparison.Ordinal)) : null;
    }
}
