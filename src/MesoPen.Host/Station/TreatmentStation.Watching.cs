using System.Collections.Immutable;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>
/// While a zone is armed, what the clinic enters meanwhile, at whichever station, is looked at: a patient who takes the consent back, or turns out to be
/// one who must not be treated, gets no further shot (SR-112).
/// </summary>
internal sealed partial class TreatmentStation
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(1);

    // Whatever else falls meanwhile lets the zone end (SR-128): a vial whose hours are over is not another vial in the middle of a zone.
    private const Readiness Pausing = Readiness.Consent | Readiness.Screening | Readiness.Product;

    private ITimer? _watch;
    private Actor? _armedBy;
    private long _watched;
    private int _watching;

    private void BeginWatch() => _watch ??= clock.CreateTimer(_ => _ = WatchAsync(), null, WatchInterval, WatchInterval);

    private async Task WatchAsync()
    {
        if (Volatile.Read(ref _running) is not { } running || _armedBy is not { } who || !IsArmed() || Interlocked.Exchange(ref _watching, 1) == 1)
        {
            return;
        }

        try
        {
            await LookWhileArmedAsync(running, who);
        }
        catch (Exception away) when (IsAway(away) || away is InvalidOperationException)
        {
            // Records that do not answer pause nothing: the zone goes on to its end. A control path that has ended says so itself.
        }
        finally
        {
            Volatile.Write(ref _watching, 0);
        }
    }

    private static bool Pauses(GateFinding finding) => finding.Problem is { } problem
        && (Pausing.HasFlag(finding.Item) || (finding.Item == Readiness.Calibration && CalibrationGate.Pauses(problem)));

    private bool IsArmed() => feed.View.State is nameof(SessionState.Waiting) or nameof(SessionState.Delivering);

    private async Task LookWhileArmedAsync(RunningTreatment running, Actor who)
    {
        ClinicState state = await ReachAsync(CancellationToken.None);
        if (state.LastSequence == _watched)
        {
            return;
        }

        _watched = state.LastSequence;
        if (!state.Treatments.All.TryGetValue(running.SessionId, out Treatment? treatment) || treatment.Ended is not null)
        {
            await running.PauseAsync([], who.PersonId, "The site's records do not hold this session as open any more.");
            return;
        }

        await running.CalibrateAsync(state.Certificates);
        ImmutableArray<GateFinding> findings = setup.Gates.Examine(state, treatment.Intent with { ClinicianId = who.PersonId }, clock.GetUtcNow());
        if (findings.FirstOrDefault(Pauses)?.Problem is { } problem)
        {
            await running.PauseAsync(findings, who.PersonId, $"{problem.Type.Title}: {problem.Detail}");
        }
    }
}
