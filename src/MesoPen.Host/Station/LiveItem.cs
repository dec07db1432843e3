namespace MesoPen.Host.Station;

/// <summary>Something that happened at the station, told to whoever follows it.</summary>
/// <param name="Feed">Id of the feed: numbers begin anew with each start of the program.</param>
/// <param name="Number">Running number within the feed; that of the last shot or notice before it for the other kinds, which have none of their own.</param>
/// <param name="Kind">state, shot, notice, trace, or beat: that every 250 ms, so that who hears nothing for a second knows that the station is lost.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Missed">Shots or notices before this one are kept no longer: read the session's record.</param>
public sealed record LiveItem(string Feed, long Number, string Kind, DateTimeOffset At, bool Missed = false)
{
    /// <summary>The station as it stands; of a state only.</summary>
    public StationView? State { get; init; }

    /// <summary>A shot; of a shot only.</summary>
    public LiveShot? Shot { get; init; }

    /// <summary>A sentence; of a notice only.</summary>
    public LiveNotice? Notice { get; init; }

    /// <summary>Curves of the device's sensors; of a trace only.</summary>
    public LiveTrace? Trace { get; init; }
}
