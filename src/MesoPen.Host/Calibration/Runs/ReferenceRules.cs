using MesoPen.Host.Clinic;

namespace MesoPen.Host.Calibration;

/// <summary>Which instruments calibrations may be traced to.</summary>
public static class ReferenceRules
{
    // No laboratory says of a balance that it will still weigh right in ten years; a day that far off is a slip of the hand.
    private const int YearsMost = 10;

    private static readonly string[] s_roles = ["balance", "weights", "gauge", "pressure", "thermometer", "barometer", "hygrometer"];

    /// <summary>Describes one, anew or again: its new certificate, its new due day.</summary>
    public static Decision Save(ClinicState state, ReferenceInstrument asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        string? wrong = !Words.IsId(asked.ReferenceId) ? $"reference_id takes {Words.IdRule}."
            : !s_roles.Contains(asked.Role) ? $"role takes one of {string.Join(", ", s_roles)}."
            : !Words.IsLine(asked.Model) || !Words.IsLine(asked.Serial) || !Words.IsLine(asked.Certificate)
                ? $"model, serial and certificate each take one line of 1 to {Words.LineMax} characters."
            : asked.Resolution is < 1 or > ReadingBounds.Most || asked.Expanded is < 1 or > ReadingBounds.Most
                ? $"resolution and expanded each take 1 to {ReadingBounds.Most}: nothing shows endless digits, and no certificate is without uncertainty."
            : asked.DriftPerYear is < 0 or > ReadingBounds.Most ? $"drift_per_year takes 0 to {ReadingBounds.Most}."
            : asked.DueDay > who.Today.AddYears(YearsMost) ? $"due_day takes a day at most {YearsMost} years ahead: the one on the instrument's certificate."
            : asked.Coverage is < 1000 or > 5000 ? "coverage takes 1000 to 5000: 2000 is k = 2."
            : null;
        return wrong is not null ? ClinicProblems.Invalid.With(wrong)
            : state.Calibrations.References.GetValueOrDefault(asked.ReferenceId) == asked ? Decision.Accept(asked.ReferenceId)
            : Decision.Accept(asked.ReferenceId, new ReferenceSaved(who.PersonId, asked));
    }

    /// <summary>Uses it no more.</summary>
    public static Decision Remove(ClinicState state, string referenceId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return state.Calibrations.References.ContainsKey(referenceId)
            ? Decision.Accept(referenceId, new ReferenceRemoved(who.PersonId, referenceId))
            : ClinicProblems.Unknown.With("There is no such reference instrument.");
    }
}
