using MesoPen.Kernel;
using MesoPen.Simulator;

namespace MesoPen.Tests.Treatment;

public sealed class TreatmentOracleTests
{
    [Fact]
    public void Host_account_that_the_oracle_holds_against_the_truth_is_never_an_old_one()
    {
        // Aim: the sum is kept while nothing ran on the host's loop, and is new after every millisecond in which something did, whatever was
        // done to the host: weather, a stop between two milliseconds, a kill and the next process.
        using VirtualTreatment treatment = new(new VirtualTreatmentOptions { Input = PlanShelf.Short("full-face-stamp", 2, 8), Weather = LinkWeather.Ordinary });
        treatment.StartHost();
        long changes = 0;
        long last = 0;
        for (int ms = 0; ms < 12_000; ms++)
        {
            if (ms == 4_000)
            {
                treatment.StartHost();
            }

            if (ms == 8_000)
            {
                treatment.Stop();
            }

            treatment.Step();
            long? kept = treatment.Oracle.HostCommittedNl();
            Assert.Equal(Sum(treatment), kept);
            changes += kept is { } now && now != last ? 1 : 0;
            last = kept ?? last;
        }

        Assert.True(changes > 5, $"The account changed {changes} times: nothing was shown.");
    }

    private static long? Sum(VirtualTreatment treatment)
    {
        if (treatment.Host is not { Alive: true } host)
        {
            return null;
        }

        DoseLedger ledger = host.Session.Ledger;
        return treatment.Input.Plan.Zones.Sum(zone => (ledger.Zone(zone.Tag).Delivered + ledger.Unknown(zone.Tag)).Nl);
    }
}
