namespace MesoPen.Host.Clinic.Patients;

/// <summary>Who may become a patient, and how what is known of one changes.</summary>
public static class PatientRules
{
    // A year of birth beyond these is a slip of the pen.
    private const int OldestYears = 130;

    /// <summary>Registers a patient.</summary>
    public static Decision Register(ClinicState state, RegisterPatient asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        int year = who.Today.Year;
        return state.Patients.All.ContainsKey(asked.PatientId) ? ClinicProblems.Exists.With("A patient with this patient_id exists already: look it up.")
            : !Words.IsId(asked.PatientId) ? ClinicProblems.Invalid.With($"patient_id takes {Words.IdRule}.")
            : asked.Initials.Length is 0 or > 8 || !asked.Initials.All(char.IsLetter) ? ClinicProblems.Invalid.With("initials takes 1 to 8 letters.")
            : asked.BirthYear < year - OldestYears || asked.BirthYear > year ? ClinicProblems.Invalid.With($"birth_year takes {year - OldestYears} to {year}.")
            : asked.SkinType is < 1 or > 6 ? ClinicProblems.Invalid.With("skin_type takes 1 to 6, after Fitzpatrick.")
            : Decision.Accept(
                asked.PatientId, new PatientRegistered(who.PersonId, asked.PatientId, asked.Initials, asked.BirthYear, asked.Sex, asked.SkinType));
    }
}
