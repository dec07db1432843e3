namespace MesoPen.Hil;

/// <summary>Independent pieces of work on some threads of their own, none of the pool's.</summary>
internal static class Threads
{
    /// <summary>Runs pieces 0 to <paramref name="count"/> - 1, each once, and waits for all. A piece must not throw.</summary>
    public static void Run(int jobs, int count, Action<int> piece)
    {
        int next = -1;
        Thread[] threads = [.. Enumerable.Range(0, Math.Clamp(jobs, 1, Math.Max(1, count))).Select(_ => new Thread(() =>
        {
            while (Interlocked.Increment(ref next) is var at && at < count)
            {
                piece(at);
            }
        }))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }
}
