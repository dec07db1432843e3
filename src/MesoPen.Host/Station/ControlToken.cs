using System.Globalization;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Station;

/// <summary>
/// The control of one session: of all consoles, one asks for what moves something, and the others watch. It ends with the session and lives in memory
/// alone: after a start nothing is armed, and whoever asks first has it.
/// </summary>
internal sealed class ControlToken
{
    private readonly Lock _gate = new();
    private StationControl? _holder;

    /// <summary>Who has it; null if nobody.</summary>
    public StationControl? Holder
    {
        get
        {
            lock (_gate)
            {
                return _holder;
            }
        }
    }

    /// <summary>Takes it if it is free; why the command may not be done if another console has it.</summary>
    public Problem? Require(StationControl asking) => Take(asking, null, out _);

    /// <summary>Why a command that was begun with the control may not be done any more: it was taken over or given up meanwhile. Null if it may.</summary>
    public Problem? Lost(StationControl asking)
    {
        lock (_gate)
        {
            return _holder is not { } holder ? TreatmentProblems.ControlledElsewhere.With("The control was given up while this was asked: nothing was done.")
                : IsSame(holder, asking) ? null
                : TreatmentProblems.ControlledElsewhere.With($"{holder.Name} took the control over while this was asked: nothing was done.");
        }
    }

    /// <summary>Takes it, also from another console if there is a reason.</summary>
    /// <param name="asking">Who asks, and since when it would be held.</param>
    /// <param name="reason">Why it is taken over; null or blank for none.</param>
    /// <param name="from">From whom it was taken over; null if it was free, or the asker's own.</param>
    /// <returns>Why it was not taken; null if it was.</returns>
    public Problem? Take(StationControl asking, string? reason, out StationControl? from)
    {
        lock (_gate)
        {
            from = _holder is { } holder && !IsSame(holder, asking) ? holder : null;
            if (from is { } other && string.IsNullOrWhiteSpace(reason))
            {
                return TreatmentProblems.ControlledElsewhere.With(
                    $"{other.Name} has the control{(other.PersonId == asking.PersonId ? " on another console" : "")} since "
                    + $"{other.Since.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC.");
            }

            _holder = from is null && _holder is not null ? _holder : asking;
            return null;
        }
    }

    /// <summary>Gives it up, if it is the asker's. Gives whether it was.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="console">On which console; null for whichever.</param>
    public bool Give(string personId, string? console)
    {
        lock (_gate)
        {
            if (_holder is not { } holder || holder.PersonId != personId || (console is not null && holder.Console != console))
            {
                return false;
            }

            _holder = null;
            return true;
        }
    }

    private static bool IsSame(StationControl one, StationControl other) => one.PersonId == other.PersonId && one.Console == other.Console;
}
