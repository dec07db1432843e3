namespace MesoPen.Host.Calibration;

/// <summary>How long tasks take, learned from those that were done.</summary>
internal sealed class BenchPace
{
    private readonly Dictionary<string, TimeSpan> _last = [];

    /// <summary>A task took so long.</summary>
    public void Took(BenchTask task, TimeSpan time) => _last[Sort(task)] = time;

    /// <summary>What these should take, s; null if nothing like them was done yet.</summary>
    public int? SecondsFor(IEnumerable<BenchTask> tasks)
    {
        TimeSpan sum = TimeSpan.Zero;
        TimeSpan? any = _last.Count == 0 ? null : _last.Values.Max();
        foreach (BenchTask task in tasks)
        {
            if (_last.TryGetValue(Sort(task), out TimeSpan known))
            {
                sum += known;
            }
            else if (any is { } like)
            {
                sum += like;
            }
            else
            {
                return null;
            }
        }

        return (int)Math.Ceiling(sum.TotalSeconds);
    }

    private static string Sort(BenchTask task) => task is BenchTask.Weigh weigh ? $"weigh {weigh.Point}" : task.GetType().Name;
}
