using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Station;
using MesoPen.Tests.EndToEnd;
using Microsoft.Extensions.DependencyInjection;

namespace MesoPen.Tests;

/// <summary>The station behind the API, for when nobody can sign in because the site's records are away.</summary>
internal sealed class TreatmentStationWatch(TreatingClinic clinic)
{
    private readonly TreatmentStation _station = clinic.Served.Services.GetRequiredService<TreatmentStation>();

    public StationView View => _station.View;

    public Task<StationAnswer> ArmAsync() =>
        _station.ArmAsync(
        new StationAsker(new Actor("clinician", Role.Clinician, "station-1", TimeProvider.System.GetUtcNow()), "api"), null, CancellationToken.None);

    public async Task UntilAsync(Func<StationView, bool> wanted)
    {
        long began = TimeProvider.System.GetTimestamp();
        while (!wanted(View))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < RunningProgram.Patience, $"The station came not to what was waited for: {View}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}
