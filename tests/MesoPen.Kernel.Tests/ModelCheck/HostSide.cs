namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>
/// The host around the kernel: requests that wait, whether the first is sent, whether a stop is due, batches of records on their way to the
/// disk, how many of these the kernel was told of already, whether a person confirmed since it started; and how many upsets the schedule has left.
/// </summary>
internal sealed record HostSide(
    Sequence<Effect> Lane, bool HeadSent, bool Stopping, Sequence<Sequence<SessionRecord>> Unwritten, int Told, bool Confirmed, int Upsets)
{
    public static HostSide New(int upsets) => new(Sequence<Effect>.Empty, false, false, Sequence<Sequence<SessionRecord>>.Empty, 0, false, upsets);
}
