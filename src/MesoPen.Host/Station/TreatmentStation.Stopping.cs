namespace MesoPen.Host.Station;

/// <summary>Stop: it waits for no turn and for no records.</summary>
internal sealed partial class TreatmentStation
{
    // A needle is home within a fraction of a second. Who waits longer has lost the link: the device stops by its lease, and a person looks at the patient.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(3);

    /// <summary>Stop, whatever else goes on. Gives whether there was a treatment to stop; how long it took is seen in the station's view.</summary>
    /// <param name="person">Who asks: a person's id, or that nobody is signed in.</param>
    /// <param name="arrived">When it came in, by the clock's timestamp.</param>
    public bool Stop(string person, long arrived)
    {
        RunningTreatment? running = Volatile.Read(ref _running);
        running?.StopAsync(person, arrived);
        return running is not null;
    }

    /// <summary>Stop, and then wait for the device's word that needle and plunger are at rest.</summary>
    /// <param name="person">Who asks: a person's id, or that nobody is signed in.</param>
    /// <param name="arrived">When it came in, by the clock's timestamp.</param>
    public async Task<StopAnswer> StopAndWaitAsync(string person, long arrived)
    {
        if (Volatile.Read(ref _running) is not { } running)
        {
            return new StopAnswer(false, null);
        }

        Task<long> atRest = running.StopAsync(person, arrived);
        await Task.WhenAny(atRest, Task.Delay(StopPatience - Least(clock.GetElapsedTime(arrived), StopPatience), clock));
        return new StopAnswer(true, atRest.IsCompletedSuccessfully ? await atRest : null);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
