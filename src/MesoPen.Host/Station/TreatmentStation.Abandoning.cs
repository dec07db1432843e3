namespace MesoPen.Host.Station;

/// <summary>A session that was given up.</summary>
internal sealed partial class TreatmentStation
{
    /// <summary>Whether this station has the session and knows what was given in it: then it is ended here, and not given up.</summary>
    public bool Knows(string sessionId) => Volatile.Read(ref _running) is { } running && running.SessionId == sessionId && !_lost;

    /// <summary>Lets go of the device of a session that was given up.</summary>
    public async Task LetGoAsync(string sessionId, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (Volatile.Read(ref _running) is { } running && running.SessionId == sessionId)
            {
                Volatile.Write(ref _running, null);
                await running.EndSafelyAsync("The session was given up.", SettlePatience, clock);
                feed.Show(new StationView { Station = options.Station });
            }
        }
        finally
        {
            _turn.Release();
        }
    }
}
