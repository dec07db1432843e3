using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Station;

/// <summary>Which console has the control.</summary>
internal sealed partial class TreatmentStation
{
    /// <summary>Takes the control for a command if it is free; why the command may not be done if another console has it. Nothing without a session.</summary>
    public Problem? RequireControl(StationAsker asker) =>
        Volatile.Read(ref _running) is { } running ? RequireControl(running, Asking(asker)) : null;

    private static Problem? RequireControl(RunningTreatment running, StationControl asking)
    {
        bool free = running.Control.Holder is null;
        Problem? problem = running.Control.Require(asking);
        if (free)
        {
            running.ShowHolder();
        }

        return problem;
    }

    /// <summary>Takes the control, from another console with a reason: that is written into the session's record and told to whoever follows.</summary>
    public async Task<StationAnswer> TakeControlAsync(StationAsker asker, string? reason, CancellationToken cancel)
    {
        if (reason is not null && !Words.IsText(reason))
        {
            return ClinicProblems.Invalid.With("reason takes text.");
        }

        if (await CurrentAsync(cancel) is not { } running)
        {
            return NoSession();
        }

        StationControl asking = Asking(asker);

        // On the control path: what was asked from the console before is done by then, or finds there that it has lost the control.
        (Problem? problem, StationControl? from) = await running.AskAsync(_ => (running.Control.Take(asking, reason, out StationControl? had), had));
        if (problem is not null)
        {
            return problem;
        }

        if (from is not null)
        {
            await running.SayAsync(
                "control taken over",
                $"{asking.Name} ({asking.PersonId}, console {asking.Console}) took the control over from {from.Name} ({from.PersonId}, console {from.Console}): {reason}");
        }

        await running.ShowHolderAsync();
        return StationAnswer.Done;
    }

    /// <summary>Gives the control up, if it is that console's; of a person who signs out everywhere, whichever console it is.</summary>
    public async Task<StationAnswer> GiveControlAsync(string personId, string? console)
    {
        if (Volatile.Read(ref _running) is { } running && running.Control.Give(personId, console))
        {
            try
            {
                await running.ShowHolderAsync();
            }
            catch (InvalidOperationException)
            {
                // The control path has ended, and says so itself.
            }
        }

        return StationAnswer.Done;
    }

    private StationControl Asking(StationAsker asker) => new(
        asker.Who.PersonId, desk.Known.People.All.GetValueOrDefault(asker.Who.PersonId)?.Name ?? asker.Who.PersonId, asker.Console, clock.GetUtcNow());
}
