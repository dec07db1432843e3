namespace MesoPen.Host.Station;

/// <summary>A stop that waits for the device's word that it stands still.</summary>
/// <param name="arrived">When the stop came in, by the clock's timestamp.</param>
internal sealed class StopWait(long arrived)
{
    /// <summary>When the stop came in, by the clock's timestamp.</summary>
    public long Arrived => arrived;

    /// <summary>From then to the device's word, ms.</summary>
    public TaskCompletionSource<long> AtRest { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
