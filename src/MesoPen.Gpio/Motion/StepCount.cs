using System.IO.MemoryMappedFiles;

namespace MesoPen.Gpio;

/// <summary>
/// A count of steps in memory that the kernel keeps when the process ends: a killed daemon has lost no step. It stands in for an
/// absolute encoder.
/// </summary>
internal sealed class StepCount(MemoryMappedViewAccessor memory, long at)
{
    private long _steps = memory.ReadInt64(at);

    /// <summary>The count.</summary>
    internal long Steps => Volatile.Read(ref _steps);

    /// <summary>Counts a step, forward or back. Only the thread that makes the steps does.</summary>
    internal void Add(int way) => Set(_steps + way);

    /// <summary>Sets the count.</summary>
    internal void Set(long steps)
    {
        memory.Write(at, steps);
        Volatile.Write(ref _steps, steps);
    }
}
