namespace MesoPen.Tests;

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class ClinicClock : TimeProvider
{
    private long _at = new DateTimeOffset(2031, 5, 6, 9, 0, 0, TimeSpan.Zero).Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _at), TimeSpan.Zero);

    public void Pass(TimeSpan time) => Interlocked.Add(ref _at, time.Ticks);
}
