using System.ComponentModel;
using System.Runtime.InteropServices;

namespace MesoPen.Gpio;

/// <summary>The thread that makes all steps, in real time where the system permits that.</summary>
internal sealed unsafe class StepThread : IDisposable
{
    // Above all ordinary threads, below what the kernel runs for interrupts (50).
    private const int Priority = 40;

    private readonly StepAxis[] _axes;
    private readonly Func<long> _nowNs;
    private readonly Action<string> _say;
    private readonly Thread _thread;
    private readonly int _wake;
    private readonly ManualResetEventSlim _begun = new();
    private volatile bool _ended;

    internal StepThread(StepAxis[] axes, Func<long> nowNs, Action<string> say)
    {
        (_axes, _nowNs, _say) = (axes, nowNs, say);
        _wake = Posix.EventDescriptor(0, Posix.CloseOnExec | Posix.NonBlocking);
        _thread = new Thread(Run) { IsBackground = true, Name = "steps" };
        _thread.Start();
        _begun.Wait();
    }

    /// <summary>A fault of the thread's own, which nobody expects; whoever ticks asks and ends.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>Something was asked of an axis.</summary>
    internal void Wake()
    {
        ulong one = 1;
        _ = Posix.Write(_wake, &one, sizeof(ulong));
    }

    public void Dispose()
    {
        _ended = true;
        Wake();
        _thread.Join();
        // A mapping that is locked cannot be given back: the runtime asks for what the kernel then refuses (msync with MS_INVALIDATE).
        _ = Posix.UnlockMemory();
        _ = Posix.Close(_wake);
        _begun.Dispose();
    }

    private void Run()
    {
        AskForRealTime();
        _begun.Set();
        try
        {
            while (!_ended)
            {
                long next = long.MaxValue;
                foreach (StepAxis axis in _axes)
                {
                    next = Math.Min(next, axis.Advance(_nowNs()));
                }

                long left = next == long.MaxValue ? long.MaxValue : next - _nowNs();
                if (left > 0 && Posix.WaitReadable(_wake, left))
                {
                    ulong count;
                    _ = Posix.Read(_wake, &count, sizeof(ulong));
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            Failure = e;
        }
    }

    private void AskForRealTime()
    {
        int priority = Priority;
        if (Posix.SetScheduler(0, Posix.Fifo, &priority) != 0)
        {
            _say($"Steps are made without real-time priority, and may come late under load: {Reason()}. The systemd unit gives LimitRTPRIO=50.");
        }

        if (Posix.LockMemory(Posix.LockAll) != 0)
        {
            _say($"Memory is not locked, and steps may wait for the disk: {Reason()}. The systemd unit gives LimitMEMLOCK=infinity.");
        }
    }

    private static string Reason() => new Win32Exception(Marshal.GetLastPInvokeError()).Message;
}
