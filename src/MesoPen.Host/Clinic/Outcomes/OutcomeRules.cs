namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>What may be entered as an outcome or a photograph, and how it is corrected.</summary>
public static class OutcomeRules
{
    private const int WholeDigitsMost = 9;
    private const int FractionDigitsMost = 6;

    /// <summary>Enters a measured value.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="sessions">Finds a treatment session.</param>
    /// <param name="patientId">Whose skin.</param>
    /// <param name="asked">What was measured.</param>
    /// <param name="who">Who enters it.</param>
    public static Decision Measure(ClinicState state, Func<string, TreatedSession?> sessions, string patientId, OutcomeDetails asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        string id = OutcomeChecks.NextId("O", state.Outcomes.Measured.Count);
        return Check(state, sessions, patientId, asked, who) is { } problem
            ? problem
            : Decision.Accept(id, new OutcomeMeasured(who.PersonId, id, patientId, asked));
    }

    /// <summary>Corrects a measured value.</summary>
    public static Decision Correct(
        ClinicState state, Func<string, TreatedSession?> sessions, string outcomeId, Corrected<OutcomeDetails> asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Outcomes.Measured.TryGetValue(outcomeId, out Outcome? outcome) ? ClinicProblems.Unknown.With("There is no such outcome.")
            : outcome.Withdrawn ? ClinicProblems.NotNow.With("The outcome was withdrawn: enter it anew.")
            : (OutcomeChecks.Line("reason", asked.Reason) ?? Check(state, sessions, outcome.PatientId, asked.Details, who)) is { } problem ? problem
            : asked.Details == outcome.Details ? Decision.Accept(outcomeId)
            : Decision.Accept(outcomeId, new OutcomeCorrected(who.PersonId, outcomeId, asked.Details, asked.Reason));
    }

    /// <summary>Withdraws a measured value that was entered in error.</summary>
    public static Decision Withdraw(ClinicState state, string outcomeId, Withdraw asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Outcomes.Measured.TryGetValue(outcomeId, out Outcome? outcome) ? ClinicProblems.Unknown.With("There is no such outcome.")
            : outcome.Withdrawn ? Decision.Accept(outcomeId)
            : OutcomeChecks.Line("reason", asked.Reason) is { } problem ? problem
            : Decision.Accept(outcomeId, new OutcomeWithdrawn(who.PersonId, outcomeId, asked.Reason));
    }

    /// <summary>Enters where a photograph is kept.</summary>
    public static Decision Photograph(ClinicState state, Func<string, TreatedSession?> sessions, string patientId, PhotoDetails asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        if (!state.Patients.All.TryGetValue(patientId, out Patients.Patient? patient))
        {
            return ClinicProblems.Unknown.With(OutcomeChecks.UnknownPatient);
        }

        Problem? problem = OutcomeChecks.Zone(asked.Zone)
            ?? OutcomeChecks.Day("day", asked.Day, patient, who)
            ?? OutcomeChecks.Line("reference", asked.Reference)
            ?? (IsSha256(asked.Sha256) ? null : ClinicProblems.Invalid.With(
                "sha256 takes 64 lower-case hexadecimal digits: the SHA-256 of the picture's file."))
            ?? OutcomeChecks.Session(asked.SessionId, patientId, sessions);
        string id = OutcomeChecks.NextId("PH", state.Outcomes.Photos.Count);
        return problem is null ? Decision.Accept(id, new PhotoReferenced(who.PersonId, id, patientId, asked)) : problem;
    }

    /// <summary>Withdraws a reference to a photograph.</summary>
    public static Decision WithdrawPhoto(ClinicState state, string photoId, Withdraw asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Outcomes.Photos.TryGetValue(photoId, out Photo? photo) ? ClinicProblems.Unknown.With("There is no such photograph.")
            : photo.Withdrawn ? Decision.Accept(photoId)
            : OutcomeChecks.Line("reason", asked.Reason) is { } problem ? problem
            : Decision.Accept(photoId, new PhotoWithdrawn(who.PersonId, photoId, asked.Reason));
    }

    /// <summary>Whether a text is a decimal in one form: digits, perhaps a point and digits, perhaps a minus; no leading zeros, no plus, no exponent.</summary>
    internal static bool IsDecimal(string text)
    {
        string digits = text.StartsWith('-') ? text[1..] : text;
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        string whole = point < 0 ? digits : digits[..point];
        string fraction = point < 0 ? "0" : digits[(point + 1)..];
        return whole.Length is > 0 and <= WholeDigitsMost && whole.All(char.IsAsciiDigit) && (whole.Length == 1 || whole[0] != '0')
            && fraction.Length is > 0 and <= FractionDigitsMost && fraction.All(char.IsAsciiDigit);
    }

    private static bool IsSha256(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static Problem? Check(ClinicState state, Func<string, TreatedSession?> sessions, string patientId, OutcomeDetails asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(asked);
        bool score = asked.Measure == Outcomes.Measure.Score;
        return !state.Patients.All.TryGetValue(patientId, out Patients.Patient? patient)
            ? ClinicProblems.Unknown.With(OutcomeChecks.UnknownPatient)
            : OutcomeChecks.Zone(asked.Zone)
                ?? OutcomeChecks.Day("day", asked.Day, patient, who)
                ?? (IsDecimal(asked.Value) ? null : ClinicProblems.Invalid.With(
                    $"value takes a decimal in text, such as 41.30: at most {WholeDigitsMost} digits, and {FractionDigitsMost} after the point."))
                ?? (OutcomeUnits.All.Contains(asked.Unit) ? null : ClinicProblems.Invalid.With(
                    $"unit takes one of {OutcomeUnits.Sentence}, as UCUM writes them."))
                ?? (score ? OutcomeChecks.Line("score_name", asked.ScoreName) : null)
                ?? (!score && asked.ScoreName is not null ? ClinicProblems.Invalid.With("score_name belongs to a score alone: leave it out.") : null)
                ?? (score && asked.Instrument is null ? null : OutcomeChecks.Line("instrument", asked.Instrument))
                ?? OutcomeChecks.Session(asked.SessionId, patientId, sessions)
                ?? OutcomeChecks.Note(asked.Note);
    }
}
