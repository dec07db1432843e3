using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Station;

/// <summary>Which console has the control.</summary>
internal sealed partial class TreatmentStation
{
    /// <summary>Takes the control for a command if it is free; why the command may not be done if another console has it. Nothing without a session.</summary>
    public Problem? RequireControl(Actor who, string console)
    {
        if (Volatile.Read(ref _running) is not { } running)
        {
            return null;
        }

        bool free = running.Control.Holder is null;
        Problem? problem = running.Control.Require(Asking(who, console));
        if (free)
        {
            running.ShowHolder();
        }

        return problem;
    }

    /// <summary>Takes the control, from another console with a reason: that is written into the session's record and told to whoever follows.</summary>
    public async Task<StationAnswer> TakeControlAsync(Actor who, string console, string? reason, CancellationToken cancel)
    {
        if (reason is not null && !Words.IsText(reason))
        {
            return ClinicProblems.Invalid.With("reason takes text.");
        }

        if (await CurrentAsync(cancel) is not { } running)
        {
            return NoSession();
        }

        StationControl asking = Asking(who, console);
        if (running.Control.Take(asking, reason, out StationControl? from) is { } problem)
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

    private StationControl Asking(Actor who, string console) =>
        new(who.PersonId, desk.Known.People.All.GetValueOrDefault(who.PersonId)?.Name ?? who.PersonId, console, clock.GetUtcNow());
}
