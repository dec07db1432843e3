using System.Runtime.ExceptionServices;
using MesoPen.Host.Loop;

namespace MesoPen.Benchmarks;

/// <summary>The host's event loop on a thread of its own, as in the field.</summary>
internal sealed class HostLoop : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Thread _thread;
    private Exception? _failure;

    public HostLoop()
    {
        _thread = new Thread(Run) { Name = "event loop", IsBackground = true };
        _thread.Start();
    }

    public EventLoop Loop { get; } = new(TimeProvider.System);

    /// <summary>Runs work on the loop and waits for its end, from another thread.</summary>
    public void Do(Func<Task> work)
    {
        using ManualResetEventSlim done = new();
        Exception? failure = null;
        Loop.Post(() => _ = RunAsync());
        if (!done.Wait(TimeSpan.FromMinutes(5)))
        {
            throw new TimeoutException("The work on the loop did not end.", _failure);
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        async Task RunAsync()
        {
            try
            {
                await work();
            }
            catch (Exception defect)
            {
                failure = defect;
            }

            done.Set();
        }
    }

    /// <summary>Runs work on the loop and waits for its end.</summary>
    public void Do(Action work) => Do(() =>
    {
        work();
        return Task.CompletedTask;
    });

    public void Dispose()
    {
        _end.Cancel();
        _thread.Join();
        _end.Dispose();
    }

    private void Run()
    {
        try
        {
            Loop.Run(_end.Token);
        }
        catch (Exception defect)
        {
            _failure = defect;
        }
    }
}
